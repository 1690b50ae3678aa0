#include "experiments/ensemble.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <mutex>

#include "experiments/result_layout.h"
#include "experiments/worlds.h"
#include "models/network.h"
#include "models/person.h"
#include "output/result_file.h"
#include "sim/digest.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::experiments {
namespace {

using models::HeadlineKind;

/// Headlines of all worlds of one replicate: [headline][world][reference or 0].
using HeadlineValues = std::vector<std::vector<std::vector<double>>>;

double enrolled_today(const WorldSet& worlds, const std::vector<WorldRecord>& records) {
  const auto pilots = std::find(worlds.names.begin(), worlds.names.end(), "pilots_as_today");
  const std::size_t which =
      pilots == worlds.names.end() ? 0 : static_cast<std::size_t>(pilots - worlds.names.begin());
  return records[which].totals.enrolments;
}

HeadlineValues headline_values(const WorldSet& worlds, const std::vector<WorldRecord>& records) {
  const auto scale =
      models::benchmarks(*worlds.parameters.front(), enrolled_today(worlds, records));
  HeadlineValues values;
  for (const auto& row : models::headline_table()) {
    auto& by_world = values.emplace_back();
    for (const auto& record : records) {
      auto& out = by_world.emplace_back();
      if (row.kind == HeadlineKind::World)
        out.push_back(row.value(record.totals, record.totals, scale));
      if (row.kind == HeadlineKind::World) continue;
      for (std::size_t r = 1; r < records.size(); ++r)
        out.push_back(row.value(record.totals, records[r].totals, scale));
    }
  }
  return values;
}

output::GraphSnapshot snapshot_of(const models::World& world) {
  sim::Vertex source = 0, sink = 0;
  const auto from = models::partnership_graph(world, source, sink).snapshot();
  output::GraphSnapshot to;
  to.row_offsets.assign(from.row_offsets.begin(), from.row_offsets.end());
  to.targets.assign(from.targets.begin(), from.targets.end());
  for (const auto capacity : from.capacity)
    to.capacity.push_back(static_cast<double>(capacity) * 12 / 1000);
  to.start.assign(from.start.begin(), from.start.end());
  to.trust.assign(from.trust.begin(), from.trust.end());
  to.kinds.assign(from.kinds.begin(), from.kinds.end());
  to.indices.assign(from.indices.begin(), from.indices.end());
  return to;
}

/// Writes records as replicates finish and remembers headlines for the summary.
class Collector {
 public:
  Collector(output::ResultWriter& writer, const WorldSet& worlds, std::size_t monthly,
            std::size_t runs)
      : writer_(writer), worlds_(worlds), monthly_(monthly), values_(runs) {}

  void take(int draw, int replicate, std::size_t run, const std::vector<WorldRecord>& records) {
    values_[run] = headline_values(worlds_, records);
    for (std::size_t w = 0; w < records.size(); ++w) {
      const int world = static_cast<int>(w);
      for (std::size_t i = 0; i < monthly_; ++i)
        writer_.put(draw, replicate, world, i, records[w].monthly[i]);
      std::size_t variable = monthly_;
      for (std::size_t h = 0; h < values_[run].size(); ++h) {
        const bool is_stored =
            models::headline_table()[h].kind == HeadlineKind::World || records.size() > 1;
        if (is_stored) writer_.put(draw, replicate, world, variable++, values_[run][h][w]);
      }
      writer_.put_digest(draw, replicate, world, {records[w].digest.high, records[w].digest.low});
    }
  }

  std::vector<Headline> summary() const;

 private:
  Interval over_runs(std::size_t headline, std::size_t world, std::size_t reference,
                     bool paired) const;
  void name_stage(std::size_t headline, Headline& out) const;

