#include "sim/population.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "sim/compaction.h"

namespace skillscale::sim {
namespace {

struct Table {
  Column<std::uint64_t> key;
  Column<float> age;
  Column<std::uint8_t> state;
  template <class V>
  void columns(V&& visit) {
    visit(key);
    visit(age);
    visit(state);
  }
};

TEST(Table, GrowsWithZeroesBehindWhatIsThere) {
  Table table;
  EXPECT_EQ(0U, grow(table, 2));
  table.key[1] = 7;
  EXPECT_EQ(2U, grow(table, 3));
  EXPECT_EQ(5U, row_count(table));
  EXPECT_EQ(7U, table.key[1]);
  EXPECT_EQ(0.0F, table.age[4]);
  EXPECT_EQ(13U, bytes_per_row(table));
}

TEST(Table, CompactsInOrder) {
  Table table;
  grow(table, 3000);
  std::vector<std::uint8_t> keep(3000);
  std::vector<std::uint64_t> expected;
  for (std::size_t row = 0; row < keep.size(); ++row) {
    table.key[row] = row;
    table.state[row] = static_cast<std::uint8_t>(row);
    keep[row] = row * row % 7 < 3 ? 1 : 0;
    if (keep[row]) expected.push_back(row);
  }
  EXPECT_EQ(expected.size(), compact(table, keep));
  ASSERT_EQ(expected.size(), row_count(table));
  for (std::size_t row = 0; row < expected.size(); ++row) {
    ASSERT_EQ(expected[row], table.key[row]);
    ASSERT_EQ(static_cast<std::uint8_t>(expected[row]), table.state[row]);
  }
  keep.assign(expected.size(), 0);
  EXPECT_EQ(0U, compact(table, keep));
  EXPECT_EQ(0U, row_count(table));
}

TEST(Table, ColumnsStartOnCacheLines) {
  Table table;
  grow(table, 100);
  EXPECT_EQ(0U, reinterpret_cast<std::uintptr_t>(table.state.data()) % 64);
}

TEST(Runs, CoverAllBlocksOnceAndInOrder) {
  for (std::size_t blocks = 1; blocks < 1000; ++blocks) {
    std::size_t next = 0;
    for (std::size_t run = 0; run < run_count(blocks); ++run) {
      const std::size_t end = first_block_of_run(run + 1, blocks);
      ASSERT_EQ(next, first_block_of_run(run, blocks));
      for (; next < end; ++next) ASSERT_EQ(run, run_of_block(next, blocks));
    }
    ASSERT_EQ(blocks, next);
    ASSERT_LE(run_count(blocks), 64U);
  }
  EXPECT_EQ(1U, run_count(4));
  EXPECT_EQ(0U, run_count(0));
}

}  // namespace
}  // namespace skillscale::sim
