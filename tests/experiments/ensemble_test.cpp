#include "experiments/ensemble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "experiments/worlds.h"
#include "output/result_file.h"
#include "sim/parallel.h"
#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

struct Result {
  explicit Result(const std::vector<std::string>& overrides = {})
      : scenario(tiny(overrides)),
        path(folder / "r.h5"),
        summary(run_to_file(scenario, options_of(scenario), path, progress)),
        file(path) {}
  Folder folder;
  scenarios::Scenario scenario;
  std::filesystem::path path;
  Progress progress;
  RunSummary summary;
  output::ResultReader file;
};

/// All shared tests read the same run.
const Result& shared_run() {
  static const Result result;
  return result;
}

std::size_t product(const std::vector<std::size_t>& shape) {
  std::size_t all = 1;
  for (const auto extent : shape) all *= extent;
  return all;
}

/// All worlds of one replicate with every indicator, run without a file.
std::vector<WorldRecord> records_of(const scenarios::Scenario& scenario, std::uint32_t replicate,
                                    std::uint32_t draw_set) {
  const auto options = options_of(scenario);
  const auto worlds = make_worlds(scenario, options.months, options.seed, draw_set);
  Recording all;
  for (std::size_t i = 0; i < indicator_count(); ++i) all.indicators.push_back(i);
  Progress progress;
  return run_replicate(worlds, {options.seed, replicate, draw_set}, all, progress);
}

std::size_t indicator(std::string_view name) {
  for (std::size_t i = 0; i < indicator_count(); ++i) {
    if (indicator_name(i) == name) return i;
  }
  return indicator_count();
}

TEST(RunToFile, HasEveryIndicatorWithItsDifferenceAndQuantiles) {
  const auto& file = shared_run().file;
  for (std::size_t i = 0; i < indicator_count(); ++i) {
    const std::string name(indicator_name(i));
    SCOPED_TRACE(name);
    ASSERT_TRUE(file.has(name));
    EXPECT_TRUE(file.has(name + "_quantile"));
    EXPECT_TRUE(file.has(name + "_difference"));
    EXPECT_TRUE(file.has(name + "_difference_quantile"));
    const auto dims = file.dimensions(name);
    ASSERT_GE(dims.size(), 3U);
    EXPECT_EQ((std::vector<std::string>{dims[0], dims[1], dims[2]}),
              (std::vector<std::string>{"draw", "replicate", "month"}));
    EXPECT_FALSE(file.attribute(name, "units").empty());
  }
}

/// Values of a monthly indicator in world and replicate are stored as they were recorded.
void expect_stored(const std::string& name) {
  SCOPED_TRACE(name);
  const auto& run = shared_run();
  const auto own = run.file.read(name), difference = run.file.read(name + "_difference");
  const std::size_t cells = product(run.file.shape(name)) / 3;  // of one replicate
  ASSERT_EQ(difference.size(), 2 * own.size());
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
    const auto records = records_of(run.scenario, replicate, 0);
    const auto& recorded = records[0].monthly[indicator(name)];
    ASSERT_EQ(recorded.size(), cells);
    for (std::size_t i = 0; i < cells; ++i) {
      const double value = own[replicate * cells + i];
      if (std::isnan(recorded[i])) {
        EXPECT_TRUE(std::isnan(value));
        continue;
      }
      EXPECT_EQ(value, recorded[i]);
      for (std::size_t r = 1; r < records.size(); ++r) {
        const double expected = value - records[r].monthly[indicator(name)][i];
        if (!std::isnan(expected)) {
          EXPECT_EQ(difference[((r - 1) * 3 + replicate) * cells + i], expected);
        }
      }
    }
  }
}

TEST(RunToFile, StoresValuesAndTheScenarioLessEachReference) {
  for (const auto* name : {"stock", "vacancies", "origin_wage", "welfare", "queue_length"})
    expect_stored(name);
}

