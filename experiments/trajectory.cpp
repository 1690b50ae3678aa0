#include "experiments/trajectory.h"

#include <algorithm>

#include "models/network.h"
#include "models/person_accounts.h"
#include "models/world_state.h"

namespace skillscale::experiments {
namespace {

using sim::Is;

constexpr std::string_view history_name = "history";
constexpr std::string_view digest_name = "trajectory_digest";

template <Is<sim::Snapshot> T, class V>
void fields(T& graph, V&& visit) {
  auto& [row_offsets, targets, capacity, start, trust, kinds, indices] = graph;
  visit("row_offsets", row_offsets), visit("targets", targets), visit("capacity", capacity);
  visit("start", start), visit("trust", trust), visit("kinds", kinds), visit("indices", indices);
}

}  // namespace

template <Is<YearGraph> T, class V>
void fields(T& year, V&& visit) {
  auto& [month, graph] = year;
  visit("month", month);
  fields(graph, visit);
}

namespace {

template <class List>
struct Graphs {
  List& list;
};

template <class List, class V>
void fields(const Graphs<List>& graphs, V&& visit) {
  visit("years", graphs.list);
}

std::size_t width(const models::TallyLayout& layout, const models::Parameters& p,
                  std::size_t indicator) {
  if (indicator < models::tally_count) return layout.size(static_cast<models::Tally>(indicator));
  std::size_t cells = 1;
  for (const auto dim : models::derived_table()[indicator - models::tally_count].dims) {
    if (dim != models::Dim::None) cells *= models::dim_labels(dim, p).size();
  }
  return cells;
}

void take(const models::TallyLayout& layout, std::span<const std::int64_t> board,
          std::size_t indicator, std::size_t cells, std::vector<double>& out) {
  const std::size_t first = out.size();
  out.resize(first + cells);
  if (indicator >= models::tally_count) {
    models::derived_table()[indicator - models::tally_count].fill(layout, board,
                                                                  std::span(out).subspan(first));
    return;
  }
  const auto tally = static_cast<models::Tally>(indicator);
  const double scale = models::tally_table()[indicator].scale;
  for (std::size_t i = 0; i < cells; ++i)
    out[first + i] = static_cast<double>(board[layout.first(tally) + i]) * scale;
}

/// Values of the recorded indicators in the recorded months.
std::vector<std::vector<double>> monthly_values(const models::Parameters& p,
                                                std::span<const std::uint8_t> history,
                                                const Recording& recording) {
  std::vector<std::vector<double>> monthly(recording.indicators.size());
  if (monthly.empty()) return monthly;
  const models::TallyLayout layout(p);
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < monthly.size(); ++i) {
    widths.push_back(width(layout, p, recording.indicators[i]));
    monthly[i].reserve(widths[i] * static_cast<std::size_t>(p.months / recording.every));
  }
  sim::TallyHistoryReader reader(layout.cells(), history);
  for (int month = 1; !reader.is_at_end() && reader.next(); ++month) {
    if (month % recording.every != 0) continue;
    for (std::size_t i = 0; i < monthly.size(); ++i)
      take(layout, reader.cells(), recording.indicators[i], widths[i], monthly[i]);
  }
  return monthly;
}

void add_bytes(std::string_view name, const std::vector<std::uint8_t>& from,
               sim::Archive& archive) {
  const auto bytes = std::as_bytes(std::span(from));
  archive.push_back({std::string(name), sim::ElementType::Unsigned8, {bytes.begin(), bytes.end()}});
}

std::span<const std::uint8_t> as_numbers(const sim::NamedArray& array) {
  return {reinterpret_cast<const std::uint8_t*>(array.bytes.data()), array.bytes.size()};
}

/// A graph as the file of results can hold it.
bool is_graph(const sim::Snapshot& graph) {
  const auto& offsets = graph.row_offsets;
  const auto edges = graph.targets.size();
  const auto nodes = graph.kinds.size();
  return offsets.size() == nodes + 1 && graph.indices.size() == nodes &&
         graph.capacity.size() == edges && graph.start.size() == edges &&
         graph.trust.size() == edges && offsets.front() == 0 && offsets.back() == edges &&
         std::is_sorted(offsets.begin(), offsets.end()) &&
         std::all_of(graph.targets.begin(), graph.targets.end(),
                     [&](auto target) { return target < nodes; });
}

std::string graphs_problem(const std::vector<YearGraph>& graphs, int months) {
  std::int32_t last = 0;
  for (const auto& [month, graph] : graphs) {
    if (month <= last || month > months || !is_graph(graph)) return "graphs are no yearly graphs";
    last = month;
  }
  return "";
}

}  // namespace

Trajectory::Trajectory(std::shared_ptr<const models::Parameters> parameters,
                       std::shared_ptr<const models::ReplicateSetup> setup, bool keeps_graphs)
    : world_(std::move(parameters), std::move(setup)),
      totals_(world_),
      history_(world_.layout.cells()),
      keeps_graphs_(keeps_graphs) {}

