#include "experiments/ensemble.h"

#include <algorithm>
#include <chrono>

#include "experiments/headlines.h"
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

/// Writes monthly values as replicates finish.
void write_record(output::ResultWriter& writer, int draw, int replicate,
                  const std::vector<WorldRecord>& records) {
  for (std::size_t w = 0; w < records.size(); ++w) {
    const int world = static_cast<int>(w);
    for (std::size_t i = 0; i < records[w].monthly.size(); ++i)
      writer.put(draw, replicate, world, i, records[w].monthly[i]);
    writer.put_digest(draw, replicate, world, {records[w].digest.high, records[w].digest.low});
  }
}

/// Headlines stand behind the monthly variables in the layout.
void write_headlines(output::ResultWriter& writer, const HeadlineBook& book, std::size_t replicates,
                     std::size_t runs, std::size_t worlds, std::size_t first_variable) {
  std::size_t variable = first_variable;
  for (std::size_t h = 0; h < models::headline_table().size(); ++h) {
    if (models::headline_table()[h].kind == models::HeadlineKind::Pair && worlds == 1) continue;
    for (std::size_t run = 0; run < runs; ++run) {
      for (std::size_t w = 0; w < worlds; ++w)
        writer.put(static_cast<int>(run / replicates), static_cast<int>(run % replicates),
                   static_cast<int>(w), variable, book.values(run, h, w));
    }
    ++variable;
  }
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
  HeadlineBook book(stated, draws * replicates);
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
    const auto records =
        run_replicate(worlds, {options.seed, static_cast<std::uint32_t>(replicate), draw_set},
                      recording, progress, yearly_graphs);
    if (progress.stop) return;
    write_record(writer, static_cast<int>(draw), static_cast<int>(replicate), records);
    book.take(run, records);
  });

  RunSummary summary;
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  summary.agent_months = progress.agent_months;
  models::Persons layout_of_person;
  summary.bytes_per_person = sim::bytes_per_row(layout_of_person);
  summary.stopped = progress.stop;
  if (summary.stopped) return summary;
  book.close();
  write_headlines(writer, book, replicates, draws * replicates, stated.names.size(),
                  recording.indicators.size());
  writer.set_attribute("wall_time_s", summary.seconds);
  writer.set_attribute("threads", static_cast<std::int64_t>(sim::available_threads()));
  writer.set_attribute("bytes_per_person", static_cast<std::int64_t>(summary.bytes_per_person));
  summary.digest = writer.finish();
  summary.headlines = book.summary();
  return summary;
}

}  // namespace skillscale::experiments
