#include "experiments/checkpoint_keeper.h"

#include <gtest/gtest.h>

#include "output/file_identity.h"
#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

using namespace std::chrono_literals;

/// A clock that goes on by itself when it is read, so that a month takes one reading and writing a
/// file another.
struct Ticking {
  std::chrono::steady_clock::time_point time{};
  std::chrono::steady_clock::duration step = 1s;
};

/// Months in which a file was written.
std::vector<int> months_written(Ticking& clock, int every, int months) {
  const Folder folder;
  KeeperOptions options;
  options.path = folder / "r.ckpt.h5";
  options.every = every;
  options.now = [&] { return clock.time += clock.step; };
  CheckpointKeeper keeper(options);
  const UnitName unit;
  keeper.begin(unit);
  std::vector<int> written;
  auto last = output::identity_of(options.path);
  for (int month = 1; month <= months; ++month) {
    if (keeper.wants(unit, month, 0)) keeper.deposit(unit, month, {});
    const auto now = output::identity_of(options.path);
    if (now != last) written.push_back(month);
    last = now;
  }
  return written;
}

TEST(CheckpointKeeper, WritingTakesATwentiethOfTheTimeAtMost) {
  for (const auto step : {1ms, 1000ms, 60000ms}) {
    Ticking clock;
    clock.step = step;
    const auto begin = clock.time;
    const auto written = months_written(clock, 1, 2000);
    const auto all = clock.time - begin;
    // Each writing lies between two readings.
    const auto writing = static_cast<int>(written.size()) * clock.step;
    EXPECT_LE(20 * writing, all + 20 * clock.step);
    EXPECT_GE(25 * writing, all);
  }
}

TEST(CheckpointKeeper, LeavesAtLeastTheMonthsBetweenThatWereAsked) {
  Ticking clock;
  const auto written = months_written(clock, 50, 20000);
  ASSERT_GT(written.size(), 3U);
  for (const int month : written) EXPECT_EQ(month % 50, 0);
}

}  // namespace
}  // namespace skillscale::experiments
