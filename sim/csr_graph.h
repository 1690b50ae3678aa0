// Neighbour lists that do not change: who hears from whom.
//
// Reading is O(1) per list and safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/draw.h"
#include "sim/ids.h"

namespace skillscale::sim {

class CsrGraph {
 public:
  CsrGraph() = default;
  /// @param row_offsets  vertex_count + 1 ascending offsets into targets, the first 0
  /// @throws BugError if the offsets do not fit the targets
  CsrGraph(std::vector<std::uint32_t> row_offsets, std::vector<std::uint32_t> targets);

  std::size_t vertex_count() const { return row_offsets_.empty() ? 0 : row_offsets_.size() - 1; }
  std::size_t edge_count() const { return targets_.size(); }
  std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const {
    return std::span(targets_).subspan(row_offsets_[vertex],
                                       row_offsets_[vertex + 1] - row_offsets_[vertex]);
  }
  std::span<const std::uint32_t> row_offsets() const { return row_offsets_; }
  std::span<const std::uint32_t> targets() const { return targets_; }

 private:
  std::vector<std::uint32_t> row_offsets_;
  std::vector<std::uint32_t> targets_;
};

/// Who stands in which circle, and how often a tie leads elsewhere.
struct RingLattice {
  std::span<const std::uint32_t>
      group_of_vertex;  ///< group per vertex; a ring per group, in vertex order
  std::uint32_t neighbours_each_side = 2;
  double rewired_share = 0.0;  ///< probability that a tie leads to a uniformly drawn vertex instead
};

/// Rings within groups with some ties rewired to any vertex.
///
/// Each vertex lists its k predecessors and k successors on its group's ring (fewer in a group of
/// 2 k or fewer vertices). A rewired tie replaces one entry of the vertex's own list; it never
/// leads to the vertex itself. The draw of a tie is addressed by (key of the vertex, event,
/// purpose, 2 * place) and its new end by the odd index after it, so a larger share rewires a
/// superset of the ties.
/// @param keys  key per vertex
CsrGraph ring_lattice(const RingLattice& lattice, std::span<const Key> keys, const Draws& draws,
                      std::uint32_t event, Purpose purpose);

}  // namespace skillscale::sim
