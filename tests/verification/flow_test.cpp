// Mechanisms 5.11: the partnership graph's maximum flow, throughput of the simulated chain, lossy
// series. The simulated router is greedy: an applicant asks one partnership, drawn by seats, so
// throughput may stay below the maximum flow and never exceeds it.
#include <gtest/gtest.h>

#include <algorithm>

#include "models/network.h"
#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Stage;
using models::Tally;

const Change tokens_100{"authorities.recognition.nursing.tokens_per_month", "100"};
const Change weak_supply{"origins.O2.nursing.applicants_per_month", "15"};
const Change weak_centre{"centres.C2.seats_per_month", "12"};

constexpr int warm_up = 60;
// Persons between two offices when the window opens and closes, over its 180 months.
constexpr double in_between = 15.0 / 180;

/// Placements a month after the warm-up.
Sample throughput(const std::vector<Change>& changes) {
  const Study study("max_flow.yaml", changes);
  Sample sample;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    std::int64_t hires = 0;
    study.run(r, [&](const models::World& w) {
      if (w.month > warm_up) hires += total(w, Tally::ForeignHires);
    });
    sample.add(static_cast<double>(hires) / (study.months() - warm_up));
  }
  return sample;
}

double largest(const Sample& sample) {
  return *std::max_element(sample.values().begin(), sample.values().end());
}

/// Flow in thousandths of a person per month, the stage of the cut, and what the model reaches.
void compare_flow(const std::string& name, const std::vector<Change>& changes,
                  std::int64_t reference, Stage cut) {
  const auto found = models::find_bottleneck(Study("max_flow.yaml", changes).world());
  expect_identical("maximum flow in thousandths, " + name, reference, found.flow);
  expect_identical("stage that holds most of the cut, " + name,
                   std::string(models::stage_names[static_cast<std::size_t>(cut)]),
                   std::string(models::stage_names[static_cast<std::size_t>(found.stage)]));
  expect_at_most("simulated throughput, " + name,
                 static_cast<double>(reference) / 1000 + in_between, largest(throughput(changes)));
}

TEST(MaximumFlow, CutAtTheAuthority) { compare_flow("70 tokens", {}, 70000, Stage::Recognition); }
TEST(MaximumFlow, CutAtTheCentres) {
  compare_flow("100 tokens", {tokens_100}, 83000, Stage::Training);
}
TEST(MaximumFlow, MixedCut) {
  compare_flow("100 tokens, weak supply", {tokens_100, weak_supply}, 70000, Stage::Training);
}
TEST(MaximumFlow, MixedCutWithAWeakCentre) {
  compare_flow("100 tokens, weak supply, weak centre", {tokens_100, weak_supply, weak_centre},
               57000, Stage::Training);
}

/// Seats of a partnership are left out: they draw applicants, and a greedy router may send them to
/// a centre that is full.
TEST(MaximumFlow, ReliefOfOneCapacityNeverLowersThroughput) {
  const Sample before = throughput({tokens_100});
  for (const auto& [path, value] :
       std::vector<Change>{{"authorities.recognition.nursing.tokens_per_month", "130"},
                           {"centres.C1.seats_per_month", "45"},
                           {"centres.C2.seats_per_month", "40"},
                           {"centres.C3.seats_per_month", "45"},
                           {"employers.E1.onboarding_per_month", "60"},
                           {"employers.E2.placements_per_month", "60"},
                           {"origins.O2.nursing.applicants_per_month", "60"}}) {
    const Sample after = throughput({tokens_100, {path, value}});
    expect_at_least("gain of throughput by " + path + " = " + value, -in_between,
                    after.mean() - before.mean());
  }
}

TEST(LossySeries, EachStationPassesTheLesserOfInflowAndCapacity) {
  const Study study("lossy_series.yaml");
  constexpr int from = 100;
  const auto length = static_cast<double>(study.months() - from);
  Sample after_language, after_recognition, after_training, after_visa;
  Sample seats, recognition, placement, visa;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    std::int64_t flow[4] = {}, queue[4] = {};
    const auto queues = [](const models::World& w, std::int64_t* out, std::int64_t sign) {
      out[0] += sign * in_stage(w, Tally::Stock, Stage::Applicant);
      out[1] += sign * cell(w, Tally::Queue, w.recognition_office(0));
      out[2] += sign * cell(w, Tally::Queue, w.placement_office());
      out[3] += sign * cell(w, Tally::Queue, w.visa_office(0));
    };
    const auto last = study.run(r, [&](const models::World& w) {
      if (w.month == from) queues(w, queue, -1);
      if (w.month <= from) return;
      flow[0] += in_stage(w, Tally::Completed, Stage::Language);
      flow[1] += in_stage(w, Tally::Completed, Stage::Recognition);
      flow[2] += in_stage(w, Tally::Completed, Stage::Training);
      flow[3] += in_stage(w, Tally::Completed, Stage::Visa);
    });
    queues(last, queue, 1);
    Sample* flows[] = {&after_language, &after_recognition, &after_training, &after_visa};
    Sample* growth[] = {&seats, &recognition, &placement, &visa};
    for (int i = 0; i < 4; ++i) {
      flows[i]->add(static_cast<double>(flow[i]) / length);
      growth[i]->add(static_cast<double>(queue[i]) / length);
    }
  }
  expect_within_error("flow after 80 seats and a yield of 0.9", 72, after_language);
  expect_within_error("flow after 60 tokens and a yield of 0.8", 48, after_recognition);
  expect_within_error("flow after 70 placements and a yield of 0.95", 45.6, after_training);
  expect_within_error("flow after 30 visa tokens and a yield of 0.98", 29.4, after_visa);
  expect_within_error("growth of the queue for seats", 20, seats);
  expect_within_error("growth of the queue for recognition", 12, recognition);
  expect_within_error("growth of the queue for placement", 0, placement);
  expect_within_error("growth of the queue for visas", 15.6, visa);
}

}  // namespace
}  // namespace skillscale::verification
