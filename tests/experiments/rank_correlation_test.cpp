#include "experiments/rank_correlation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "sim/draw.h"

namespace skillscale::experiments {
namespace {

using Values = std::vector<double>;

TEST(RankCorrelation, LooksAtOrderAlone) {
  EXPECT_DOUBLE_EQ(1, rank_correlation(Values{1, 2, 3, 4}, Values{1, 10, 100, 1e9}));
  EXPECT_DOUBLE_EQ(-1, rank_correlation(Values{1, 2, 3, 4}, Values{9, 8, -5, -6}));
}

TEST(RankCorrelation, SharesRanksAmongEquals) {
  // Ranks 0.5, 0.5, 2 against 0, 1, 2: 3/2 over the root of 3/2 times 2.
  EXPECT_DOUBLE_EQ(1.5 / std::sqrt(1.5 * 2), rank_correlation(Values{1, 1, 2}, Values{1, 2, 3}));
}

TEST(RankCorrelation, LeavesOutWhatIsNotDefined) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_DOUBLE_EQ(1, rank_correlation(Values{1, none, 2, 3}, Values{1, 7, 2, 3}));
  EXPECT_TRUE(std::isnan(rank_correlation(Values{1, none, 2}, Values{1, 7, 2})));
  EXPECT_TRUE(std::isnan(rank_correlation(Values{1, 2, 3}, Values{5, 5, 5})));
}

TEST(RankCorrelation, StaysWithinTheLimitByChance) {
  const sim::Draws draws(8, 0, 0);
  constexpr std::size_t pairs = 60, comparisons = 40, studies = 400;
  const auto value = [&](std::size_t study, std::size_t series, std::size_t at) {
    const auto entity = static_cast<std::uint32_t>(series * pairs + at);
    return draws.uniform(
        {sim::make_key(1, static_cast<std::uint16_t>(study), entity), 0, sim::Purpose{1}});
  };
  std::size_t beyond = 0;
  for (std::size_t study = 0; study < studies; ++study) {
    Values outcome(pairs);
    for (std::size_t i = 0; i < pairs; ++i) outcome[i] = value(study, 0, i);
    double largest = 0;
    for (std::size_t k = 1; k <= comparisons; ++k) {
      Values x(pairs);
      for (std::size_t i = 0; i < pairs; ++i) x[i] = value(study, k, i);
      largest = std::max(largest, std::abs(rank_correlation(x, outcome)));
    }
    beyond += largest > chance_limit(pairs, comparisons);
  }
  // At most 5 % by the bound; four standard errors of that share on top.
  EXPECT_LE(static_cast<double>(beyond) / studies, 0.05 + 4 * std::sqrt(0.05 * 0.95 / studies));
  EXPECT_GT(beyond, 0U);
}

}  // namespace
}  // namespace skillscale::experiments
