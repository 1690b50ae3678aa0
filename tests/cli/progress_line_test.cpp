#include "cli/progress_line.h"

#include <gtest/gtest.h>

namespace skillscale::cli {
namespace {

TEST(ProgressText, SaysHowFarHowFastAndHowLong) {
  experiments::Progress progress;
  progress.months_total = 20000;
  progress.months_done = 5000;
  progress.agent_months = 30'000'000;
  EXPECT_EQ(progress_text(progress, 10, 0),
            " 25 %  5000 of 20 000 months of all worlds  3 million agent-months/s  30 s left");
  EXPECT_EQ(progress_text(progress, 10, 8).substr(0, 15), "[==      ]  25 ");
}

TEST(ProgressText, NamesWhatHappensBeforeAndAfterTheMonths) {
  experiments::Progress progress;
  EXPECT_EQ(progress_text(progress, 1, 20), "setting up");
  progress.months_total = 12;
  progress.months_done = 12;
  EXPECT_EQ(progress_text(progress, 1, 20), "writing the result");
  progress.stop = true;
  EXPECT_EQ(progress_text(progress, 1, 20), "finishing the month, then stopping");
}

TEST(ProgressText, PromisesNoTimeBeforeTheFirstMonth) {
  experiments::Progress progress;
  progress.months_total = 12;
  EXPECT_EQ(progress_text(progress, 3, 0), "  0 %  0 of 12 months of all worlds");
}

}  // namespace
}  // namespace skillscale::cli
