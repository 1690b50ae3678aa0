// Tables made of columns.
//
// A table is a struct with a member `template <class V> void columns(V&& visit)` that calls
// visit(column) for each of its columns; columns that must not move are left out. All columns of a
// table have the same length. These functions change the table and belong to one thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sim/column.h"

namespace skillscale::sim {

/// Rows of a block, the unit of parallel work. Part of the results' definition of order: fixed.
inline constexpr std::size_t block_rows = 1024;

/// Number of blocks that hold this many rows.
inline constexpr std::size_t block_count(std::size_t rows) {
  return (rows + block_rows - 1) / block_rows;
}

/// Neighbouring blocks are handed out together, in at most 64 runs of at least four blocks: enough
/// to share among threads, few enough that what each run gathers is cheap to add up.
inline constexpr std::size_t run_count(std::size_t blocks) {
  const std::size_t runs = (blocks + 3) / 4;
  return runs < 64 ? runs : 64;
}

/// Run that a block belongs to; depends on the number of blocks only, never on threads.
inline constexpr std::size_t run_of_block(std::size_t block, std::size_t blocks) {
  return block * run_count(blocks) / blocks;
}

/// First block of a run; run_count gives the number of blocks.
inline constexpr std::size_t first_block_of_run(std::size_t run, std::size_t blocks) {
  const std::size_t runs = run_count(blocks);
  return (run * blocks + runs - 1) / runs;
}

/// Length of the table's columns; 0 without columns.
template <class Table>
std::size_t row_count(Table& table) {
  std::size_t rows = 0;
  table.columns([&](auto& column) { rows = column.size(); });
  return rows;
}

/// Appends rows with value-initialised fields; amortised linear.
/// @return the first new row
template <class Table>
std::size_t grow(Table& table, std::size_t extra) {
  const std::size_t rows = row_count(table);
  table.columns([&](auto& column) { column.resize(rows + extra); });
  return rows;
}

/// Bytes that one row takes over all columns.
template <class Table>
std::size_t bytes_per_row(Table& table) {
  std::size_t bytes = 0;
  table.columns([&](auto& column) { bytes += sizeof(column[0]); });
  return bytes;
}

}  // namespace skillscale::sim
