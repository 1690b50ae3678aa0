#include "cli/sweep_plan.h"

#include <gtest/gtest.h>

namespace skillscale::cli {
namespace {

TEST(ProposedTasks, TakeHalfAnHourEach) {
  EXPECT_EQ(proposed_tasks(1, 7200, 1), 4);
  EXPECT_EQ(proposed_tasks(1, 7201, 1), 5);
  EXPECT_EQ(proposed_tasks(1, 7200, 4), 1);
  EXPECT_EQ(proposed_tasks(0.2, 32, 1), 1);
}

TEST(ProposedTasks, AreNoMoreThanRunsAndNoMoreThanAnArrayHolds) {
  EXPECT_EQ(proposed_tasks(1e5, 3, 1), 3);
  EXPECT_EQ(proposed_tasks(1e5, 100000, 1), 1000);
  EXPECT_EQ(proposed_tasks(1, 0, 1), 1);
}

}  // namespace
}  // namespace skillscale::cli
