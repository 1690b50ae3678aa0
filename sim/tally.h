// Integer counts of one month, gathered in parallel and added in order.
//
// The neighbouring blocks of a run (see population.h) share a row of cells, because one thread
// works through them. The first run adds straight to the result, so a population of up to four
// blocks costs no extra copy. Integers make the sum independent of any order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace skillscale::sim {

class TallyBoard {
 public:
  explicit TallyBoard(std::size_t cells);

  /// Sets all cells to zero and prepares for this many blocks; costs one pass over runs x cells.
  void begin_month(std::size_t blocks);
  /// Adds from for_each_block. Blocks of one run must not be used by two threads at a time.
  void add(std::size_t block, std::size_t cell, std::int64_t amount) {
    rows_[row_offsets_[block] + cell] += amount;
  }
  /// Adds from a serial phase.
  void add(std::size_t cell, std::int64_t amount) { rows_[cell] += amount; }
  /// Adds the rows of all runs to the result.
  void end_month();
  /// The month's counts; complete after end_month.
  std::span<const std::int64_t> cells() const { return std::span(rows_).first(cells_); }

 private:
  std::size_t cells_;
  std::size_t runs_ = 1;
  std::vector<std::int64_t> rows_;        // one row per run, the first is the result
  std::vector<std::size_t> row_offsets_;  // per block, where its run's row begins
};

}  // namespace skillscale::sim
