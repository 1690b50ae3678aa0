// Integer counts of one month, gathered per block and added in block order.
//
// With one block everything is added straight to the cells. Otherwise each block owns a row of
// cells, and end_month costs one pass over the rows. Integers make the sum independent of any
// order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace skillscale::sim {

class TallyBoard {
 public:
  explicit TallyBoard(std::size_t cells);

  /// Sets all cells to zero and prepares one row per block.
  void begin_month(std::size_t blocks);
  /// Adds from a parallel phase. Only one thread at a time may use one block.
  void add(std::size_t block, std::size_t cell, std::int64_t amount) {
    rows_[block * stride_ + cell] += amount;
  }
  /// Adds from a serial phase.
  void add(std::size_t cell, std::int64_t amount) { cells_[cell] += amount; }
  /// Adds all rows to the cells.
  void end_month();
  /// The month's counts; complete after end_month.
  std::span<const std::int64_t> cells() const { return cells_; }

 private:
  std::vector<std::int64_t> cells_;
  std::vector<std::int64_t> storage_;  // rows of blocks when there are several
  std::int64_t* rows_ = nullptr;
  std::size_t stride_ = 0;
  std::size_t blocks_ = 0;
};

}  // namespace skillscale::sim
