#include "experiments/analysis/robustness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiments/analysis/estimate.h"
#include "experiments/analysis/futures.h"
#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

using Rows = std::vector<std::vector<double>>;

// Three packages in three futures, worked out by hand: the best are 9, 8 and 6.
const Rows by_hand{{9, 2, 3}, {5, 8, 1}, {4, 5, 6}};

TEST(Regret, OfThreePackagesInThreeFuturesIsAsByHand) {
  EXPECT_EQ(regrets(by_hand, Aim::Larger), (Rows{{0, 6, 3}, {4, 0, 5}, {5, 3, 0}}));
  EXPECT_EQ(regrets(by_hand, Aim::Smaller), (Rows{{5, 0, 2}, {1, 6, 0}, {0, 3, 5}}));
}

TEST(Robustness, OfThreePackagesInThreeFuturesIsAsByHand) {
  const auto all = robustness(by_hand, Aim::Larger, read_condition("y >= 4"));
  const double worst[] = {2, 1, 4}, largest[] = {6, 5, 5}, satisfied[] = {1, 2, 3};
  for (std::size_t p = 0; p < 3; ++p) {
    EXPECT_EQ(all[p].worst, worst[p]);
    EXPECT_EQ(all[p].largest_regret, largest[p]);
    EXPECT_DOUBLE_EQ(all[p].satisfied, satisfied[p] / 3);
    EXPECT_DOUBLE_EQ(all[p].best_of_all, 1.0 / 3);
  }
  EXPECT_DOUBLE_EQ(all[0].mean, 14.0 / 3);
  EXPECT_DOUBLE_EQ(all[0].mean_regret, 3);
  EXPECT_DOUBLE_EQ(all[0].regret_90, 3 + 0.8 * 3);
}

TEST(Robustness, TakesTheLargestForTheWorstWhereSmallerIsBetter) {
  const auto all = robustness(by_hand, Aim::Smaller, std::nullopt);
  EXPECT_EQ(all[0].worst, 9);
  EXPECT_EQ(all[0].best, 2);
  EXPECT_TRUE(std::isnan(all[0].satisfied));
}

TEST(Robustness, LeavesOutFuturesWithAnUndefinedOutcome) {
  Rows rows = by_hand;
  rows[1][1] = undefined;
  const auto all = robustness(rows, Aim::Larger, std::nullopt);
  EXPECT_EQ(all[0].futures, 2u);
  EXPECT_EQ(all[0].largest_regret, 3);
}

TEST(Pareto, FlagsWhatNothingElseBeats) {
  EXPECT_EQ(pareto({{1, 5}, {3, 3}, {2, 2}, {3, 3}, {0, 5}}),
            (std::vector<bool>{true, true, false, true, false}));
}

PointTable packages_and_shocks() {
  PointTable table;
  table.factors = {{"package", "1", {"today", "full"}}, {"shock", "1", {}}};
  table.outcomes = {{"y", "1", ""}};
  table.years = {2030};
  table.points = 5;
  table.replicates = 2;
  // The last shock was only run with one package.
  table.values = {0, 0.1, 1, 0.1, 0, 0.5, 1, 0.5, 0, 0.9};
  table.results = {1, 3, 4, 4, 0, 0, 5, 7, 9, 9};
  return table;
}

TEST(Futures, AreWhatAllPackagesWereRunWith) {
  const auto table = packages_and_shocks();
  const auto futures = futures_of(table, {0});
  EXPECT_EQ(futures.packages, (std::vector<std::string>{"today", "full"}));
  EXPECT_EQ(futures.futures, 2u);
  EXPECT_EQ(futures.left_out, 1u);
  EXPECT_EQ(outcomes_of(futures, table, 0, 0), (Rows{{2, 0}, {4, 6}}));
}

TEST(Futures, NeedPackagesThatShareThem) {
  EXPECT_THROW(futures_of(packages_and_shocks(), {}), sim::InputError);
  auto table = packages_and_shocks();
  table.values[1] = 0.2;
  table.values[5] = 0.6;
  EXPECT_THROW(futures_of(table, {0}), sim::InputError);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
