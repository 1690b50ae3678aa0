#include "experiments/analysis/resample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace skillscale::experiments::analysis {
namespace {

TEST(Resamples, HoldAsManyUnitsAsThereAre) {
  const Resamples drawn(100, 30, 1);
  double absent = 0;
  for (std::size_t b = 0; b < drawn.size(); ++b) {
    const auto weights = drawn.weights(b);
    EXPECT_EQ(std::accumulate(weights.begin(), weights.end(), 0), 100);
    absent += static_cast<double>(std::count(weights.begin(), weights.end(), 0)) / 30;
  }
  // (1 - 1/100)^100 of 100 units stay away; standard error of the mean 0.6.
  EXPECT_NEAR(absent, 36.6, 2.4);
}

TEST(Resamples, FollowFromTheirSeed) {
  const auto row = [](std::uint64_t seed) {
    const Resamples drawn(50, 2, seed);
    return std::vector<std::uint16_t>(drawn.weights(1).begin(), drawn.weights(1).end());
  };
  EXPECT_EQ(row(3), row(3));
  EXPECT_NE(row(3), row(4));
}

TEST(Quantile, StandsBetweenOrderStatisticsInAStraightLine) {
  EXPECT_DOUBLE_EQ(quantile({4, 1, 2, 3, 5}, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile({1, 2}, 0.25), 1.25);
  EXPECT_DOUBLE_EQ(quantile({1, undefined, 3}, 1), 3);
  EXPECT_TRUE(std::isnan(quantile({}, 0.5)));
}

TEST(Interval, NeverLeavesTheEstimateOutside) {
  const auto one = with_interval(5, {1, 2, 3});
  EXPECT_EQ(one.high, 5);
  EXPECT_LT(one.low, 1.2);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
