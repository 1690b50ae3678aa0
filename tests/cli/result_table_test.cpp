#include "cli/result_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

namespace skillscale::cli {
namespace {

using experiments::Headline;
using experiments::Interval;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* pilots = "pilots_as_today";

Headline world_headline(std::string name, std::string title, std::string unit, Interval value,
                        Interval difference) {
  Headline headline;
  headline.name = std::move(name);
  headline.long_name = std::move(title);
  headline.unit = std::move(unit);
  headline.scenario = value;
  headline.reference = {{pilots, value}};
  headline.difference = {{pilots, difference}};
  return headline;
}

Headline gain(std::string name, Interval value) {
  Headline headline;
  headline.name = name;
  headline.long_name = std::move(name);
  headline.is_pair = true;
  headline.difference = {{pilots, value}};
  return headline;
}

class ResultTable : public ::testing::Test {
 protected:
  ResultTable() {
    scenario_.run.name = "A scenario";
    options_.replicates = 20;
    options_.seed = 7;
    options_.months = 13;
    auto share = world_headline("recognised_share", "Recognised share", "1",
                                {0.4, 0.436, 0.5, 0.44}, {-0.01, 0.002, 0.03, 0.01});
    share.is_share = true;
    auto stage =
        world_headline("bottleneck_stage", "Bottleneck stage", "1", {4, 4, 4, 4}, {1, 1, 1, 1});
    stage.word = "visa";
    stage.scarce = "the visa posts";
    stage.difference.clear();
    summary_.headlines = {
        world_headline("arrivals_per_year", "Arrivals a year", "persons/year",
                       {11500, 12040, 12600, 12000}, {300, 384, 460, 380}),
        share,
        stage,
        gain("migrant_gain", {0.2, 0.31, 0.4, 0.3}),
        gain("origin_gain", {0.05, 0.1, 0.2, 0.1}),
        gain("destination_gain", {0.1, 0.2, 0.3, 0.2}),
        gain("triple_win", {0.05, 0.1, 0.2, 0.1, 20, 20, 0}),
        gain("nobody_worse_off", {0, 1, 1, 0.85, 20, 17, 0}),
        gain("gain_domestic_workers", {-0.02, 0, 0.1, 0, 20, 14, 3}),
    };
    summary_.headlines.back().long_name = "Gain of domestic workers";
  }

  std::string text() const { return result_table(scenario_, options_, summary_); }
  Interval& gain_of(std::size_t headline) {
    return summary_.headlines[headline].difference.front().second;
  }

