#include "sim/parallel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <set>
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

/// Every block of 20 once, in the order of the visits.
std::vector<std::size_t> visited_blocks() {
  std::vector<std::size_t> visits;
  for_each_block(20 * block_rows, [&](std::size_t block, std::size_t first, std::size_t last) {
    EXPECT_EQ(block * block_rows, first);
    EXPECT_EQ(first + block_rows, last);
    visits.push_back(block);
  });
  return visits;
}

TEST(ShuffledTasks, VisitEveryBlockOnceInTheOrderOfTheSeed) {
  std::vector<std::size_t> in_order(20);
  std::iota(in_order.begin(), in_order.end(), std::size_t{0});
  std::set<std::vector<std::size_t>> orders;
  for (const std::uint64_t seed : {1U, 2U, 3U, 1U}) {
    const ShuffledTasks shuffled(seed);
    for (int loop = 0; loop < 2; ++loop) {
      const auto visits = visited_blocks();
      orders.insert(visits);
      EXPECT_THAT(visits, testing::UnorderedElementsAreArray(in_order));
    }
  }
  EXPECT_EQ(6U, orders.size()) << "two loops of three seeds";
  const ThreadLimit one_thread(1);
  EXPECT_EQ(in_order, visited_blocks()) << "the shuffling has ended";
}

TEST(ShuffledTasks, StayInTheCallingThreadAndPassExceptionsOn) {
  const ShuffledTasks shuffled(1);
  const std::thread::id caller = std::this_thread::get_id();
  std::size_t tasks = 0;
  for_each_task(20, [&](std::size_t) {
    EXPECT_EQ(caller, std::this_thread::get_id());
    for_each_task(30, [&](std::size_t) { ++tasks; });
  });
  EXPECT_EQ(600U, tasks);
  EXPECT_THROW(for_each_task(3, [](std::size_t) { throw std::runtime_error("task"); }),
               std::runtime_error);
}

/// Results of a loop under some seeds.
template <class Loop>
std::set<double> under_shuffles(Loop&& loop) {
  std::set<double> results;
  for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
    const ShuffledTasks shuffled(seed);
    results.insert(loop());
  }
  return results;
}

TEST(ShuffledTasks, FindWhatDependsOnTheOrder) {
  const auto last_writer = [] {
    std::size_t last = 0;
    for_each_block(20 * block_rows,
                   [&](std::size_t block, std::size_t, std::size_t) { last = block; });
    return static_cast<double>(last);
  };
  const auto real_sum = [] {
    double sum = 0.0;
    for_each_task(50, [&](std::size_t index) { sum += 1.0 / static_cast<double>(index + 1); });
    return sum;
  };
  const auto whole_sum = [] {
    std::size_t sum = 0;
    for_each_task(50, [&](std::size_t index) { sum += index * index; });
    return static_cast<double>(sum);
  };
  EXPECT_GT(under_shuffles(last_writer).size(), 1U);
  EXPECT_GT(under_shuffles(real_sum).size(), 1U);
  EXPECT_EQ(1U, under_shuffles(whole_sum).size());
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