TEST(RunToFile, TheScenarioDiffersFromItsReferences) {
  const auto difference = shared_run().file.read("seats_difference");
  EXPECT_TRUE(std::any_of(difference.begin(), difference.end(), [](double d) { return d != 0; }));
}

double quantile(std::vector<double> values, double q) {
  std::sort(values.begin(), values.end());
  const double at = q * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const auto above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - std::floor(at)) * (values[above] - values[below]);
}

TEST(RunToFile, HeadlinesSummariseTheStoredValues) {
  const auto& run = shared_run();
  ASSERT_FALSE(run.summary.headlines.empty());
  for (const auto& headline : run.summary.headlines) {
    if (headline.is_pair) continue;
    SCOPED_TRACE(headline.name);
    auto values = run.file.read(headline.name);
    ASSERT_EQ(values.size(), 3U);
    std::erase_if(values, [](double v) { return std::isnan(v); });
    if (values.empty()) {
      EXPECT_TRUE(std::isnan(headline.scenario.median));
      continue;
    }
    EXPECT_DOUBLE_EQ(headline.scenario.median, quantile(values, 0.5));
    EXPECT_DOUBLE_EQ(headline.scenario.low, quantile(values, 0.05));
    EXPECT_DOUBLE_EQ(headline.scenario.high, quantile(values, 0.95));
  }
}

TEST(RunToFile, NoDifferenceIsStoredWhereItMeansNothing) {
  const auto& file = shared_run().file;
  for (const auto& row : models::headline_table()) {
    SCOPED_TRACE(row.name);
    const std::string name(row.name);
    ASSERT_TRUE(file.has(name));
    EXPECT_EQ(file.has(name + "_difference"), row.kind == models::HeadlineKind::World);
    EXPECT_EQ(file.has(name + "_reference_quantile"), row.kind == models::HeadlineKind::World);
  }
}

/// One run whose pilots enrol nobody makes no gain explode: all runs share one number enrolled.
TEST(RunToFile, GainsOfAllRunsArePerTheSamePersonsEnrolled) {
  const auto& file = shared_run().file;
  const auto gain = file.read("migrant_gain"), euro = file.read("migrant_present_value");
  ASSERT_EQ(gain.size(), euro.size());
  std::vector<double> per_person;
  for (std::size_t i = 0; i < gain.size(); ++i) {
    if (gain[i] != 0) per_person.push_back(euro[i] / gain[i]);
  }
  ASSERT_GT(per_person.size(), 2U);
  for (const double value : per_person) EXPECT_NEAR(value / per_person.front(), 1, 1e-9);
}

TEST(RunToFile, PairedDifferencesOfHeadlinesAreTheStoredOnes) {
  const auto& run = shared_run();
  for (const auto& headline : run.summary.headlines) {
    if (headline.is_pair) continue;
    SCOPED_TRACE(headline.name);
    EXPECT_EQ(run.file.has(headline.name + "_difference"), !headline.difference.empty());
    if (headline.difference.empty()) continue;
    const auto stored = run.file.read(headline.name + "_difference");
    ASSERT_EQ(stored.size(), 6U);
    ASSERT_EQ(headline.difference.size(), 2U);
    for (std::size_t r = 0; r < 2; ++r) {
      const std::vector<double> of_reference(
          stored.begin() + static_cast<std::ptrdiff_t>(3 * r),
          stored.begin() + static_cast<std::ptrdiff_t>(3 * r + 3));
      const bool defined = std::none_of(of_reference.begin(), of_reference.end(),
                                        [](double v) { return std::isnan(v); });
      if (defined) {
        EXPECT_DOUBLE_EQ(headline.difference[r].second.median, quantile(of_reference, 0.5));
      }
    }
  }
}

TEST(RunToFile, DigestsAreThoseOfTheWorlds) {
  const auto& run = shared_run();
  EXPECT_EQ(run.summary.digest, run.file.digest());
  const auto digests = run.file.digests();
  ASSERT_EQ(digests.size(), 9U);
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
    const auto records = records_of(run.scenario, replicate, 0);
    for (std::size_t w = 0; w < 3; ++w) {
      EXPECT_EQ(digests[replicate * 3 + w][0], records[w].digest.high);
      EXPECT_EQ(digests[replicate * 3 + w][1], records[w].digest.low);
    }
  }
}

