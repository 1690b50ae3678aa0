#include "sim/csr_graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/error.h"

namespace skillscale::sim {
namespace {

std::vector<Key> keys_of(std::size_t count) {
  std::vector<Key> keys;
  for (std::uint32_t n = 0; n < count; ++n) keys.push_back(make_key(0, 0, n));
  return keys;
}

std::vector<std::uint32_t> sorted_neighbours(const CsrGraph& graph, std::uint32_t v) {
  std::vector<std::uint32_t> list(graph.neighbours(v).begin(), graph.neighbours(v).end());
  std::sort(list.begin(), list.end());
  return list;
}

TEST(RingLattice, JoinsEachVertexToItsNearestOnTheRingOfItsGroup) {
  const std::vector<std::uint32_t> groups{0, 1, 0, 0, 1, 0, 0, 1, 1, 2, 2};
  const CsrGraph graph =
      ring_lattice({groups, 2, 0.0}, keys_of(groups.size()), Draws(1, 0), 0, Purpose{1});
  // Group 0 is the ring 0 2 3 5 6; group 1 the ring 1 4 7 8; group 2 the pair 9 10.
  EXPECT_EQ((std::vector<std::uint32_t>{2, 3, 5, 6}), sorted_neighbours(graph, 0));
  EXPECT_EQ((std::vector<std::uint32_t>{0, 2, 5, 6}), sorted_neighbours(graph, 3));
  EXPECT_EQ((std::vector<std::uint32_t>{4, 7, 8}), sorted_neighbours(graph, 1));
  EXPECT_EQ((std::vector<std::uint32_t>{10}), sorted_neighbours(graph, 9));
}

TEST(RingLattice, SpreadsByOneStepOnEachSide) {
  const std::vector<std::uint32_t> groups(101);
  const CsrGraph graph =
      ring_lattice({groups, 1, 0.0}, keys_of(groups.size()), Draws(1, 0), 0, Purpose{1});
  std::vector<bool> knows(groups.size());
  knows[40] = true;
  for (int step = 1; step <= 60; ++step) {
    const std::vector<bool> before = knows;
    for (std::uint32_t v = 0; v < groups.size(); ++v) {
      for (const std::uint32_t other : graph.neighbours(v)) {
        if (before[other]) knows[v] = true;
      }
    }
    EXPECT_EQ(std::min(101, 1 + 2 * step), std::count(knows.begin(), knows.end(), true));
  }
}

TEST(RingLattice, RewiresTheShareAndOnlyMoreWithALargerShare) {
  const std::vector<std::uint32_t> groups(20000);
  const std::vector<Key> keys = keys_of(groups.size());
  const Draws draws(2, 0);
  const CsrGraph ring = ring_lattice({groups, 2, 0.0}, keys, draws, 0, Purpose{1});
  const CsrGraph some = ring_lattice({groups, 2, 0.1}, keys, draws, 0, Purpose{1});
  const CsrGraph more = ring_lattice({groups, 2, 0.4}, keys, draws, 0, Purpose{1});
  double moved = 0.0;
  for (std::size_t tie = 0; tie < ring.edge_count(); ++tie) {
    if (some.targets()[tie] == ring.targets()[tie]) continue;
    ++moved;
    ASSERT_EQ(some.targets()[tie], more.targets()[tie]);
  }
  EXPECT_NEAR(0.1, moved / 80000.0, 4 * std::sqrt(0.1 * 0.9 / 80000));
  for (std::uint32_t v = 0; v < more.vertex_count(); ++v) {
    for (const std::uint32_t other : more.neighbours(v)) ASSERT_NE(v, other);
  }
}

TEST(CsrGraph, RefusesOffsetsThatDoNotFit) {
  EXPECT_THROW(CsrGraph({0, 2}, {1}), BugError);
  EXPECT_THROW(CsrGraph({1, 1}, {1}), BugError);
  EXPECT_EQ(0U, CsrGraph().vertex_count());
}

}  // namespace
}  // namespace skillscale::sim
