#include "sim/tally.h"

#include <gtest/gtest.h>

#include "sim/parallel.h"

namespace skillscale::sim {
namespace {

std::vector<std::int64_t> count_rows(std::size_t rows, std::size_t cells, TallyBoard& board) {
  board.begin_month(block_count(rows));
  board.add(0, -5);
  for_each_block(rows, [&](std::size_t block, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row) {
      board.add(block, row * row % cells, static_cast<std::int64_t>(row));
    }
  });
  board.add(cells - 1, 7);
  board.end_month();
  return {board.cells().begin(), board.cells().end()};
}

TEST(TallyBoard, CountsTheSameWithAnyNumberOfThreadsAndBlocks) {
  constexpr std::size_t cells = 37;
  TallyBoard board(cells);
  for (const std::size_t rows : {std::size_t{0}, std::size_t{5}, 4 * block_rows, 4 * block_rows + 1,
                                 300 * block_rows + 17, std::size_t{100}}) {
    std::vector<std::int64_t> expected(cells);
    expected[0] = -5;
    for (std::size_t row = 0; row < rows; ++row) {
      expected[row * row % cells] += static_cast<std::int64_t>(row);
    }
    expected[cells - 1] += 7;
    for (const int threads : {1, 2, 4, 8}) {
      const ThreadLimit limit(threads);
      ASSERT_EQ(expected, count_rows(rows, cells, board)) << rows << " rows, " << threads;
    }
  }
}

TEST(TallyBoard, CopiesAreIndependent) {
  TallyBoard board(3);
  board.begin_month(1);
  board.add(0, 1, 5);
  TallyBoard copy = board;
  copy.add(0, 1, 1);
  EXPECT_EQ(5, board.cells()[1]);
  EXPECT_EQ(6, copy.cells()[1]);
  EXPECT_EQ(3U, copy.cells().size());
}

}  // namespace
}  // namespace skillscale::sim
