#include "experiments/designs/sobol.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

Design random_points(std::size_t points, std::size_t dimensions, std::uint64_t seed) {
  const sim::Draws draws(seed, 0);
  Design design(points, std::vector<double>(dimensions));
  for (std::size_t p = 0; p < points; ++p) {
    for (std::size_t d = 0; d < dimensions; ++d)
      design[p][d] = draws.uniform({sim::Key{p}, static_cast<std::uint32_t>(d), purpose::stratum});
  }
  return design;
}

/// Centred L2 discrepancy, squared (Hickernell 1998): 0 would be perfectly even.
double discrepancy(const Design& design) {
  const auto n = static_cast<double>(design.size());
  double single = 0, pairs = 0;
  for (const auto& x : design) {
    double product = 1;
    for (const double c : x) product *= 1 + std::abs(c - 0.5) / 2 - (c - 0.5) * (c - 0.5) / 2;
    single += product;
    for (const auto& y : design) {
      double both = 1;
      for (std::size_t d = 0; d < x.size(); ++d) {
        both *= 1 + std::abs(x[d] - 0.5) / 2 + std::abs(y[d] - 0.5) / 2 - std::abs(x[d] - y[d]) / 2;
      }
      pairs += both;
    }
  }
  return std::pow(13.0 / 12, static_cast<double>(design.front().size())) - 2 * single / n +
         pairs / (n * n);
}

TEST(Sobol, PutsOnePointIntoEveryStratumOfEveryFactor) {
  const auto design = sobol(64, 20, 3);
  for (std::size_t d = 0; d < 20; ++d) {
    std::vector<int> seen(64);
    for (const auto& point : design) ++seen[static_cast<std::size_t>(point[d] * 64)];
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), 64) << d;
  }
}

// The first two dimensions are a (0, m, 2)-net: every box of area 1/n with binary sides holds one.
TEST(Sobol, FillsEveryElementaryBoxOfTheFirstTwoFactors) {
  const auto design = sobol(64, 2, 11);
  for (int wide = 1; wide <= 64; wide *= 2) {
    std::vector<int> seen(64);
    const int high = 64 / wide;
    for (const auto& point : design)
      ++seen[static_cast<std::size_t>(static_cast<int>(point[0] * wide) * high +
                                      static_cast<int>(point[1] * high))];
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), 64) << wide;
  }
}

TEST(Sobol, IsMoreEvenThanRandomPoints) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    EXPECT_LT(discrepancy(sobol(256, 5, seed)), discrepancy(random_points(256, 5, seed)) / 5);
  }
}

TEST(Sobol, LongerDesignBeginsWithTheShorterOne) {
  const auto longer = sobol(200, 7, 9);
  const auto shorter = sobol(60, 7, 9);
  EXPECT_TRUE(std::equal(shorter.begin(), shorter.end(), longer.begin()));
  for (const std::size_t first : {1u, 2u, 60u, 64u, 199u}) {
    EXPECT_EQ(sobol(200 - first, 7, 9, first),
              Design(longer.begin() + static_cast<std::ptrdiff_t>(first), longer.end()));
  }
}

TEST(Sobol, FollowsFromItsSeedAndLeavesOutTheBorder) {
  EXPECT_EQ(sobol(16, 3, 1), sobol(16, 3, 1));
  EXPECT_NE(sobol(16, 3, 1), sobol(16, 3, 2));
  for (const auto& point : sobol(1024, 3, 4)) {
    for (const double c : point) {
      EXPECT_GT(c, 0);
      EXPECT_LT(c, 1);
    }
  }
}

TEST(Sobol, RefusesMoreDimensionsThanItKnows) {
  EXPECT_EQ(sobol(2, most_sobol_dimensions(), 1).back().size(), most_sobol_dimensions());
  EXPECT_THROW(sobol(2, most_sobol_dimensions() + 1, 1), sim::InputError);
}

TEST(Saltelli, GroupsHoldAThenBThenAWithOneFactorFromB) {
  const std::size_t k = 5;
  const auto design = saltelli(32, k, 6);
  ASSERT_EQ(design.size(), 32 * (k + 2));
  for (std::size_t g = 0; g < 32; ++g) {
    const auto* group = &design[g * (k + 2)];
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t d = 0; d < k; ++d) EXPECT_EQ(group[2 + i][d], group[d == i ? 1 : 0][d]);
    }
    EXPECT_NE(group[0], group[1]);
  }
}

TEST(Saltelli, LongerDesignBeginsWithTheShorterOne) {
  const auto longer = saltelli(40, 3, 2), shorter = saltelli(16, 3, 2);
  EXPECT_TRUE(std::equal(shorter.begin(), shorter.end(), longer.begin()));
}

}  // namespace
}  // namespace skillscale::experiments
