#include "sim/csr_graph.h"

#include <algorithm>
#include <utility>

#include "sim/error.h"

namespace skillscale::sim {

namespace {

/// Vertices by group, in vertex order, and the place of each vertex on its ring.
struct Rings {
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::size_t> place;
};

Rings make_rings(std::span<const std::uint32_t> group_of_vertex) {
  Rings rings;
  rings.place.resize(group_of_vertex.size());
  for (std::uint32_t v = 0; v < group_of_vertex.size(); ++v) {
    const std::uint32_t group = group_of_vertex[v];
    if (group >= rings.members.size()) rings.members.resize(std::size_t{group} + 1);
    rings.place[v] = rings.members[group].size();
    rings.members[group].push_back(v);
  }
  return rings;
}

/// Appends the neighbours on the ring: nearest first, before and after in turn, each once.
void append_ring_neighbours(const std::vector<std::uint32_t>& ring, std::size_t place,
                            std::size_t each_side, std::vector<std::uint32_t>& targets) {
  const std::size_t length = ring.size();
  for (std::size_t step = 1; step <= each_side && 2 * step <= length; ++step) {
    targets.push_back(ring[(place + length - step) % length]);
    if (2 * step != length) targets.push_back(ring[(place + step) % length]);
  }
}

}  // namespace

CsrGraph::CsrGraph(std::vector<std::uint32_t> row_offsets, std::vector<std::uint32_t> targets)
    : row_offsets_(std::move(row_offsets)), targets_(std::move(targets)) {
  const bool fits = !row_offsets_.empty() && row_offsets_.front() == 0 &&
                    row_offsets_.back() == targets_.size() &&
                    std::is_sorted(row_offsets_.begin(), row_offsets_.end());
  const bool is_empty = row_offsets_.empty() && targets_.empty();
  if (!fits && !is_empty) fail_bug("the row offsets of a graph do not fit its targets");
}

CsrGraph ring_lattice(const RingLattice& lattice, std::span<const Key> keys, const Draws& draws,
                      std::uint32_t event, Purpose purpose) {
  const auto vertices = static_cast<std::uint32_t>(lattice.group_of_vertex.size());
  if (keys.size() != vertices) fail_bug("a lattice needs one key per vertex");
  const Rings rings = make_rings(lattice.group_of_vertex);
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> targets;
  for (std::uint32_t v = 0; v < vertices; ++v) {
    const std::size_t first = targets.size();
    append_ring_neighbours(rings.members[lattice.group_of_vertex[v]], rings.place[v],
                           lattice.neighbours_each_side, targets);
    for (std::size_t tie = first; tie < targets.size(); ++tie) {
      const auto index = static_cast<std::uint16_t>(2 * (tie - first));
      if (draws.uniform({keys[v], event, purpose, index}) >= lattice.rewired_share) continue;
      const Address end{keys[v], event, purpose, static_cast<std::uint16_t>(index + 1)};
      const auto other = static_cast<std::uint32_t>(draws.below(end, vertices - 1));
      targets[tie] = other < v ? other : other + 1;
    }
    offsets.push_back(static_cast<std::uint32_t>(targets.size()));
  }
  return {std::move(offsets), std::move(targets)};
}

}  // namespace skillscale::sim
