#include "output/graph_reader.h"

#include <algorithm>
#include <array>

#include "sim/error.h"

namespace skillscale::output {
namespace {

template <typename Number>
std::vector<Number> slice(const NetcdfReader& file, const std::string& name, std::size_t start,
                          std::size_t count) {
  const std::array from{start};
  const std::array length{count};
  const auto values = file.numbers("graph/" + name, from, length);
  std::vector<Number> numbers;
  numbers.reserve(values.size());
  for (const double value : values) numbers.push_back(static_cast<Number>(value));
  return numbers;
}

}  // namespace

std::vector<GraphMoment> read_graph_moments(const NetcdfReader& file) {
  std::vector<GraphMoment> moments;
  if (!file.has("graph/snapshot_year")) return moments;
  const auto draw = file.numbers("graph/snapshot_draw");
  const auto replicate = file.numbers("graph/snapshot_replicate");
  const auto world = file.numbers("graph/snapshot_world");
  const auto year = file.numbers("graph/snapshot_year");
  for (std::size_t at = 0; at < year.size(); ++at) {
    moments.push_back({static_cast<int>(draw.at(at)), static_cast<int>(replicate.at(at)),
                       static_cast<int>(world.at(at)), static_cast<int>(year[at])});
  }
  return moments;
}

GraphSnapshot read_graph(const NetcdfReader& file, const GraphMoment& moment) {
  const auto moments = read_graph_moments(file);
  const auto found = std::find(moments.begin(), moments.end(), moment);
  if (found == moments.end()) {
    throw sim::InputError(file.place().file + ": there is no partnership graph of the year " +
                          std::to_string(moment.year) +
                          " in that world\n  next: ask for one of its graph moments");
  }
  const auto at = static_cast<std::size_t>(found - moments.begin());
  const auto nodes = file.numbers("graph/node_count");
  const auto edges = file.numbers("graph/edge_count");
  std::size_t node = 0;
  std::size_t edge = 0;
  for (std::size_t before = 0; before < at; ++before) {
    node += static_cast<std::size_t>(nodes[before]);
    edge += static_cast<std::size_t>(edges[before]);
  }
  const auto node_count = static_cast<std::size_t>(nodes[at]);
  const auto edge_count = static_cast<std::size_t>(edges[at]);
  GraphSnapshot graph;
  graph.row_offsets = slice<std::int64_t>(file, "row_offsets", node + at, node_count + 1);
  graph.targets = slice<std::int32_t>(file, "targets", edge, edge_count);
  graph.capacity = slice<double>(file, "capacity", edge, edge_count);
  graph.start = slice<std::int32_t>(file, "start", edge, edge_count);
  graph.trust = slice<double>(file, "trust", edge, edge_count);
  graph.kinds = slice<std::int32_t>(file, "kinds", node, node_count);
  graph.indices = slice<std::int32_t>(file, "indices", node, node_count);
  return graph;
}

}  // namespace skillscale::output
