#include "sim/tally.h"

#include <algorithm>

#include "sim/population.h"

namespace skillscale::sim {

namespace {

/// Rows start 64 bytes apart at least, so that two threads seldom share a cache line.
std::size_t row_length(std::size_t cells) { return (cells + 15) / 8 * 8; }

}  // namespace

TallyBoard::TallyBoard(std::size_t cells) : cells_(cells), rows_(row_length(cells)) {}

void TallyBoard::begin_month(std::size_t blocks) {
  const std::size_t length = row_length(cells_);
  runs_ = std::max<std::size_t>(1, run_count(blocks));
  if (runs_ * length > rows_.size()) rows_.resize(runs_ * length);
  std::fill_n(rows_.begin(), runs_ * length, 0);
  if (blocks == row_offsets_.size()) return;
  row_offsets_.resize(blocks);
  for (std::size_t block = 0; block < blocks; ++block) {
    row_offsets_[block] = run_of_block(block, blocks) * length;
  }
}

void TallyBoard::end_month() {
  const std::size_t length = row_length(cells_);
  for (std::size_t run = 1; run < runs_; ++run) {
    const std::int64_t* row = rows_.data() + run * length;
    for (std::size_t cell = 0; cell < cells_; ++cell) rows_[cell] += row[cell];
  }
  runs_ = 1;
}

}  // namespace skillscale::sim
