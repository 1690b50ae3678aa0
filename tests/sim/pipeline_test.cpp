// A second model on the kernel: equal to its slow twin, to itself on any number of threads, and in
// distribution to a loop written without the kernel.
#include "bench/pipeline.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "bench/by_hand.h"
#include "sim/digest.h"
#include "sim/parallel.h"
#include "tests/sim/pipeline_reference.h"

namespace skillscale::bench {
namespace {

/// Few vacancies, so that most applications are refused and the order of grants matters.
PipelineRules scarce() {
  PipelineRules rules;
  rules.vacancies_per_employer = 2;
  return rules;
}

sim::Hash128 digest_of_run(std::uint32_t persons, int threads) {
  const sim::ThreadLimit limit(threads);
  Pipeline pipeline(persons, 60, sim::Draws(5, 1), scarce());
  sim::Digest digest;
  for (int month = 0; month < 60; ++month) {
    pipeline.step();
    digest.add(pipeline.counts());
  }
  return digest.value();
}

void expect_same_person(const PersonView& expected, const PersonView& actual, sim::Month months) {
  EXPECT_EQ(expected.state, actual.state);
  EXPECT_EQ(expected.origin, actual.origin);
  EXPECT_EQ(expected.employer, actual.employer);
  EXPECT_EQ(expected.months_in_state, actual.months_in_state);
  EXPECT_EQ(expected.skill, actual.skill);
  EXPECT_EQ(expected.integration, actual.integration);
  EXPECT_NEAR(expected.age + static_cast<float>(months) / 12.0F, actual.age, 1e-5);
}

TEST(Pipeline, AgreesWithTheSlowReferenceEveryMonth) {
  for (const PipelineRules& rules : {PipelineRules{}, scarce()}) {
    constexpr sim::Month months = 120;
    constexpr std::uint32_t persons = 9000;
    const sim::Draws draws(3, 7);
    Pipeline fast(persons, months, draws, rules);
    PipelineReference slow(persons, months, draws, rules);
    for (sim::Month month = 0; month < months; ++month) {
      fast.step();
      slow.step();
      ASSERT_EQ(slow.counts(),
                (std::vector<std::int64_t>{fast.counts().begin(), fast.counts().end()}))
          << month;
    }
    for (std::uint32_t n = 0; n < persons; ++n) {
      expect_same_person(slow.persons()[n], fast.person(n), months);
      ASSERT_FALSE(HasFailure()) << "person " << n;
    }
  }
}

TEST(Pipeline, ThreadsChangeNothing) {
  const sim::Hash128 alone = digest_of_run(60000, 1);
  for (const int threads : {2, 4, 8}) EXPECT_EQ(alone, digest_of_run(60000, threads)) << threads;
}

TEST(Pipeline, LookingAtPersonsChangesNothing) {
  Pipeline watched(3000, 40, sim::Draws(5, 2));
  Pipeline alone(3000, 40, sim::Draws(5, 2));
  double sum = 0.0;
  for (int month = 0; month < 40; ++month) {
    watched.step();
    alone.step();
    for (sim::Row row = 0; row < 3000; ++row) sum += static_cast<double>(watched.person(row).skill);
  }
  EXPECT_GT(sum, 0.0);
  EXPECT_TRUE(std::equal(alone.counts().begin(), alone.counts().end(), watched.counts().begin()));
}

TEST(Pipeline, NobodyIsLostAndNoVacancyIsGivenTwice) {
  Pipeline pipeline(20000, 80, sim::Draws(6, 0), scarce());
  for (int month = 0; month < 80; ++month) pipeline.step();
  EXPECT_EQ(20000,
            std::accumulate(pipeline.counts().begin(), pipeline.counts().end(), std::int64_t{0}));
  std::vector<int> staff(200);
  for (sim::Row row = 0; row < 20000; ++row) {
    const PersonView person = pipeline.person(row);
    EXPECT_EQ(person.state == State::Employed, person.employer != nobody);
    if (person.employer != nobody) ++staff[person.employer];
  }
  EXPECT_EQ(2, *std::max_element(staff.begin(), staff.end()));
}

template <class Counts>
std::array<double, state_count> share_per_state(const Counts& counts, std::uint32_t persons) {
  std::array<double, state_count> shares{};
  for (std::size_t cell = 0; cell < cell_count; ++cell) {
    shares[cell / origin_count] += static_cast<double>(counts[cell]) / persons;
  }
  return shares;
}

// Two independent runs of 300 000 persons: five standard errors of the difference of two shares.
TEST(Pipeline, HasTheDistributionOfTheLoopByHand) {
  constexpr std::uint32_t persons = 300000;
  Pipeline kernel(persons, 120, sim::Draws(8, 0));
  ByHand by_hand(persons, 9);
  for (int month = 1; month <= 120; ++month) {
    kernel.step();
    by_hand.step();
    if (month % 30 != 0) continue;
    const auto ours = share_per_state(kernel.counts(), persons);
    const auto theirs = share_per_state(by_hand.counts(), persons);
    for (std::size_t state = 0; state < state_count; ++state) {
      const double p = theirs[state];
      EXPECT_NEAR(p, ours[state], 5.0 * std::sqrt(2.0 * p * (1.0 - p) / persons) + 1e-9)
          << "state " << state << " after " << month << " months";
    }
  }
}

}  // namespace
}  // namespace skillscale::bench
