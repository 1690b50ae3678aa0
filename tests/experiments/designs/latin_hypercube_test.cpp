#include "experiments/designs/latin_hypercube.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace skillscale::experiments {
namespace {

TEST(LatinHypercube, TakesEveryStratumOfEveryParameterOnce) {
  const auto design = latin_hypercube(37, 4, 5);
  ASSERT_EQ(design.size(), 37u);
  for (std::size_t d = 0; d < 4; ++d) {
    std::vector<int> seen(37);
    for (const auto& point : design) ++seen[static_cast<std::size_t>(std::floor(point[d] * 37))];
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), 37) << d;
  }
}

TEST(LatinHypercube, FollowsFromItsSeed) {
  EXPECT_EQ(latin_hypercube(20, 3, 1), latin_hypercube(20, 3, 1));
  EXPECT_NE(latin_hypercube(20, 3, 1), latin_hypercube(20, 3, 2));
}

// Twenty points in a row along the diagonal are a Latin hypercube, too, but a poor one.
TEST(LatinHypercube, KeepsPointsFartherApartThanADiagonal) {
  const double step = 1.0 / 20;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    EXPECT_GT(smallest_squared_distance(latin_hypercube(20, 2, seed)), 4 * 2 * step * step);
  }
}

TEST(LatinHypercube, OfASinglePointStandsInTheMiddle) {
  EXPECT_EQ(latin_hypercube(1, 2, 9), (Design{{0.5, 0.5}}));
}

TEST(FarthestPoints, AreTakenFromTheCornersLeftFree) {
  const Design candidates{{0.1, 0.1}, {0.9, 0.9}, {0.5, 0.5}, {0.9, 0.1}};
  EXPECT_EQ(farthest_points(candidates, {{0, 0}}, 2), (std::vector<std::size_t>{1, 3}));
  EXPECT_EQ(farthest_points(candidates, {}, 9).size(), 4u);
}

}  // namespace
}  // namespace skillscale::experiments
