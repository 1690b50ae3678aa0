#include "sim/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace skillscale::sim {
namespace {

TEST(Parallel, EveryRowIsVisitedOnceWithAnyNumberOfThreads) {
  for (const int threads : {1, 2, 4, 8}) {
    const ThreadLimit limit(threads);
    for (const std::size_t rows :
         {std::size_t{0}, std::size_t{1}, block_rows, 100 * block_rows + 3}) {
      std::vector<int> visits(rows);
      std::vector<std::size_t> block_of(rows);
      for_each_block(rows, [&](std::size_t block, std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
          ++visits[row];
          block_of[row] = block;
        }
      });
      for (std::size_t row = 0; row < rows; ++row) {
        ASSERT_EQ(1, visits[row]);
        ASSERT_EQ(row / block_rows, block_of[row]);
      }
    }
  }
}

TEST(Parallel, ASingleBlockRunsInTheCallingThread) {
  const std::thread::id caller = std::this_thread::get_id();
  for_each_block(block_rows, [&](std::size_t, std::size_t, std::size_t) {
    EXPECT_EQ(caller, std::this_thread::get_id());
  });
}

TEST(Parallel, LoopsNest) {
  std::vector<std::atomic<int>> counts(20);
  for_each_task(
      20, [&](std::size_t outer) { for_each_task(30, [&](std::size_t) { ++counts[outer]; }); });
  for (const auto& count : counts) EXPECT_EQ(30, count.load());
}

TEST(Parallel, AnExceptionReachesTheCaller) {
  EXPECT_THROW(for_each_task(50,
                             [](std::size_t index) {
                               if (index == 17) throw std::runtime_error("task");
                             }),
               std::runtime_error);
}

TEST(ThreadLimit, LimitsNestAndEnd) {
  const int before = available_threads();
  {
    const ThreadLimit outer(4);
    const ThreadLimit inner(2);
#ifdef SKILLSCALE_SERIAL
    EXPECT_EQ(1, available_threads());
#else
    EXPECT_EQ(2, available_threads());
#endif
  }
  EXPECT_EQ(before, available_threads());
}

TEST(StartableThreads, AreThoseWantedWhereNothingForbidsThem) {
  EXPECT_EQ(1, startable_threads(0));
  EXPECT_EQ(1, startable_threads(1));
#ifdef SKILLSCALE_SERIAL
  EXPECT_EQ(1, startable_threads(9));
#else
  EXPECT_EQ(9, startable_threads(9));
  EXPECT_EQ(9, startable_threads(9)) << "those of the first call have ended";
#endif
}

TEST(ThreadLimit, IsNeverExceededAndIsUsed) {
  for (const int threads : {1, 2, 4}) {
    const ThreadLimit limit(threads);
    std::atomic<int> active = 0;
    std::atomic<int> most = 0;
    for_each_task(64, [&](std::size_t) {
      const int now = ++active;
      int seen = most.load();
      while (seen < now && !most.compare_exchange_weak(seen, now)) {
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
      --active;
    });
    EXPECT_LE(most.load(), threads);
#ifndef SKILLSCALE_SERIAL
    EXPECT_EQ(threads > 1, most.load() > 1);
#endif
  }
}

}  // namespace
}  // namespace skillscale::sim
