#include "experiments/ensemble.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <optional>

#include "experiments/branch.h"
#include "experiments/headlines.h"
#include "experiments/result_layout.h"
#include "experiments/standing.h"
#include "experiments/worlds.h"
#include "models/person.h"
#include "output/checkpoint_file.h"
#include "output/overwrite.h"
#include "output/result_file.h"
#include "output/temporary_file.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::experiments {
namespace {

output::GraphSnapshot snapshot_of(const sim::Snapshot& from) {
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
void write_record(output::ResultWriter& writer, const scenarios::CalendarMonth& start, int draw,
                  int replicate, const std::vector<WorldRecord>& records) {
  for (std::size_t w = 0; w < records.size(); ++w) {
    const int world = static_cast<int>(w);
    for (std::size_t i = 0; i < records[w].monthly.size(); ++i)
      writer.put(draw, replicate, world, i, records[w].monthly[i]);
    for (const auto& [month, graph] : records[w].graphs) {
      const int year = start.year + (start.month - 1 + month - 1) / 12;
      writer.put_graph(draw, replicate, world, year, snapshot_of(graph));
    }
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

KeeperOptions keeper_options(const scenarios::Scenario& scenario, const RunOptions& options,
                             const std::filesystem::path& path, std::size_t worlds) {
  KeeperOptions keeper;
  keeper.path = checkpoint_path(path);
  keeper.every = options.checkpoint_every;
  keeper.may_replace = options.force;
  keeper.is_required = options.is_checkpoint_required;
  keeper.warn = options.warn;
  keeper.answer = options.answer;
  keeper.head = checkpoint_head(scenario, options);
  keeper.stays = is_to_stay(keeper.path, keeper.head, options);
  keeper.draws = std::max(1, scenario.run.ensemble.draws);
  keeper.replicates = options.replicates;
  keeper.worlds = static_cast<int>(worlds);
  return keeper;
}

/// The checkpoint that the run goes on from, if any.
std::optional<output::CheckpointReader> source_of(const RunOptions& options) {
  if (!options.branch.empty()) return output::CheckpointReader(options.branch);
  if (!options.resume.empty()) return output::CheckpointReader(options.resume);
  return std::nullopt;
}

/// What a run takes over from its source: which past it has, and for the same months the wish for
/// checkpoints.
RunOptions taken_over(RunOptions options, const std::optional<output::CheckpointReader>& source,
                      const scenarios::Scenario& scenario) {
  if (!source) return options;
  if (!options.branch.empty()) {
    check_branch(*source, scenario, options);
    options.branched_from = past_name(*source);
    return options;
  }
  check_same_run(*source, scenario, options);
  const auto there = checkpoint_run(*source);
  options.branched_from = there.branched_from;
  if (options.checkpoint_every == 0 && options.months == there.months)
    options.checkpoint_every = there.checkpoint_every;
  return options;
}

/// Fills the keeper from the checkpoint that the run goes on from.
void take_up(CheckpointKeeper& keeper, const output::CheckpointReader& source,
             const scenarios::Scenario& scenario, const RunOptions& options, std::size_t worlds) {
  if (options.branch.empty()) {
    std::vector<std::size_t> places(worlds);
    std::iota(places.begin(), places.end(), std::size_t{0});
    keeper.adopt(source, places);
    return;
  }
  const auto places = check_branch(source, scenario, options);
  const auto from = make_worlds(checkpoint_run(source).worlds, 1, options.seed, 0);
  const auto to = make_worlds(scenario, 1, options.seed, 0);
  keeper.adopt(source, places, [&](std::size_t world, sim::Archive& state) {
    adapt_levers(*from.parameters[places[world]], *to.parameters[world], state);
  });
}

/// What remains on the disk of the run's checkpoints.
void settle_checkpoint(CheckpointKeeper& keeper, const scenarios::Scenario& scenario,
                       const RunOptions& options, const std::filesystem::path& path,
                       RunSummary& summary) {
  const auto standing = checkpoint_path(path);
  if (keeper.stays()) {
    summary.is_checkpoint_older = summary.stopped && options.branch.empty();
    if (summary.is_checkpoint_older) summary.checkpoint = standing;
    return;
  }
  const bool may_go_on = keeps_last_states(scenario, options);
  std::error_code error;
  summary.months_kept = keeper.months_kept();
  if (summary.stopped || may_go_on) {
    const bool is_written = keeper.write_last();
    summary.is_checkpoint_older = !is_written && std::filesystem::exists(standing, error);
    if (is_written || summary.is_checkpoint_older) summary.checkpoint = standing;
  } else if (standing_checkpoint(standing, checkpoint_head(scenario, options)) && keeper.may_go()) {
    std::filesystem::remove(standing, error);
  }
}

}  // namespace

bool keeps_last_states(const scenarios::Scenario& scenario, const RunOptions& options) {
  return options.months < scenario.run.months && options.checkpoint_every > 0;
}

void check_targets_of_run(const scenarios::Scenario& scenario, const RunOptions& asked,
                          const std::filesystem::path& path) {
  const auto options = taken_over(asked, source_of(asked), scenario);
  const auto worlds = make_worlds(scenario, options.months, options.seed, 0);
  check_standing(checkpoint_path(path), checkpoint_head(scenario, options), asked);
  if (options.force) return;
  output::check_overwrite(output::through_links(path),
                          make_layout(scenario, options, worlds, recording_for(scenario)));
}

RunSummary run_to_file(const scenarios::Scenario& scenario, const RunOptions& asked,
                       const std::filesystem::path& path, Progress& progress) {
  const auto begin = std::chrono::steady_clock::now();
  const auto source = source_of(asked);
  const auto options = taken_over(asked, source, scenario);
  const auto draws = static_cast<std::size_t>(std::max(1, scenario.run.ensemble.draws));
  const bool drawn = scenario.run.ensemble.draws > 0;
  const bool may_go_on = keeps_last_states(scenario, options);
  const auto stated = make_worlds(scenario, options.months, options.seed, 0);
  const Recording recording = recording_for(scenario);
  check_standing(checkpoint_path(path), checkpoint_head(scenario, options), asked);
  output::ResultWriter writer(path, make_layout(scenario, options, stated, recording),
                              options.force);
  CheckpointKeeper keeper(keeper_options(scenario, options, path, stated.names.size()));
  if (source) take_up(keeper, *source, scenario, options, stated.names.size());
  const auto replicates = static_cast<std::size_t>(options.replicates);
  HeadlineBook book(stated, draws * replicates);
  progress.months_total =
      static_cast<std::int64_t>(draws * replicates * stated.names.size()) * options.months;
  progress.months_done = keeper.months_kept();

  sim::for_each_task(draws * replicates, [&](std::size_t run) {
    if (progress.stop) return;
    const auto draw = run / replicates, replicate = run % replicates;
    const auto draw_set = static_cast<std::uint32_t>(drawn ? draw + 1 : 0);
    const auto worlds =
        drawn ? make_worlds(scenario, options.months, options.seed, draw_set) : stated;
    const auto records = run_replicate(
        worlds, {options.seed, static_cast<std::uint32_t>(replicate), draw_set}, recording,
        progress, {}, {&keeper, static_cast<int>(draw), run == 0, may_go_on});
    if (progress.stop) return;
    write_record(writer, scenario.run.start, static_cast<int>(draw), static_cast<int>(replicate),
                 records);
    book.take(run, records);
    if (options.finished) options.finished(run, records);
  });

  RunSummary summary;
  summary.branched_from = options.branched_from;
  summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  summary.agent_months = progress.agent_months;
  models::Persons layout_of_person;
  summary.bytes_per_person = sim::bytes_per_row(layout_of_person);
  summary.stopped = progress.stop;
  if (summary.stopped) {
    settle_checkpoint(keeper, scenario, options, path, summary);
    return summary;
  }
  book.close();
  write_headlines(writer, book, replicates, draws * replicates, stated.names.size(),
                  recording.indicators.size());
  writer.set_attribute("wall_time_s", summary.seconds);
  writer.set_attribute("threads", static_cast<std::int64_t>(sim::available_threads()));
  writer.set_attribute("bytes_per_person", static_cast<std::int64_t>(summary.bytes_per_person));
  summary.digest = writer.finish();
  summary.headlines = book.summary();
  settle_checkpoint(keeper, scenario, options, path, summary);
  return summary;
}

}  // namespace skillscale::experiments