  scenarios::Scenario scenario_;
  experiments::RunOptions options_;
  experiments::RunSummary summary_;
};

TEST_F(ResultTable, ShowsMediansRangesUnitsAndSignedDifferences) {
  EXPECT_THAT(text(), HasSubstr("Arrivals a year (persons/year)                                  "
                                "12 040   11 500 to 12 600\n"));
  EXPECT_THAT(text(), HasSubstr("+384   +300 to +460\n"));
  EXPECT_THAT(text(), HasSubstr("Recognised share (%)"));
  EXPECT_THAT(text(), HasSubstr("43.6   40.0 to 50.0\n"));
  EXPECT_THAT(text(), HasSubstr("2024-01 to 2025-01; 20 replicates, seed 7\n"));
}

TEST_F(ResultTable, CallsClearOnlyWhatChanceDoesNotExplain) {
  EXPECT_THAT(text(), HasSubstr("  clearly more:  Arrivals a year\n"));
  EXPECT_THAT(text(), Not(HasSubstr("clearly less")));
  summary_.headlines[0].difference.front().second = {-460, -384, -300, -380};
  EXPECT_THAT(text(), HasSubstr("  clearly less:  Arrivals a year\n"));
  summary_.headlines[0].difference.front().second = {-10, 2, 12, 1};
  EXPECT_THAT(text(), HasSubstr("No difference from pilots_as_today of 1 % or more stands out"));
}

TEST_F(ResultTable, NamesTheBottleneck) {
  EXPECT_THAT(text(), HasSubstr("Bottleneck: the visa posts (stage visa) limit"));
  summary_.headlines[2].word.clear();
  EXPECT_THAT(text(), HasSubstr("Bottleneck: none, "));
}

TEST_F(ResultTable, JudgesTheTripleWinByItsSmallestGain) {
  EXPECT_THAT(text(), HasSubstr("Triple win: migrants, origin and destination all gain in 20 of 20 "
                                "runs (over replicates only).\n"
                                "  The least favoured, each in its own yardstick: the origin.\n"));
  gain_of(6) = {-0.1, 0.05, 0.2, 0.05, 20, 14, 5};
  EXPECT_THAT(text(), HasSubstr("all gain in 14 of 20 runs"));
  gain_of(3) = {-0.3, -0.2, -0.1, -0.2, 20, 0, 20};
  EXPECT_THAT(text(), HasSubstr("The least favoured, each in its own yardstick: migrants.\n"));
}

TEST_F(ResultTable, NamesWhoLosesAndHowOften) {
  EXPECT_THAT(
      text(),
      HasSubstr("None of seven groups is worse off in 17 of 20 runs (over replicates only).\n"
                "  Groups that lose, and in how many runs:\n    domestic workers (3).\n"));
  summary_.headlines.back().difference.front().second.losing = 0;
  EXPECT_THAT(text(), Not(HasSubstr("Groups that lose")));
}

TEST_F(ResultTable, TellsWhenPartnershipsEnded) {
  auto left = world_headline("partnerships_at_end", "", "1", {0, 1, 3, 1, 20}, {0, 0, 0, 0});
  auto last = world_headline("last_partnership_end", "", "months", {60, 89, 120, 90, 6}, {});
  last.difference.clear();
  summary_.headlines.insert(summary_.headlines.end(), {left, last});
  EXPECT_THAT(text(), HasSubstr("Partnerships at work at the end: 1 (0 to 3).\n"
                                "  In 6 of 20 runs none was left; in half of those the last was at "
                                "work in 2031-05 or before.\n"));
  summary_.headlines.back().scenario.runs = 0;
  EXPECT_THAT(text(), Not(HasSubstr("none was left")));
}

TEST_F(ResultTable, TellsShortWaitsInWordsAndLongOnesInRows) {
  summary_.headlines.push_back(world_headline("visa_wait_months", "Wait for the visa post",
                                              "months", {0, 0.01, 0.04, 0}, {0, 0, 0, 0}));
  EXPECT_THAT(text(), HasSubstr("Nobody waits long, case work not counted, for:\n"
                                "  the visa post.\n"));
  summary_.headlines.back().difference.front().second = {-3, -2.7, -2, -2.7};
  EXPECT_THAT(text(), Not(HasSubstr("Nobody waits long")));
  EXPECT_THAT(text(), HasSubstr("Wait for the visa post (months)"));
  EXPECT_THAT(text(), HasSubstr("-2.70   -3.00 to -2.00\n"));
}

TEST_F(ResultTable, LeavesOutWhatIsZeroEverywhere) {
  summary_.headlines.push_back(world_headline("home_track_graduates_total", "Home-track graduates",
                                              "persons", {0, 0, 0, 0}, {0, 0, 0, 0}));
  EXPECT_THAT(text(), Not(HasSubstr("Home-track")));
  summary_.headlines.back().difference.front().second = {-3, -2, -1, -2};
  EXPECT_THAT(text(), HasSubstr("Home-track"));
}

TEST_F(ResultTable, CallsNothingClearThatIsBelowOnePercent) {
  summary_.headlines[0].difference.front().second = {10, 12, 14, 12};
  EXPECT_THAT(text(), HasSubstr("No difference from pilots_as_today of 1 % or more stands out"));
}

TEST_F(ResultTable, SaysOverReplicatesOnlyUnlessParametersAreDrawn) {
  EXPECT_THAT(text(), HasSubstr("over replicates only"));
  scenario_.run.ensemble.draws = 50;
  EXPECT_THAT(text(), Not(HasSubstr("over replicates only")));
  EXPECT_THAT(text(), HasSubstr("50 parameter draws"));
}

TEST_F(ResultTable, ClaimsNoRangeForASingleRun) {
  options_.replicates = 1;
  EXPECT_THAT(text(), HasSubstr("One run: there are no ranges"));
  EXPECT_THAT(text(), Not(HasSubstr("11 500 to")));
  EXPECT_THAT(text(), Not(HasSubstr("% of the runs")));
  EXPECT_THAT(text(), Not(HasSubstr("clearly")));
}

TEST_F(ResultTable, SaysWhatIsNotDefined) {
  summary_.headlines[0].scenario = {NAN, NAN, NAN, NAN};
  EXPECT_THAT(text(), HasSubstr("-   not defined in this horizon\n"));
}

TEST_F(ResultTable, NeedsNoReference) {
  summary_.headlines.resize(2);
  for (auto& headline : summary_.headlines) {
    headline.reference.clear();
    headline.difference.clear();
  }
  EXPECT_THAT(text(), HasSubstr("12 040"));
  EXPECT_THAT(text(), Not(HasSubstr("against")));
  EXPECT_THAT(text(), Not(HasSubstr("Gains are")));
}

TEST_F(ResultTable, FitsIntoAHundredColumns) {
  std::istringstream lines(text());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100U) << line;
}

}  // namespace
}  // namespace skillscale::cli
