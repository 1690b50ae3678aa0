// Mechanisms 5.2: an office with monthly tokens is the queue Q' = max(0, Q + A - c).
// References by Spitzer's identity.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Tally;

constexpr int warm_up = 2000;

struct QueueCase {
  std::string rate, tokens;
  double mean, deviation, empty, wait;
  std::uint32_t replicates;
};

struct QueueSamples {
  Sample mean, variance, empty, wait;
};

/// Time averages of one run as one sample each.
void observe(const Study& study, std::uint32_t replicate, QueueSamples& samples) {
  double months = 0, sum = 0, squares = 0, empty = 0, served = 0, waited = 0;
  study.run(replicate, [&](const models::World& w) {
    if (w.month <= warm_up) return;
    const auto queue = static_cast<double>(cell(w, Tally::Queue, 0));
    ++months;
    sum += queue;
    squares += queue * queue;
    empty += queue == 0 ? 1 : 0;
    served += static_cast<double>(cell(w, Tally::Served, 0));
    waited += static_cast<double>(cell(w, Tally::WaitedMonths, 0));
  });
  const double mean = sum / months;
  samples.mean.add(mean);
  samples.variance.add(squares / months - mean * mean);
  samples.empty.add(empty / months);
  samples.wait.add(waited / served);
}

void compare(const QueueCase& reference) {
  const Study study("token_queue.yaml",
                    {{"stages.recognition.entries_per_month", reference.rate},
                     {"authorities.recognition.nursing.tokens_per_month", reference.tokens}});
  QueueSamples samples;
  for (std::uint32_t r = 0; r < reference.replicates; ++r) observe(study, r, samples);
  const std::string name = " (" + reference.rate + " cases to " + reference.tokens + " tokens)";
  expect_within_error("mean queue" + name, reference.mean, samples.mean);
  const double deviation = std::sqrt(samples.variance.mean());
  expect_within_error("deviation of the queue" + name, reference.deviation, deviation,
                      samples.variance.standard_error() / (2 * deviation));
  expect_within_error("share of months without queue" + name, reference.empty, samples.empty);
  expect_within_error("mean wait in months" + name, reference.wait, samples.wait);
}

TEST(TokenQueue, OneTokenAMonth) { compare({"0.8", "1", 1.6, 2.2390, 0.445108, 2.0, 50}); }

TEST(TokenQueue, OneTokenAMonthHasTheClosedForm) {
  const Study study("token_queue.yaml",
                    {{"stages.recognition.entries_per_month", "0.5"},
                     {"authorities.recognition.nursing.tokens_per_month", "1"}});
  QueueSamples samples;
  for (std::uint32_t r = 0; r < 10; ++r) observe(study, r, samples);
  expect_within_error("mean queue, rate^2 / (2 (1 - rate)) at 0.5", 0.25, samples.mean);
}

TEST(TokenQueue, EightCasesToTenTokens) {
  compare({"8", "10", 0.878622, 1.9002, 0.718698, 0.109828, 50});
}

TEST(TokenQueue, NineCasesToTenTokens) {
  compare({"9", "10", 3.101238, 4.5724, 0.446500, 0.344582, 50});
}

TEST(TokenQueue, FortyFiveCasesToFiftyTokens) {
  compare({"45", "50", 1.778665, 3.9192, 0.709383, 0.039526, 20});
}

TEST(TokenQueue, NinetyFiveCasesToAHundredTokens) {
  compare({"95", "100", 5.077374, 8.8368, 0.557782, 0.053446, 20});
}

TEST(TokenQueue, OverloadGrowsByTheDifference) {
  const Study study("token_queue.yaml",
                    {{"stages.recognition.entries_per_month", "12"}, {"horizon.months", "121"}});
  Sample queue;
  for (std::uint32_t r = 0; r < 200; ++r)
    queue.add(static_cast<double>(cell(study.run(r), Tally::Queue, 0)));
  expect_within_error("queue after 120 months of 12 cases to 10 tokens", 241.6, queue, 0.1);
}

}  // namespace
}  // namespace skillscale::verification
