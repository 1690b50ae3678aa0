// The partnership graph at one moment, in compressed rows, as it goes into a result file.
#pragma once

#include <cstdint>
#include <vector>

namespace skillscale::output {

/// A directed graph of n nodes and m edges. Edges of node i are those at row_offsets[i] ..
/// row_offsets[i + 1] - 1.
struct GraphSnapshot {
  std::vector<std::int64_t> row_offsets;  ///< [n + 1], from 0 to m
  std::vector<std::int32_t> targets;      ///< [m] node at the other end
  std::vector<double> capacity;           ///< [m] persons per year
  std::vector<std::int32_t>
      start;                  ///< [m] month of the run in which the edge began, 0 = first month
  std::vector<double> trust;  ///< [m] in [0, 1]
  std::vector<std::int32_t> kinds;    ///< [n] kind of the node, a number of the caller's vocabulary
  std::vector<std::int32_t> indices;  ///< [n] position of the node in its own table

  bool operator==(const GraphSnapshot&) const = default;
};

/// Which world and year a snapshot belongs to.
struct GraphMoment {
  int draw = 0;
  int replicate = 0;
  int world = 0;
  int year = 0;

  auto operator<=>(const GraphMoment&) const = default;
};

}  // namespace skillscale::output
