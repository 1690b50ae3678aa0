// Boost first, see boost_graph.h.
// clang-format off
#include "sim/boost_graph.h"
// clang-format on

#include "sim/graph.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "sim/error.h"
#include "sim/max_flow.h"

#ifdef BOOST_NO_EXCEPTIONS
namespace boost {
void throw_exception(const std::exception& error) { skillscale::sim::fail_bug(error.what()); }
void throw_exception(const std::exception& error, const source_location&) {
  skillscale::sim::fail_bug(error.what());
}
}  // namespace boost
#endif

namespace skillscale::sim {

namespace {

using List =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, VertexData, EdgeData>;
using ListEdge = boost::graph_traits<List>::edge_descriptor;

/// The oldest edge of a pair: out-edges stand in order of creation.
std::optional<ListEdge> find_edge(const List& list, Vertex from, Vertex to) {
  if (from >= boost::num_vertices(list)) return std::nullopt;
  const auto [first, last] = boost::out_edges(from, list);
  const auto found =
      std::find_if(first, last, [&](ListEdge edge) { return boost::target(edge, list) == to; });
  if (found == last) return std::nullopt;
  return *found;
}

void check_vertex(const List& list, Vertex v) {
  if (v >= boost::num_vertices(list)) {
    fail_bug("the graph has no vertex " + std::to_string(v));
  }
}

}  // namespace

struct Network::Graph {
  List list;

  EdgeData& existing(Vertex from, Vertex to) {
    const std::optional<ListEdge> edge = find_edge(list, from, to);
    if (!edge) {
      fail_bug("the graph has no edge " + std::to_string(from) + " -> " + std::to_string(to));
    }
    return list[*edge];
  }
};

Network::Network() : graph_(std::make_unique<Graph>()) {}
Network::~Network() = default;
Network::Network(const Network& other) : graph_(std::make_unique<Graph>(*other.graph_)) {}
Network::Network(Network&& other) noexcept = default;
Network& Network::operator=(Network&& other) noexcept = default;

Network& Network::operator=(const Network& other) {
  if (this != &other) graph_ = std::make_unique<Graph>(*other.graph_);
  return *this;
}

Network::Network(const Snapshot& snapshot) : Network() {
  for (std::size_t v = 0; v < snapshot.kinds.size(); ++v) {
    add_vertex(snapshot.kinds[v], snapshot.indices[v]);
  }
  for (Vertex v = 0; v < snapshot.kinds.size(); ++v) {
    for (std::size_t e = snapshot.row_offsets[v]; e < snapshot.row_offsets[v + 1]; ++e) {
      add_edge(v, snapshot.targets[e],
               {snapshot.start[e], snapshot.capacity[e], snapshot.trust[e]});
    }
  }
}

Vertex Network::add_vertex(std::uint8_t kind, std::uint32_t index) {
  return static_cast<Vertex>(boost::add_vertex(VertexData{kind, index}, graph_->list));
}

Edge Network::add_edge(Vertex from, Vertex to, const EdgeData& data) {
  check_vertex(graph_->list, from);
  check_vertex(graph_->list, to);
  boost::add_edge(from, to, data, graph_->list);
  return {from, to};
}

void Network::remove_edge(Vertex from, Vertex to) {
  const std::optional<ListEdge> edge = find_edge(graph_->list, from, to);
  if (edge) boost::remove_edge(*edge, graph_->list);
}

VertexData Network::vertex(Vertex v) const {
  check_vertex(graph_->list, v);
  return graph_->list[v];
}

std::optional<EdgeData> Network::edge(Vertex from, Vertex to) const {
  const std::optional<ListEdge> found = find_edge(graph_->list, from, to);
  if (!found) return std::nullopt;
  return graph_->list[*found];
}

void Network::set_capacity(Vertex from, Vertex to, std::int64_t capacity) {
  graph_->existing(from, to).capacity = capacity;
}

void Network::set_trust(Vertex from, Vertex to, float trust) {
  graph_->existing(from, to).trust = trust;
}

std::vector<Vertex> Network::out_neighbours(Vertex v) const {
  check_vertex(graph_->list, v);
  std::vector<Vertex> neighbours;
  const auto [first, last] = boost::out_edges(v, graph_->list);
  for (auto edge = first; edge != last; ++edge) {
    neighbours.push_back(static_cast<Vertex>(boost::target(*edge, graph_->list)));
  }
  return neighbours;
}

std::vector<Vertex> Network::in_neighbours(Vertex v) const {
  check_vertex(graph_->list, v);
  std::vector<Vertex> neighbours;
  const auto [first, last] = boost::in_edges(v, graph_->list);
  for (auto edge = first; edge != last; ++edge) {
    neighbours.push_back(static_cast<Vertex>(boost::source(*edge, graph_->list)));
  }
  // Copies and snapshots keep the order of out-edges only, so the order is made here.
  std::sort(neighbours.begin(), neighbours.end());
  return neighbours;
}

std::size_t Network::out_degree(Vertex v) const {
  check_vertex(graph_->list, v);
  return boost::out_degree(v, graph_->list);
}

std::size_t Network::in_degree(Vertex v) const {
  check_vertex(graph_->list, v);
  return boost::in_degree(v, graph_->list);
}

std::size_t Network::vertex_count() const { return boost::num_vertices(graph_->list); }
std::size_t Network::edge_count() const { return boost::num_edges(graph_->list); }

FlowResult Network::max_flow(Vertex source, Vertex sink) const {
  check_vertex(graph_->list, source);
  check_vertex(graph_->list, sink);
  if (source == sink) fail_bug("a flow needs a source and a sink that differ");
  return largest_flow(snapshot(), source, sink);
}

Snapshot Network::snapshot() const {
  const List& list = graph_->list;
  Snapshot result;
  result.row_offsets.push_back(0);
  for (std::size_t v = 0; v < boost::num_vertices(list); ++v) {
    result.kinds.push_back(list[v].kind);
    result.indices.push_back(list[v].index);
    const auto [first, last] = boost::out_edges(v, list);
    for (auto edge = first; edge != last; ++edge) {
      const EdgeData& data = list[*edge];
      result.targets.push_back(static_cast<Vertex>(boost::target(*edge, list)));
      result.capacity.push_back(data.capacity);
      result.start.push_back(data.start);
      result.trust.push_back(data.trust);
    }
    result.row_offsets.push_back(result.targets.size());
  }
  return result;
}

}  // namespace skillscale::sim
