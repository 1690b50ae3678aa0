#include "output/graph_spool.h"

#include <algorithm>
#include <vector>

#include "sim/error.h"

namespace skillscale::output {
namespace {

void check(const GraphSnapshot& graph) {
  const std::size_t nodes = graph.kinds.size();
  const std::size_t edges = graph.targets.size();
  const auto& rows = graph.row_offsets;
  const bool fits =
      rows.size() == nodes + 1 && graph.indices.size() == nodes && graph.capacity.size() == edges &&
      graph.start.size() == edges && graph.trust.size() == edges && rows.front() == 0 &&
      rows.back() == static_cast<std::int64_t>(edges) && std::is_sorted(rows.begin(), rows.end());
  const bool has_ends = std::all_of(graph.targets.begin(), graph.targets.end(), [&](auto target) {
    return target >= 0 && static_cast<std::size_t>(target) < nodes;
  });
  if (!fits || !has_ends) throw sim::BugError("a graph snapshot whose arrays do not fit");
}

template <typename Number>
std::uint64_t append(ScratchFile& scratch, std::uint64_t at, const std::vector<Number>& values) {
  scratch.write(at, std::as_bytes(std::span(values)));
  return at + values.size() * sizeof(Number);
}

template <typename Number>
std::uint64_t take(const ScratchFile& scratch, std::uint64_t at, std::size_t size,
                   std::vector<Number>& values) {
  values.resize(size);
  scratch.read(at, std::as_writable_bytes(std::span(values)));
  return at + size * sizeof(Number);
}

struct Columns {
  Handle row_offsets, targets, capacity, start, trust, kinds, indices;
};

Handle column(NetcdfWriter& file, const std::string& name, const std::string& dimension,
              NumberType type, const std::string& units, const std::string& description) {
  std::string long_name = name;
  std::replace(long_name.begin(), long_name.end(), '_', ' ');
  constexpr std::size_t chunk = std::size_t{1} << 16;
  return file.add_numbers(
      {"graph/" + name,
       {"graph/" + dimension},
       {chunk},
       type,
       {{"units", units}, {"long_name", long_name}, {"description", description}},
       chunk * 2 * sizeof(double)});
}

Columns create_columns(NetcdfWriter& file) {
  Columns columns;
  columns.row_offsets =
      column(file, "row_offsets", "row", NumberType::Int64, "1",
             "first edge of each node inside its snapshot, then the number of edges");
  columns.targets = column(file, "targets", "edge", NumberType::Int32, "1",
                           "node at the other end, counted inside its snapshot");
  columns.capacity = column(file, "capacity", "edge", NumberType::Double, "persons/year",
                            "capacity of the edge; between partnerships and from the platform the "
                            "experience passed on, in placements");
  columns.start = column(file, "start", "edge", NumberType::Int32, "month",
                         "month of the run in which the edge began, 0 is the first");
  columns.trust = column(file, "trust", "edge", NumberType::Double, "1", "trust on the edge");
  columns.kinds = column(file, "kinds", "node", NumberType::Int32, "1", "kind of the node");
  columns.indices = column(file, "indices", "node", NumberType::Int32, "1",
                           "position of the node among its kind");
  return columns;
}

template <typename Number>
void write_at(NetcdfWriter& file, const Handle& dataset, std::size_t start,
              const std::vector<Number>& values) {
  const std::vector<std::size_t> from{start};
  const std::vector<std::size_t> count{values.size()};
  file.write_box(dataset, from, count, std::span<const Number>(values));
}

void write_index(NetcdfWriter& file, const std::string& name, const std::string& description,
                 const std::vector<std::int64_t>& values) {
  const Handle dataset = column(file, name, "snapshot", NumberType::Int64, "1", description);
  write_at(file, dataset, 0, values);
}

}  // namespace

GraphSpool::GraphSpool(const std::filesystem::path& folder, std::string shown)
    : scratch_(folder, std::move(shown)) {}

void GraphSpool::put(const GraphMoment& moment, const GraphSnapshot& graph) {
  check(graph);
  if (entries_.contains(moment)) throw sim::BugError("two graph snapshots of one moment");
  const Entry entry{end_, graph.kinds.size(), graph.targets.size()};
  end_ = append(scratch_, end_, graph.row_offsets);
  end_ = append(scratch_, end_, graph.capacity);
  end_ = append(scratch_, end_, graph.trust);
  end_ = append(scratch_, end_, graph.targets);
  end_ = append(scratch_, end_, graph.start);
  end_ = append(scratch_, end_, graph.kinds);
  end_ = append(scratch_, end_, graph.indices);
  entries_.emplace(moment, entry);
}

GraphSnapshot GraphSpool::load(const Entry& entry) const {
  GraphSnapshot graph;
  std::uint64_t at = take(scratch_, entry.offset, entry.nodes + 1, graph.row_offsets);
  at = take(scratch_, at, entry.edges, graph.capacity);
  at = take(scratch_, at, entry.edges, graph.trust);
  at = take(scratch_, at, entry.edges, graph.targets);
  at = take(scratch_, at, entry.edges, graph.start);
  at = take(scratch_, at, entry.nodes, graph.kinds);
  take(scratch_, at, entry.nodes, graph.indices);
  return graph;
}

void GraphSpool::write(NetcdfWriter& file) const {
  if (entries_.empty()) return;
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::vector<std::int64_t> draw, replicate, world, year, node_count, edge_count;
  for (const auto& [moment, entry] : entries_) {
    nodes += entry.nodes;
    edges += entry.edges;
    draw.push_back(moment.draw);
    replicate.push_back(moment.replicate);
    world.push_back(moment.world);
    year.push_back(moment.year);
    node_count.push_back(static_cast<std::int64_t>(entry.nodes));
    edge_count.push_back(static_cast<std::int64_t>(entry.edges));
  }
  file.add_group("graph");
  file.add_dimension("graph/snapshot", entries_.size());
  file.add_dimension("graph/row", nodes + entries_.size());
  file.add_dimension("graph/node", nodes);
  file.add_dimension("graph/edge", edges);
  write_index(file, "snapshot_draw", "draw of the snapshot", draw);
  write_index(file, "snapshot_replicate", "replicate of the snapshot", replicate);
  write_index(file, "snapshot_world", "world of the snapshot, 0 is the scenario", world);
  write_index(file, "snapshot_year", "year of the snapshot", year);
  write_index(file, "node_count", "nodes of the snapshot", node_count);
  write_index(file, "edge_count", "edges of the snapshot", edge_count);
  const Columns columns = create_columns(file);
  std::size_t node = 0;
  std::size_t edge = 0;
  std::size_t row = 0;
  for (const auto& [moment, entry] : entries_) {
    const GraphSnapshot graph = load(entry);
    write_at(file, columns.row_offsets, row, graph.row_offsets);
    write_at(file, columns.targets, edge, graph.targets);
    write_at(file, columns.capacity, edge, graph.capacity);
    write_at(file, columns.start, edge, graph.start);
    write_at(file, columns.trust, edge, graph.trust);
    write_at(file, columns.kinds, node, graph.kinds);
    write_at(file, columns.indices, node, graph.indices);
    row += graph.row_offsets.size();
    node += entry.nodes;
    edge += entry.edges;
  }
}

}  // namespace skillscale::output
