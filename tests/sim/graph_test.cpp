#include "sim/graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "sim/draw.h"
#include "sim/error.h"

namespace skillscale::sim {
namespace {

/// The corridor of docs on verification: origins, centres, recognition, visa, employers.
struct Corridor {
  Network network;
  std::map<std::string, Vertex> vertices;

  Vertex at(const std::string& name) {
    const auto [found, is_new] = vertices.try_emplace(name, 0U);
    if (is_new) found->second = network.add_vertex(0, static_cast<std::uint32_t>(vertices.size()));
    return found->second;
  }
  void join(const std::string& from, const std::string& to, std::int64_t capacity) {
    network.add_edge(at(from), at(to), {0, capacity, 0.0F});
  }
};

Corridor corridor(std::int64_t authority) {
  Corridor c;
  c.join("S", "O1", 60), c.join("S", "O2", 40);
  c.join("O1", "C1", 35), c.join("O1", "C2", 30), c.join("O2", "C2", 20), c.join("O2", "C3", 30);
  c.join("C1", "R", 30), c.join("C2", "R", 25), c.join("C3", "R", 28);
  c.join("R", "V", authority);
  c.join("V", "E1", 40), c.join("V", "E2", 45);
  c.join("E1", "T", 38), c.join("E2", "T", 50);
  return c;
}

std::int64_t capacity_of_cut(const Corridor& c, const FlowResult& result) {
  std::int64_t sum = 0;
  for (const Edge& edge : result.cut) sum += c.network.edge(edge.from, edge.to)->capacity;
  return sum;
}

TEST(MaxFlow, GivesThePublishedValuesAndCuts) {
  Corridor c = corridor(70);
  FlowResult result = c.network.max_flow(c.at("S"), c.at("T"));
  EXPECT_EQ(70, result.value);
  EXPECT_EQ((std::vector<Edge>{{c.at("R"), c.at("V")}}), result.cut);

  c = corridor(100);
  result = c.network.max_flow(c.at("S"), c.at("T"));
  EXPECT_EQ(83, result.value);
  EXPECT_EQ((std::vector<Edge>{
                {c.at("C1"), c.at("R")}, {c.at("C2"), c.at("R")}, {c.at("C3"), c.at("R")}}),
            result.cut);

  c.network.set_capacity(c.at("S"), c.at("O2"), 15);
  result = c.network.max_flow(c.at("S"), c.at("T"));
  EXPECT_EQ(70, result.value);
  EXPECT_EQ(70, capacity_of_cut(c, result));

  c.network.set_capacity(c.at("C2"), c.at("R"), 12);
  result = c.network.max_flow(c.at("S"), c.at("T"));
  EXPECT_EQ(57, result.value);
  EXPECT_EQ(57, capacity_of_cut(c, result));
}

TEST(MaxFlow, ConservesFlowWithinCapacity) {
  Corridor c = corridor(100);
  const FlowResult result = c.network.max_flow(c.at("S"), c.at("T"));
  std::vector<std::int64_t> balance(c.network.vertex_count());
  for (const auto& [edge, flow] : result.flows) {
    EXPECT_GE(flow, 0);
    EXPECT_LE(flow, c.network.edge(edge.from, edge.to)->capacity);
    balance[edge.from] -= flow;
    balance[edge.to] += flow;
  }
  for (const auto& [name, v] : c.vertices) {
    const std::int64_t expected = name == "S" ? -83 : name == "T" ? 83 : 0;
    EXPECT_EQ(expected, balance[v]) << name;
  }
}

/// The textbook method with one augmenting path at a time, over a matrix of capacities.
std::int64_t slow_max_flow(std::vector<std::vector<std::int64_t>> residual, Vertex source,
                           Vertex sink) {
  std::int64_t value = 0;
  for (;;) {
    std::vector<int> previous(residual.size(), -1);
    std::vector<Vertex> open{source};
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (Vertex to = 0; to < residual.size(); ++to) {
        if (to == source || previous[to] >= 0 || residual[open[i]][to] <= 0) continue;
        previous[to] = static_cast<int>(open[i]);
        open.push_back(to);
      }
    }
    if (previous[sink] < 0) return value;
    for (Vertex v = sink; v != source; v = static_cast<Vertex>(previous[v])) {
      --residual[static_cast<Vertex>(previous[v])][v];
      ++residual[v][static_cast<Vertex>(previous[v])];
    }
    ++value;
  }
}

TEST(MaxFlow, AgreesWithTheTextbookOnRandomNetworks) {
  for (std::uint32_t trial = 0; trial < 60; ++trial) {
    const Draws draws(41, trial);
    const auto pick = [&](std::uint32_t n, std::uint16_t index, std::uint64_t below) {
      return draws.below({Key{n}, 0, Purpose{1}, index}, below);
    };
    constexpr std::uint32_t size = 9;
    Network network;
    for (std::uint32_t v = 0; v < size; ++v) network.add_vertex(1, v);
    std::vector<std::vector<std::int64_t>> capacity(size, std::vector<std::int64_t>(size));
    for (std::uint32_t e = 0; e < 35; ++e) {
      const auto from = static_cast<Vertex>(pick(e, 0, size));
      const auto to = static_cast<Vertex>(pick(e, 1, size));
      const auto units = static_cast<std::int64_t>(pick(e, 2, 12)) - 1;
      network.add_edge(from, to, {0, units, 0.0F});
      capacity[from][to] += std::max<std::int64_t>(0, units);
    }
    const FlowResult result = network.max_flow(0, 1);
    ASSERT_EQ(slow_max_flow(capacity, 0, 1), result.value) << trial;
  }
}

TEST(MaxFlow, RefusesAnEmptyQuestion) {
  Network network;
  network.add_vertex(0, 0);
  EXPECT_THROW(network.max_flow(0, 0), BugError);
  EXPECT_THROW(network.max_flow(0, 1), BugError);
}

TEST(Network, KeepsParallelEdgesInOrderOfCreation) {
  Network network;
  const Vertex a = network.add_vertex(1, 10);
  const Vertex b = network.add_vertex(2, 20);
  network.add_edge(a, b, {1, 5, 0.5F});
  network.add_edge(a, b, {2, 6, 0.25F});
  EXPECT_EQ((VertexData{2, 20}), network.vertex(b));
  EXPECT_EQ(5, network.edge(a, b)->capacity);
  EXPECT_FALSE(network.edge(b, a));
  EXPECT_EQ(2U, network.out_degree(a));
  EXPECT_EQ(2U, network.in_degree(b));
  network.remove_edge(a, b);
  EXPECT_EQ((EdgeData{2, 6, 0.25F}), *network.edge(a, b));
  network.set_trust(a, b, 0.75F);
  EXPECT_EQ(0.75F, network.edge(a, b)->trust);
  network.remove_edge(a, b);
  network.remove_edge(a, b);
  EXPECT_EQ(0U, network.edge_count());
  EXPECT_THROW(network.set_capacity(a, b, 1), BugError);
  EXPECT_THROW(network.add_edge(a, 9, {}), BugError);
}

TEST(Network, CopiesAndSnapshotsGiveTheSameLists) {
  Network network;
  for (std::uint32_t v = 0; v < 6; ++v) network.add_vertex(static_cast<std::uint8_t>(v % 2), v);
  const Vertex ends[][2] = {{5, 1}, {0, 1}, {0, 3}, {3, 1}, {0, 2}, {4, 4}, {0, 1}};
  for (const auto& end : ends) network.add_edge(end[0], end[1], {7, 3, 0.5F});
  network.remove_edge(0, 3);
  EXPECT_EQ((std::vector<Vertex>{1, 2, 1}), network.out_neighbours(0));
  EXPECT_EQ((std::vector<Vertex>{0, 0, 3, 5}), network.in_neighbours(1));
  Network copy = network;
  const Network rebuilt(network.snapshot());
  EXPECT_EQ(network.snapshot(), copy.snapshot());
  EXPECT_EQ(network.snapshot(), rebuilt.snapshot());
  EXPECT_EQ(network.in_neighbours(1), copy.in_neighbours(1));
  EXPECT_EQ(network.in_neighbours(1), rebuilt.in_neighbours(1));
  copy.remove_edge(5, 1);
  EXPECT_EQ(6U, network.edge_count());
  EXPECT_EQ(5U, copy.edge_count());
}

}  // namespace
}  // namespace skillscale::sim
