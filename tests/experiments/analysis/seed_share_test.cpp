#include "experiments/analysis/seed_share.h"

#include <gtest/gtest.h>

#include "experiments/analysis/estimate.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

/// Points with variance 4, replicates with 1, their interaction with 0.25.
PointTable two_way(std::size_t points, std::size_t replicates, double interaction) {
  const sim::Draws draws(5, 0);
  const auto normal = [&](std::size_t entity, std::uint32_t event) {
    return draws.normal({sim::Key{entity}, event, purpose::stratum});
  };
  PointTable table;
  table.outcomes = {{"y", "1", ""}};
  table.years = {2030};
  table.points = points;
  table.replicates = replicates;
  for (std::size_t p = 0; p < points; ++p) {
    for (std::size_t r = 0; r < replicates; ++r) {
      table.results.push_back(2 * normal(p, 0) + normal(r, 1) +
                              interaction * normal(p * replicates + r, 2));
    }
  }
  return table;
}

// Relative standard errors: points 0.1, replicates 0.1, interaction 0.01.
TEST(SeedShare, PartsTheVarianceIntoPointsReplicatesAndBoth) {
  const auto share = seed_share(two_way(200, 200, 0.5), 0, 0);
  ASSERT_TRUE(share.is_known);
  EXPECT_NEAR(share.points, 4 / 5.25, 0.1);
  EXPECT_NEAR(share.replicates, 1 / 5.25, 0.08);
  EXPECT_NEAR(share.interaction, 0.25 / 5.25, 0.02);
  EXPECT_NEAR(share.points + share.replicates + share.interaction, 1, 1e-12);
}

TEST(SeedShare, OfMeansHoldsOnlyWhatCommonNumbersLeave) {
  const auto share = seed_share(two_way(300, 4, 0), 0, 0);
  EXPECT_GT(share.replicates, 0.01);
  EXPECT_NEAR(share.of_means, 0, 1e-12);
}

TEST(SeedShare, IsUnknownFromOneReplicateOrWithoutVariance) {
  EXPECT_FALSE(seed_share(two_way(20, 1, 1), 0, 0).is_known);
  auto constant = two_way(20, 3, 1);
  for (double& one : constant.results) one = 7;
  EXPECT_FALSE(seed_share(constant, 0, 0).is_known);
}

TEST(SeedShare, LeavesOutPointsWithAnUndefinedReplicate) {
  auto table = two_way(20, 3, 1);
  const double before = seed_share(table, 0, 0).points;
  table.points = 21;
  table.results.insert(table.results.end(), {1e9, undefined, 1e9});
  EXPECT_EQ(seed_share(table, 0, 0).points, before);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
