#include "experiments/designs/morris.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/error.h"

namespace skillscale::experiments {
namespace {

/// Squared distances between the middles of paths, over all pairs.
double spread(const Design& design, std::size_t length) {
  double sum = 0;
  for (std::size_t a = 0; a < design.size(); ++a) {
    for (std::size_t b = 0; b < a - a % length; ++b) {
      double squares = 0;
      for (std::size_t d = 0; d + 1 < length; ++d)
        squares += (design[a][d] - design[b][d]) * (design[a][d] - design[b][d]);
      sum += std::sqrt(squares);
    }
  }
  return sum;
}

TEST(Morris, EveryStepMovesOneFactorAndEveryFactorMovesOnce) {
  const std::size_t k = 6;
  const auto design = morris(25, k, 8);
  ASSERT_EQ(design.size(), 25 * (k + 1));
  for (std::size_t path = 0; path < 25; ++path) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < k; ++step) {
      const auto& from = design[path * (k + 1) + step];
      const auto& to = design[path * (k + 1) + step + 1];
      for (std::size_t d = 0; d < k; ++d) {
        if (from[d] == to[d]) continue;
        EXPECT_NEAR(std::abs(to[d] - from[d]), 2.0 / 3, 1e-15);
        EXPECT_TRUE(moved.insert(d).second) << "factor " << d << " moved twice";
      }
      EXPECT_EQ(moved.size(), step + 1);
    }
  }
}

TEST(Morris, TakesEveryLevelAboutEquallyOften) {
  const auto design = morris(400, 3, 5);
  for (std::size_t d = 0; d < 3; ++d) {
    std::vector<int> seen(4);
    for (const auto& point : design) ++seen[static_cast<std::size_t>(std::lround(point[d] * 3))];
    // 1600 points in 400 paths: 400 a level, standard deviation below 35.
    for (const int count : seen) EXPECT_NEAR(count, 400, 140) << d;
  }
}

TEST(Morris, LongerDesignBeginsWithTheShorterOne) {
  for (const std::size_t candidates : {std::size_t{0}, std::size_t{40}}) {
    const auto longer = morris(12, 4, 3, {4, candidates}),
               shorter = morris(5, 4, 3, {4, candidates});
    EXPECT_TRUE(std::equal(shorter.begin(), shorter.end(), longer.begin())) << candidates;
  }
}

TEST(Morris, PathsChosenFromCandidatesLieFartherApart) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    EXPECT_GT(spread(morris(8, 5, seed, {4, 200}), 6), spread(morris(8, 5, seed), 6));
  }
}

TEST(Morris, FollowsFromItsSeedAndRefusesOddLevels) {
  EXPECT_EQ(morris(3, 2, 1), morris(3, 2, 1));
  EXPECT_NE(morris(3, 2, 1), morris(3, 2, 2));
  EXPECT_THROW(morris(3, 2, 1, {5, 0}), sim::InputError);
  EXPECT_THROW(morris(3, 2, 1, {4, 2}), sim::InputError);
}

}  // namespace
}  // namespace skillscale::experiments
