#include "sim/threshold_queue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "sim/draw.h"
#include "sim/error.h"

namespace skillscale::sim {
namespace {

std::vector<PoolEntry> random_entries(std::size_t count, bool ids_ascend, std::uint64_t seed) {
  const Draws draws(seed, 0);
  std::vector<PoolEntry> entries;
  for (std::uint32_t n = 0; n < count; ++n) {
    const Address at{make_key(0, 0, n), 0, Purpose{1}};
    // Coarse thresholds make ties, which the id must settle.
    const double coarse = static_cast<double>(draws.below(at, count)) / 8.0;
    const double fine = draws.exponential({at.entity, 1, Purpose{1}});
    const auto id = ids_ascend ? n : static_cast<std::uint32_t>(draws.bits(at)[1]);
    entries.push_back({static_cast<float>(n % 2 == 0 ? coarse : fine), id});
  }
  return entries;
}

TEST(SortPool, AgreesWithAPlainSort) {
  for (const std::size_t count : {0U, 1U, 2U, 1000U, 70000U}) {
    for (const bool ids_ascend : {true, false}) {
      std::vector<PoolEntry> expected = random_entries(count, ids_ascend, 1);
      const SortedPool sorted = sort_pool(expected);
      std::sort(expected.begin(), expected.end());
      EXPECT_EQ(expected, *sorted);
    }
  }
}

TEST(SortPool, HandlesZeroTinyAndEndlessThresholds) {
  const float endless = std::numeric_limits<float>::infinity();
  const SortedPool sorted =
      sort_pool({{endless, 1}, {-0.0F, 5}, {0.0F, 2}, {1e-45F, 3}, {3e38F, 4}});
  std::vector<std::uint32_t> ids;
  for (const PoolEntry& entry : *sorted) ids.push_back(entry.id);
  EXPECT_EQ((std::vector<std::uint32_t>{2, 5, 3, 4, 1}), ids);
}

TEST(SortPool, RefusesWhatHasNoOrder) {
  EXPECT_THROW(sort_pool({{-1.0F, 0}}), BugError);
  EXPECT_THROW(sort_pool({{std::numeric_limits<float>::quiet_NaN(), 0}}), BugError);
}

TEST(ThresholdQueue, AgreesWithSortingEverythingEachMonth) {
  const std::vector<PoolEntry> initial = random_entries(3000, false, 2);
  const std::vector<PoolEntry> later = random_entries(2000, false, 3);
  ThresholdQueue queue(sort_pool(initial));
  std::vector<PoolEntry> asleep = initial;
  for (std::size_t month = 0; month < 400; ++month) {
    for (std::size_t n = 5 * month; n < 5 * month + 5; ++n) {
      queue.add(later[n]);
      asleep.push_back(later[n]);
    }
    const double cumulative = 0.9 * static_cast<double>(month);
    std::sort(asleep.begin(), asleep.end());
    const auto is_due = [&](PoolEntry e) { return static_cast<double>(e.threshold) <= cumulative; };
    const auto end = std::partition_point(asleep.begin(), asleep.end(), is_due);
    const std::vector<PoolEntry> expected(asleep.begin(), end);
    asleep.erase(asleep.begin(), end);
    std::vector<PoolEntry> due;
    queue.pop_until(cumulative, due);
    ASSERT_EQ(expected, due) << month;
    ASSERT_EQ(asleep.size(), queue.size());
  }
}

TEST(ThresholdQueue, WorldsShareTheInitialEntriesAndNothingElse) {
  const SortedPool pool = sort_pool({{1.0F, 1}, {2.0F, 2}});
  ThresholdQueue first(pool);
  ThresholdQueue second(pool);
  std::vector<PoolEntry> due;
  first.add({0.5F, 3});
  first.pop_until(1.5, due);
  EXPECT_EQ(1U, first.size());
  EXPECT_EQ(2U, second.size());
  const ThresholdQueue empty;
  EXPECT_EQ(0U, empty.size());
}

TEST(ThresholdQueue, AppendsBehindWhatIsThere) {
  ThresholdQueue queue(sort_pool({{1.0F, 1}}));
  std::vector<PoolEntry> due{{9.0F, 9}};
  queue.pop_until(1.0, due);
  EXPECT_EQ((std::vector<PoolEntry>{{9.0F, 9}, {1.0F, 1}}), due);
}

TEST(ThresholdQueue, ContinuesFromCursorAndAdditions) {
  const SortedPool pool = sort_pool(random_entries(500, true, 4));
  ThresholdQueue queue(pool);
  std::vector<PoolEntry> due;
  for (const PoolEntry& entry : random_entries(100, true, 5)) queue.add(entry);
  queue.pop_until(3.0, due);
  ThresholdQueue resumed(pool);
  resumed.restore(queue.cursor(), queue.additions());
  std::vector<PoolEntry> expected;
  std::vector<PoolEntry> rest;
  queue.pop_until(1e9, expected);
  resumed.pop_until(1e9, rest);
  EXPECT_EQ(expected, rest);
  EXPECT_FALSE(rest.empty());
  EXPECT_THROW(resumed.restore(501, {}), BugError);
}

/// A queue keeps its additions in another inner order after a restore. Whatever is added and popped
/// afterwards, in small steps or large, comes out the same, and what is saved then is the same.
TEST(ThresholdQueue, RestoredItGoesOnTheSameWhateverFollows) {
  const SortedPool pool = sort_pool(random_entries(300, true, 6));
  const auto later = random_entries(400, true, 7);
  for (const double step : {0.001, 0.05, 1.0}) {
    ThresholdQueue queue(pool);
    ThresholdQueue resumed(pool);
    double hazard = 0;
    for (std::size_t month = 0; month < 200; ++month) {
      for (std::size_t i = 2 * month; i < 2 * month + 2; ++i) {
        const auto entry = PoolEntry{static_cast<float>(hazard) + later[i].threshold, later[i].id};
        queue.add(entry);
        resumed.add(entry);
      }
      // A pool that is closed for a while has the same hazard for months.
      if (month % 5 != 0) hazard += step;
      std::vector<PoolEntry> expected, got;
      queue.pop_until(hazard, expected);
      resumed.pop_until(hazard, got);
      ASSERT_EQ(expected, got) << step << " " << month;
      ASSERT_EQ(queue.additions(), resumed.additions());
      ASSERT_EQ(queue.cursor(), resumed.cursor());
      if (month % 3 == 0) resumed.restore(queue.cursor(), queue.additions());
    }
  }
}

TEST(ThresholdQueue, WhatIsDueAtOnceIsSoAfterARestore) {
  ThresholdQueue queue;
  queue.add({0.0F, 3});
  ThresholdQueue resumed;
  resumed.restore(0, queue.additions());
  std::vector<PoolEntry> due;
  resumed.pop_until(0.0, due);
  EXPECT_EQ((std::vector<PoolEntry>{{0.0F, 3}}), due);
}

}  // namespace
}  // namespace skillscale::sim
