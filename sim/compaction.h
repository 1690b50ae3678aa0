// Removes rows from a table. Costs a look at every row, and a copy of those behind the first that
// goes; the columns of a large table are copied side by side.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::sim {

/// Neighbouring rows.
struct RowRun {
  std::size_t first, last;
};

/// Runs of rows whose mask is not 0.
inline std::vector<RowRun> kept_runs(std::span<const std::uint8_t> keep_mask) {
  std::vector<RowRun> runs;
  for (std::size_t row = 0; row < keep_mask.size(); ++row) {
    if (!keep_mask[row]) continue;
    const std::size_t first = row;
    while (row < keep_mask.size() && keep_mask[row]) ++row;
    runs.push_back({first, row});
  }
  return runs;
}

/// Moves the runs of a column together and cuts off the rest.
template <class Column>
void close_gaps(Column& column, std::span<const RowRun> runs) {
  std::size_t kept = 0;
  for (const RowRun& run : runs) {
    if (run.first != kept) {
      std::copy(column.begin() + static_cast<std::ptrdiff_t>(run.first),
                column.begin() + static_cast<std::ptrdiff_t>(run.last),
                column.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    kept += run.last - run.first;
  }
  column.resize(kept);
}

/// Keeps the rows whose mask is not 0, in their order.
/// @param keep_mask  one byte per row
/// @return rows kept
template <class Table>
std::size_t compact(Table& table, std::span<const std::uint8_t> keep_mask) {
  const std::vector<RowRun> runs = kept_runs(keep_mask);
  std::size_t columns = 0;
  table.columns([&](auto&) { ++columns; });
  const auto close_one = [&](std::size_t wanted) {
    std::size_t number = 0;
    table.columns([&](auto& column) {
      if (number++ == wanted) close_gaps(column, runs);
    });
  };
  constexpr std::size_t large = 8 * block_rows;
  if (keep_mask.size() >= large) {
    for_each_task(columns, close_one);
  } else {
    for (std::size_t column = 0; column < columns; ++column) close_one(column);
  }
  return row_count(table);
}

}  // namespace skillscale::sim
