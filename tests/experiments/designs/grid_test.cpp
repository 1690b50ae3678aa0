#include "experiments/designs/grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/error.h"

namespace skillscale::experiments {
namespace {

TEST(Grid, HoldsEveryCombinationWithTheLastFactorFastest) {
  EXPECT_EQ(full_grid({{0, 1}, {0.2, 0.4, 0.6}}),
            (Design{{0, 0.2}, {0, 0.4}, {0, 0.6}, {1, 0.2}, {1, 0.4}, {1, 0.6}}));
}

TEST(Grid, LevelsReachBothEnds) {
  EXPECT_EQ(even_levels(5), (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
  EXPECT_EQ(even_levels(1), std::vector<double>{0.5});
}

TEST(Grid, OfTooManyPointsIsRefusedBeforeItIsMade) {
  const std::vector<std::vector<double>> levels(40, even_levels(10));
  try {
    full_grid(levels);
    FAIL() << "it was made";
  } catch (const sim::InputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("next: fewer levels"));
  }
}

TEST(OneAtATime, LeavesAllOthersAtTheBaseAndTheBaseOnce) {
  EXPECT_EQ(one_at_a_time({0.5, 0.5}, {{0, 1}, {0, 0.5, 1}}),
            (Design{{0.5, 0.5}, {0, 0.5}, {1, 0.5}, {0.5, 0}, {0.5, 1}}));
}

}  // namespace
}  // namespace skillscale::experiments