TEST(RunToFile, OneThreadGivesTheSameFile) {
  const sim::ThreadLimit one(1);
  EXPECT_EQ(Result().summary.digest, shared_run().summary.digest);
}

TEST(RunToFile, AnotherSeedGivesAnother) {
  EXPECT_NE(Result({"ensemble.seed=10"}).summary.digest, shared_run().summary.digest);
}

TEST(RunToFile, WhatIsStoredDoesNotChangeWhatHappens) {
  const Result few({"outputs.variables=[arrivals, stock]"});
  EXPECT_TRUE(few.file.has("arrivals"));
  EXPECT_FALSE(few.file.has("vacancies"));
  EXPECT_EQ(few.summary.digest, shared_run().summary.digest);
  EXPECT_EQ(few.file.read("stock"), shared_run().file.read("stock"));
  EXPECT_EQ(few.summary.headlines.size(), shared_run().summary.headlines.size());
}

TEST(RunToFile, CountsTheMonthsOfAllWorlds) {
  const auto& run = shared_run();
  EXPECT_EQ(run.progress.months_total, 3 * 3 * 8);
  EXPECT_EQ(run.progress.months_done, run.progress.months_total);
  EXPECT_GT(run.summary.agent_months, 0);
  EXPECT_LE(run.summary.bytes_per_person, 96U);
}

TEST(RunToFile, HoldsItsProvenance) {
  const auto& run = shared_run();
  EXPECT_EQ(run.file.effective_yaml(), run.scenario.effective_yaml);
  EXPECT_FALSE(run.file.parameter_table_csv().empty());
  EXPECT_GE(run.file.sources().size(), 3U);
  EXPECT_EQ(run.file.layout().worlds,
            (std::vector<std::string>{"scenario", "pilots_as_today", "no_partnerships"}));
}

TEST(RunToFile, AStoppedRunLeavesNothing) {
  const Folder folder;
  const auto scenario = tiny();
  Progress progress;
  progress.stop = true;
  const auto summary = run_to_file(scenario, options_of(scenario), folder / "r.h5", progress);
  EXPECT_TRUE(summary.stopped);
  EXPECT_TRUE(summary.digest.empty());
  EXPECT_TRUE(folder.is_empty());
}

TEST(Draws, GiveEveryDrawItsOwnAssumptions) {
  const Result drawn({"ensemble.draws=3", "ensemble.replicates=2"});
  const auto stock = drawn.file.read("stock");
  EXPECT_EQ(drawn.file.shape("stock")[0], 3U);
  const std::size_t of_one = stock.size() / 3;
  const auto part = [&](std::size_t draw) {
    const auto first = stock.begin() + static_cast<std::ptrdiff_t>(draw * of_one);
    return std::vector<double>(first, first + static_cast<std::ptrdiff_t>(of_one));
  };
  EXPECT_NE(part(0), part(1));
  EXPECT_NE(part(1), part(2));
  EXPECT_NE(part(0), part(2));
}

TEST(Draws, OfOneDrawAreFoundAgainInAnyOrder) {
  const Result drawn({"ensemble.draws=3", "ensemble.replicates=2"});
  const auto digests = drawn.file.digests();
  ASSERT_EQ(digests.size(), 18U);
  for (std::uint32_t draw = 3; draw-- > 0;) {
    for (std::uint32_t replicate = 2; replicate-- > 0;) {
      const auto records = records_of(drawn.scenario, replicate, draw + 1);
      for (std::size_t w = 0; w < 3; ++w)
        EXPECT_EQ(digests[(draw * 2 + replicate) * 3 + w][1], records[w].digest.low);
    }
  }
}

}  // namespace
}  // namespace skillscale::experiments
