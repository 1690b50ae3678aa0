// Mechanisms 5.9: the whole pipeline as an absorbing Markov chain.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <unordered_map>

#include "tests/verification/comparison.h"
#include "tests/verification/study.h"

namespace skillscale::verification {
namespace {

using models::Stage;
using models::Tally;

constexpr std::array stages{Stage::Language, Stage::Training, Stage::Recognition, Stage::Visa,
                            Stage::Matching};
constexpr std::array person_months{8.695652, 18.115942, 3.150599, 1.952484, 2.135529};

struct Cohort {
  std::int64_t succeeded = 0;
  double months = 0, months_of_success = 0, squares_of_success = 0;
  std::array<double, stages.size()> in_stage{};
};

constexpr std::int64_t cohort_size = 20000;

/// A cohort that is in the first stage before month 0; a person who leaves in month m spent m + 1.
Cohort follow_cohort(const Study& study, std::uint32_t replicate) {
  Cohort cohort;
  study.run(replicate, [&](const models::World& w) {
    const double stay = w.month;
    const auto success = in_stage(w, Tally::Completed, Stage::Matching);
    std::int64_t ended = success;
    for (std::size_t s = 0; s < stages.size(); ++s) {
      ended += in_stage(w, Tally::Dropped, stages[s]);
      cohort.in_stage[s] +=
          static_cast<double>(cell(w, Tally::StayMonths, static_cast<std::size_t>(stages[s])));
    }
    cohort.succeeded += success;
    cohort.months += stay * static_cast<double>(ended);
    cohort.months_of_success += stay * static_cast<double>(success);
    cohort.squares_of_success += stay * stay * static_cast<double>(success);
  });
  return cohort;
}

TEST(AbsorbingChain, CohortMatchesTheFundamentalMatrix) {
  const Study study("absorbing_chain.yaml",
                    {{"stages.language.initial", std::to_string(cohort_size)}});
  Sample success, months, months_of_success, deviation;
  std::array<Sample, stages.size()> in_stage;
  for (std::uint32_t r = 0; r < study.replicates(); ++r) {
    const Cohort c = follow_cohort(study, r);
    const auto all = static_cast<double>(cohort_size), won = static_cast<double>(c.succeeded);
    const double mean = c.months_of_success / won;
    success.add(won / all);
    months.add(c.months / all);
    months_of_success.add(mean);
    deviation.add(std::sqrt(c.squares_of_success / won - mean * mean));
    for (std::size_t s = 0; s < stages.size(); ++s) in_stage[s].add(c.in_stage[s] / all);
  }
  expect_within_error("share that succeeds", 0.640659, success);
  expect_within_error("months until the end", 34.050205, months);
  expect_within_error("months of those who succeed", 39.818713, months_of_success);
  expect_within_error("their standard deviation", 22.503946, deviation, 0.001);
  for (std::size_t s = 0; s < stages.size(); ++s) {
    expect_within_error("person-months per entrant in " +
                            std::string(models::stage_names[static_cast<std::size_t>(stages[s])]),
                        person_months[s], in_stage[s]);
  }
}

TEST(AbsorbingChain, SteadyStockIsInflowTimesPersonMonths) {
  const Study study("absorbing_chain.yaml",
                    {{"stages.language.entries_per_month", "200"}, {"horizon.months", "401"}});
  std::array<Sample, stages.size()> stock;
  for (std::uint32_t r = 0; r < 20; ++r) {
    const auto last = study.run(r);
    for (std::size_t s = 0; s < stages.size(); ++s)
      stock[s].add(static_cast<double>(in_stage(last, Tally::Stock, stages[s])) / 10);
  }
  for (std::size_t s = 0; s < stages.size(); ++s) {
    expect_within_error("steady stock at inflow 20 in " +
                            std::string(models::stage_names[static_cast<std::size_t>(stages[s])]),
                        20 * person_months[s], stock[s]);
  }
}

}  // namespace
}  // namespace skillscale::verification
