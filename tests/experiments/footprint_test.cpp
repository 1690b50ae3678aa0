#include "experiments/footprint.h"

#include <gtest/gtest.h>

#include "experiments/pilot.h"
#include "models/world.h"
#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

WorldSet worlds_of(const scenarios::Scenario& scenario) {
  const auto options = options_of(scenario);
  return make_worlds(scenario, options.months, options.seed, 0);
}

Footprint footprint_of_tiny(const std::vector<std::string>& overrides = {}) {
  const auto scenario = tiny(overrides);
  return footprint_of(scenario, options_of(scenario), worlds_of(scenario));
}

TEST(Footprint, CountsThePersonsAndRowsThatAReplicateBeginsWith) {
  for (const auto* multiplicity : {"1", "7"}) {
    const auto scenario = tiny({std::string("pool.multiplicity=") + multiplicity});
    const auto worlds = worlds_of(scenario);
    const auto start = start_of(*worlds.parameters.front());
    const models::ReplicateSetup setup(*worlds.parameters.front(), 1, 0, 0);
    std::int64_t persons = 0, rows = 0, largest = 0;
    for (const auto& pool : setup.pools) {
      const auto here = static_cast<std::int64_t>(pool->thresholds->size());
      persons += pool->persons;
      rows += here;
      largest = std::max(largest, here);
    }
    EXPECT_GT(persons, 0);
    EXPECT_EQ(start.persons, persons);
    EXPECT_EQ(start.rows, rows);
    EXPECT_EQ(start.largest_pool, largest);
  }
}

TEST(Footprint, KnowsWhatAReplicateRecords) {
  const auto scenario = tiny();
  const auto worlds = worlds_of(scenario);
  Recording all;
  for (std::size_t i = 0; i < indicator_count(); ++i) all.indicators.push_back(i);
  Progress progress;
  std::size_t values = 0;
  for (const auto& record : run_replicate(worlds, {1, 0, 0}, all, progress)) {
    for (const auto& monthly : record.monthly) values += monthly.size();
  }
  EXPECT_EQ(footprint_of_tiny().recorded, static_cast<std::int64_t>(values * sizeof(double)));
}

TEST(Footprint, MemoryGrowsWithReplicatesAtOnceAndDiskWithAllOfThem) {
  const auto f = footprint_of_tiny({"ensemble.replicates=3"});
  EXPECT_EQ(replicates_at_once(f, 1), 1);
  EXPECT_EQ(replicates_at_once(f, 2), 2);
  EXPECT_EQ(replicates_at_once(f, 100), 3);
  EXPECT_EQ(worlds_at_once(f, 100), 3 * f.worlds);
  EXPECT_LE(memory_at_least(f, 1), memory_at_least(f, 3));
  EXPECT_EQ(memory_at_least(f, 3), memory_at_least(f, 100));
  EXPECT_EQ(2 * f.file.scratch, footprint_of_tiny({"ensemble.replicates=6"}).file.scratch);
}

TEST(Footprint, StoringLessTakesLess) {
  const auto all = footprint_of_tiny();
  const auto one = footprint_of_tiny({"outputs.variables=[stock]"});
  EXPECT_LT(one.recorded, all.recorded);
  EXPECT_LT(one.file.scratch, all.file.scratch);
  EXPECT_LT(one.file.file_at_most, all.file.file_at_most);
}

TEST(Pilot, CountsTheSameEachTime) {
  const auto worlds = worlds_of(tiny());
  const auto first = run_pilot(worlds, 5), second = run_pilot(worlds, 5);
  ASSERT_EQ(first.worlds.size(), worlds.names.size());
  ASSERT_GT(first.months(), 1);
  for (std::size_t w = 0; w < first.worlds.size(); ++w) {
    ASSERT_EQ(first.worlds[w].size(), second.worlds[w].size());
    for (std::size_t m = 0; m < first.worlds[w].size(); ++m) {
      EXPECT_EQ(first.worlds[w][m].agents, second.worlds[w][m].agents);
      EXPECT_EQ(first.worlds[w][m].engaged, second.worlds[w][m].engaged);
    }
  }
}

TEST(Pilot, EndsAfterAFixedAmountOfWork) {
  auto scenario = tiny();
  const auto pilot = run_pilot(make_worlds(scenario, 30000, 1, 0), 1);
  EXPECT_GT(pilot.months(), 12);
  EXPECT_LT(pilot.months(), 30000);
}

TEST(Forecast, ComesCloseToTheAgentMonthsOfTheRun) {
  const auto scenario = tiny({"ensemble.replicates=3"});
  const auto worlds = worlds_of(scenario);
  const auto options = options_of(scenario);
  const auto f = footprint_of(scenario, options, worlds);
  const auto expected = forecast(f, run_pilot(worlds, options.seed), 1, 1);
  const Folder folder;
  Progress progress;
  run_to_file(scenario, options, folder / "r.h5", progress);
  const auto actual = static_cast<double>(progress.agent_months);
  EXPECT_NEAR(expected.agent_months / actual, 1, 0.02);
  EXPECT_LE(expected.seconds_low, expected.seconds_high);
}

/// A pilot of one world in which every count grows by one a month.
Pilot steady(int months) {
  Pilot pilot;
  pilot.start.multiplicity = 1;
  pilot.worlds.resize(1);
  for (int month = 1; month <= months; ++month)
    pilot.worlds[0].push_back({0.5, 1000 + month, 100 + month, std::int64_t{1000} * month});
  return pilot;
}

TEST(Forecast, GoesOnAsTheSecondHalfOfThePilotDid) {
  Footprint f;
  f.start.multiplicity = 1;
  f.runs = 1;
  f.months = 100;
  const auto whole = forecast(f, steady(100), 1, 1), part = forecast(f, steady(20), 1, 1);
  EXPECT_DOUBLE_EQ(whole.agent_months, 100 * 1000 + 100 * 101 / 2.0);
  EXPECT_DOUBLE_EQ(part.agent_months, whole.agent_months);
  EXPECT_EQ(part.memory_at_most, whole.memory_at_most);
  EXPECT_DOUBLE_EQ(part.seconds_low, 50);
  EXPECT_GT(part.seconds_high, whole.seconds_high);
}

TEST(Forecast, MoreThreadsThanProcessorsMakeNothingFaster) {
  Footprint f;
  f.start.multiplicity = 1;
  f.runs = 8;
  f.months = 20;
  const auto pilot = steady(20);
  EXPECT_DOUBLE_EQ(forecast(f, pilot, 4, 2).seconds_low, forecast(f, pilot, 2, 2).seconds_low);
  EXPECT_DOUBLE_EQ(2 * forecast(f, pilot, 2, 2).seconds_low, forecast(f, pilot, 1, 2).seconds_low);
}

}  // namespace
}  // namespace skillscale::experiments