void Trajectory::step() {
  world_.step();
  totals_.observe(world_);
  history_.append(world_.tally.cells());
  if (!keeps_graphs_ || world_.month % 12 != 0) return;
  sim::Vertex source = 0, sink = 0;
  graphs_.push_back({world_.month, models::partnership_graph(world_, source, sink).snapshot()});
}

sim::Archive Trajectory::save() const {
  sim::Archive archive;
  models::save_state(world_, archive);
  models::save_state(totals_, archive);
  sim::save(Graphs<const std::vector<YearGraph>>{graphs_}, "graphs", archive);
  add_bytes(history_name, history_.bytes(), archive);
  return archive;
}

std::string Trajectory::restore(const sim::Archive& archive) {
  auto problem = models::restore_state(world_, archive);
  if (problem.empty()) problem = models::restore_state(totals_, archive);
  Graphs<std::vector<YearGraph>> graphs{graphs_};
  if (problem.empty()) problem = sim::restore(graphs, "graphs", archive);
  if (problem.empty()) problem = graphs_problem(graphs_, world_.month);
  if (!problem.empty()) return problem;
  const auto* history = history_of(archive);
  if (history == nullptr) return std::string(history_name) + " is missing";
  const auto bytes = as_numbers(*history);
  const bool fits =
      history_.restore(static_cast<std::size_t>(world_.month), {bytes.begin(), bytes.end()});
  return fits ? "" : std::string(history_name) + " has other months or tallies";
}

WorldRecord Trajectory::record(const Recording& recording) const {
  return {monthly_values(*world_.base, history_.bytes(), recording), totals_.finish(world_),
          world_.digest.value(), graphs_, models::closed_fates(world_)};
}

sim::Archive Trajectory::save_finished() const {
  sim::Archive archive;
  models::save_state(totals_.finish(world_), archive);
  models::save_state(models::closed_fates(world_), archive);
  sim::save(Graphs<const std::vector<YearGraph>>{graphs_}, "graphs", archive);
  const auto digest = world_.digest.value();
  const std::array<std::uint64_t, 2> words{digest.high, digest.low};
  const auto bytes = std::as_bytes(std::span(words));
  archive.push_back(
      {std::string(digest_name), sim::ElementType::Unsigned64, {bytes.begin(), bytes.end()}});
  add_bytes(history_name, history_.bytes(), archive);
  return archive;
}

std::optional<sim::Hash128> digest_of(const sim::Archive& archive) {
  if (const auto* finished = sim::find(archive, digest_name)) {
    std::array<std::uint64_t, 2> words{};
    if (finished->bytes.size() != sizeof words) return std::nullopt;
    std::memcpy(words.data(), finished->bytes.data(), sizeof words);
    return sim::Hash128{words[0], words[1]};
  }
  const auto* running = sim::find(archive, "digest");
  if (running == nullptr || running->type != sim::ElementType::Unsigned8 ||
      !sim::Digest::is_state(as_numbers(*running)))
    return std::nullopt;
  sim::Digest digest;
  digest.restore(as_numbers(*running));
  return digest.value();
}

std::string kept_problem(const models::Parameters& parameters, const sim::Archive& kept, int month,
                         bool is_finished) {
  if (!digest_of(kept)) return "its digest is missing";
  const auto* own = sim::find(kept, "month");
  if (!is_finished && (own == nullptr || sim::length(*own) != 1 || sim::element(*own, 0) != month))
    return "it is not of month " + std::to_string(month);
  const auto* history = history_of(kept);
  if (history == nullptr) return std::string(history_name) + " is missing";
  sim::TallyHistoryReader reader(models::TallyLayout(parameters).cells(), as_numbers(*history));
  bool fits = true;
  for (int behind = 0; behind < month && fits; ++behind) fits = reader.next();
  return fits && reader.is_at_end() ? ""
                                    : std::string(history_name) + " has other months or tallies";
}

std::string restore_record(const models::Parameters& parameters, const sim::Archive& finished,
                           const Recording& recording, WorldRecord& record) {
  auto problem = models::restore_state(record.totals, finished);
  if (problem.empty()) problem = models::restore_state(record.fates, finished);
  Graphs<std::vector<YearGraph>> graphs{record.graphs};
  if (problem.empty()) problem = sim::restore(graphs, "graphs", finished);
  const auto months = static_cast<int>(parameters.months);
  if (problem.empty()) problem = kept_problem(parameters, finished, months, true);
  if (problem.empty()) problem = graphs_problem(record.graphs, months);
  const auto last = static_cast<int>(models::stage_count) - 1;
  if (problem.empty() && (record.totals.bottleneck < -1 || record.totals.bottleneck > last))
    problem = "totals.bottleneck is no stage";
  if (!problem.empty()) return problem;
  const auto* history = history_of(finished);
  record.digest = *digest_of(finished);
  record.monthly = monthly_values(parameters, as_numbers(*history), recording);
  return "";
}

const sim::NamedArray* history_of(const sim::Archive& archive) {
  return sim::find(archive, history_name);
}

}  // namespace skillscale::experiments
