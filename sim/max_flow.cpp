// Boost first, see boost_graph.h.
// clang-format off
#include "sim/boost_graph.h"
// clang-format on

#include "sim/max_flow.h"

#include <algorithm>
#include <vector>

namespace skillscale::sim {

namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;

/// One direction of an edge; its twin takes flow back.
struct Arc {
  std::int64_t capacity = 0;
  std::int64_t residual = 0;
  Traits::edge_descriptor twin;
};

using FlowGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;
using FlowEdge = boost::graph_traits<FlowGraph>::edge_descriptor;

/// Adds an edge with its twin and returns it.
FlowEdge add_arc(FlowGraph& graph, Vertex from, Vertex to, std::int64_t capacity) {
  const FlowEdge edge = boost::add_edge(from, to, graph).first;
  const FlowEdge twin = boost::add_edge(to, from, graph).first;
  graph[edge].capacity = std::max<std::int64_t>(0, capacity);
  graph[edge].twin = twin;
  graph[twin].twin = edge;
  return edge;
}

/// Vertices that more flow could still reach from the source.
std::vector<bool> still_reachable(const FlowGraph& graph, Vertex source) {
  std::vector<bool> is_reached(boost::num_vertices(graph));
  std::vector<std::size_t> open{source};
  is_reached[source] = true;
  while (!open.empty()) {
    const std::size_t v = open.back();
    open.pop_back();
    const auto [first, last] = boost::out_edges(v, graph);
    for (auto edge = first; edge != last; ++edge) {
      const std::size_t next = boost::target(*edge, graph);
      if (is_reached[next] || graph[*edge].residual <= 0) continue;
      is_reached[next] = true;
      open.push_back(next);
    }
  }
  return is_reached;
}

}  // namespace

FlowResult largest_flow(const Snapshot& snapshot, Vertex source, Vertex sink) {
  FlowGraph graph(snapshot.kinds.size());
  std::vector<FlowEdge> edges;
  FlowResult result;
  for (Vertex v = 0; v < snapshot.kinds.size(); ++v) {
    for (std::size_t e = snapshot.row_offsets[v]; e < snapshot.row_offsets[v + 1]; ++e) {
      // A loop carries no flow, and Boost's algorithm takes none.
      const bool is_loop = snapshot.targets[e] == v;
      edges.push_back(add_arc(graph, v, snapshot.targets[e], is_loop ? 0 : snapshot.capacity[e]));
      result.flows.push_back({{v, snapshot.targets[e]}, 0});
    }
  }
  result.value = boost::push_relabel_max_flow(
      graph, source, sink, boost::get(&Arc::capacity, graph), boost::get(&Arc::residual, graph),
      boost::get(&Arc::twin, graph), boost::get(boost::vertex_index, graph));
  const std::vector<bool> is_reached = still_reachable(graph, source);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    const Arc& arc = graph[edges[e]];
    const Edge edge = result.flows[e].edge;
    result.flows[e].flow = arc.capacity - arc.residual;
    if (arc.capacity > 0 && is_reached[edge.from] && !is_reached[edge.to])
      result.cut.push_back(edge);
  }
  return result;
}

}  // namespace skillscale::sim