  output::ResultWriter& writer_;
  const WorldSet& worlds_;
  std::size_t monthly_;
  std::vector<HeadlineValues> values_;
};

double quantile(const std::vector<double>& sorted, double q) {
  const double at = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Interval interval_of(std::vector<double> values) {
  std::erase_if(values, [](double v) { return std::isnan(v); });
  if (values.empty()) return {NAN, NAN, NAN, NAN};
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double v : values) sum += v;
  return {quantile(values, 0.05), quantile(values, 0.5), quantile(values, 0.95),
          sum / static_cast<double>(values.size())};
}

Interval Collector::over_runs(std::size_t h, std::size_t world, std::size_t reference,
                              bool paired) const {
  std::vector<double> all;
  for (const auto& run : values_) {
    const bool is_pair = models::headline_table()[h].kind == HeadlineKind::Pair;
    const double value = is_pair ? run[h][world][reference - 1] : run[h][world][0];
    all.push_back(paired && !is_pair ? value - run[h][reference][0] : value);
  }
  return interval_of(std::move(all));
}

/// The stage found most often, and what is scarce there.
void Collector::name_stage(std::size_t h, Headline& out) const {
  std::map<int, int> votes;
  for (const auto& run : values_) {
    if (!std::isnan(run[h][0][0])) ++votes[static_cast<int>(run[h][0][0])];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == votes.end()) return;
  const auto stage = static_cast<std::size_t>(most->first);
  out.word = models::stage_names[stage];
  out.scarce = models::stage_scarcity[stage];
}

std::vector<Headline> Collector::summary() const {
  std::vector<Headline> headlines;
  for (std::size_t h = 0; h < models::headline_table().size(); ++h) {
    const auto& row = models::headline_table()[h];
    const bool is_pair = row.kind == HeadlineKind::Pair;
    if (is_pair && worlds_.names.size() == 1) continue;
    Headline out;
    out.name = row.name;
    out.unit = row.unit;
    out.long_name = row.long_name;
    out.description = row.meaning;
    out.is_share = out.name.ends_with("share") || out.name.ends_with("share_36") ||
                   out.name == "nobody_worse_off";
    out.is_pair = is_pair;
    if (!is_pair) out.scenario = over_runs(h, 0, 0, false);
    for (std::size_t r = 1; r < worlds_.names.size(); ++r) {
      if (!is_pair) out.reference.emplace_back(worlds_.names[r], over_runs(h, r, 0, false));
      out.difference.emplace_back(worlds_.names[r], over_runs(h, 0, r, true));
    }
    if (out.name == "bottleneck_stage") name_stage(h, out);
    headlines.push_back(std::move(out));
  }
  return headlines;
}

}  // namespace

RunSummary run_to_file(const scenarios::Scenario& scenario, const RunOptions& options,
                       const std::filesystem::path& path, Progress& progress) {
  const auto begin = std::chrono::steady_clock::now();
  const auto draws = static_cast<std::size_t>(std::max(1, scenario.run.ensemble.draws));
  const bool drawn = scenario.run.ensemble.draws > 0;
  const auto stated = make_worlds(scenario, options.months, options.seed, 0);
  const Recording recording = recording_for(scenario);
  output::ResultWriter writer(path, make_layout(scenario, options, stated, recording),
                              options.force);
  const auto replicates = static_cast<std::size_t>(options.replicates);
  Collector collector(writer, stated, recording.indicators.size(), draws * replicates);
  progress.months_total =
      static_cast<std::int64_t>(draws * replicates * stated.names.size()) * options.months;

  sim::for_each_task(draws * replicates, [&](std::size_t run) {
    if (progress.stop) return;
    const auto draw = run / replicates, replicate = run % replicates;
    const auto draw_set = static_cast<std::uint32_t>(drawn ? draw + 1 : 0);
    const auto worlds =
        drawn ? make_worlds(scenario, options.months, options.seed, draw_set) : stated;
    const auto yearly_graphs = [&](std::size_t number, const models::World& world) {
      const bool year_ends = world.month % 12 == 0;
      if (run != 0 || !year_ends) return;
      const int year =
          scenario.run.start.year + (scenario.run.start.month - 1 + world.month - 1) / 12;
      writer.put_graph(0, 0, static_cast<int>(number), year, snapshot_of(world));
    };
    const auto records = run_replicate(worlds, options.seed, static_cast<std::uint32_t>(replicate),
                                       draw_set, recording, progress, yearly_graphs);
    if (!progress.stop)
      collector.take(static_cast<int>(draw), static_cast<int>(replicate), run, records);
  });

  RunSummary summary;
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  summary.agent_months = progress.agent_months;
  models::Persons layout_of_person;
  summary.bytes_per_person = sim::bytes_per_row(layout_of_person);
  summary.stopped = progress.stop;
  if (summary.stopped) return summary;
  writer.set_attribute("wall_time_s", summary.seconds);
  writer.set_attribute("threads", static_cast<std::int64_t>(sim::available_threads()));
  writer.set_attribute("bytes_per_person", static_cast<std::int64_t>(summary.bytes_per_person));
  writer.finish();
  summary.digest = output::ResultReader(path).digest();
  summary.headlines = collector.summary();
  return summary;
}

}  // namespace skillscale::experiments
