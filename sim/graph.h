// Directed graph of organisations: few vertices, changing edges, flows and snapshots.
//
// Vertices stay for ever. Several edges may join the same two vertices; functions that take a pair
// mean the oldest of them. Lists come in order of creation, so nothing depends on addresses.
// Reading is safe from several threads, changing is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "sim/csr_graph.h"
#include "sim/ids.h"

namespace skillscale::sim {

/// Number of a vertex in order of creation.
using Vertex = std::uint32_t;

struct VertexData {
  std::uint8_t kind;    ///< the model's own code
  std::uint32_t index;  ///< the model's own number within the kind
  bool operator==(const VertexData&) const = default;
};

struct EdgeData {
  Month start = 0;            ///< month in which the edge began
  std::int64_t capacity = 0;  ///< units per month, >= 0
  float trust = 0.0F;         ///< 0 to 1
  bool operator==(const EdgeData&) const = default;
};

struct Edge {
  Vertex from;
  Vertex to;
  bool operator==(const Edge&) const = default;
};

/// Largest flow between two vertices.
struct FlowResult {
  struct EdgeFlow {
    Edge edge;
    std::int64_t flow;
  };
  std::int64_t value = 0;
  std::vector<EdgeFlow> flows;  ///< one per edge, in snapshot order
  std::vector<Edge> cut;        ///< edges of a minimum cut, nearest to the source
};

/// Compressed rows: the edges of vertex v are row_offsets[v] .. row_offsets[v + 1] - 1.
struct Snapshot {
  std::vector<std::uint64_t> row_offsets;
  std::vector<Vertex> targets;
  std::vector<std::int64_t> capacity;
  std::vector<Month> start;
  std::vector<float> trust;
  std::vector<std::uint8_t> kinds;
  std::vector<std::uint32_t> indices;
  bool operator==(const Snapshot&) const = default;
};

class Network {
 public:
  Network();
  ~Network();
  Network(const Network& other);
  Network(Network&& other) noexcept;
  Network& operator=(const Network& other);
  Network& operator=(Network&& other) noexcept;
  /// The graph of a snapshot; edges count as created in snapshot order.
  explicit Network(const Snapshot& snapshot);

  Vertex add_vertex(std::uint8_t kind, std::uint32_t index);
  /// @throws BugError if a vertex does not exist
  Edge add_edge(Vertex from, Vertex to, const EdgeData& data);
  /// Removes the oldest edge of the pair; nothing happens without one.
  void remove_edge(Vertex from, Vertex to);

  VertexData vertex(Vertex v) const;
  std::optional<EdgeData> edge(Vertex from, Vertex to) const;
  /// @throws BugError if the edge does not exist
  void set_capacity(Vertex from, Vertex to, std::int64_t capacity);
  void set_trust(Vertex from, Vertex to, float trust);

  /// Ends of the edges from v, oldest edge first; a parallel edge repeats its neighbour.
  std::vector<Vertex> out_neighbours(Vertex v) const;
  /// Starts of the edges to v in ascending order, whatever the order of creation.
  std::vector<Vertex> in_neighbours(Vertex v) const;
  std::size_t out_degree(Vertex v) const;
  std::size_t in_degree(Vertex v) const;
  std::size_t vertex_count() const;
  std::size_t edge_count() const;

  /// Largest flow by push and relabel; capacities below 0 count as 0.
  /// @throws BugError if source and sink are the same or do not exist
  FlowResult max_flow(Vertex source, Vertex sink) const;
  Snapshot snapshot() const;

 private:
  struct Graph;
  std::unique_ptr<Graph> graph_;
};

}  // namespace skillscale::sim
