#include "cli/thread_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skillscale::cli {
namespace {

struct Share {
  int wished;
  bool wants_progress;
  int startable;
  int threads;
  bool has_progress;
};

TEST(ThreadPlan, ComputesWithWhatTheMachineAllows) {
  for (const auto& row :
       {Share{8, true, 9, 8, true}, Share{8, false, 8, 8, false}, Share{8, true, 8, 7, true},
        Share{8, true, 3, 2, true}, Share{8, true, 2, 2, false}, Share{8, true, 1, 1, false},
        Share{8, false, 3, 3, false}, Share{1, true, 1, 1, false}, Share{1, true, 2, 1, true},
        Share{2, true, 2, 2, false}}) {
    const auto plan = share_threads(row.wished, row.wants_progress, row.startable);
    EXPECT_EQ(plan.threads, row.threads) << row.wished << " " << row.startable;
    EXPECT_EQ(plan.has_progress, row.has_progress) << row.wished << " " << row.startable;
    EXPECT_EQ(plan.note.empty(), plan.threads == row.wished);
  }
  EXPECT_THAT(share_threads(8, true, 3).note, ::testing::HasSubstr("only 2 of 8 threads"));
}

TEST(ThreadPlan, TakesNoMoreThanProcessorsCanUse) {
  EXPECT_EQ(useful_threads(8, 2), 8);
  EXPECT_EQ(useful_threads(64, 2), 64);
  EXPECT_EQ(useful_threads(4096, 2), 64);
  EXPECT_EQ(useful_threads(300, 100), 300);
  EXPECT_EQ(useful_threads(4096, 100), 400);
}

TEST(ThreadPlan, TakesWhatIsAsked) {
  EXPECT_EQ(plan_threads(2, true).threads, 2);
  EXPECT_TRUE(plan_threads(2, true).has_progress);
  EXPECT_GE(plan_threads(0, false).threads, 1);
}

}  // namespace
}  // namespace skillscale::cli
