// skillscale work DIR --share I/N: one of several workers that share the runs of a sweep, such as
// the tasks of a job array; skillscale collect DIR: what they have left, as one file.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <limits>
#include <optional>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/option_values.h"
#include "cli/sweep_folder.h"
#include "cli/thread_plan.h"
#include "experiments/sweep/collect.h"
#include "experiments/sweep/due_list.h"
#include "experiments/sweep/run_table.h"
#include "experiments/sweep/simulation.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace sweep = experiments::sweep;

struct Options {
  fs::path folder;
  fs::path due;
  std::string share, threads, attempts;
  bool is_quiet = false;
};

struct Share {
  std::size_t worker = 0, workers = 1;
};

Share share_of(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == std::string::npos)
    throw sim::InputError("--share is " + text +
                          "\n  allowed: I/N, I from 1 to N\n  next: write it as in 1/8");
  const auto workers = whole("--share", text.substr(slash + 1), 0, 1, 1e6);
  const auto worker = whole("--share", text.substr(0, slash), 0, 1, static_cast<double>(workers));
  return {worker - 1, workers};
}

/// Where a unit stands among those that workers share, the same whenever a worker begins.
class Positions {
 public:
  Positions(const fs::path& list, const scenarios::Experiment& experiment)
      : is_by_point_(experiment.until.has_value()) {
    if (!list.empty()) list_.emplace(list);
  }

  /// Nothing if nobody of them makes it.
  std::optional<std::size_t> of(const sweep::WorkUnit& unit) const {
    if (list_) return list_->line_of(unit);
    // Where the runs of a point decide on further ones, one worker makes them all.
    return unit.point + (is_by_point_ ? 0 : static_cast<std::size_t>(unit.replicates.front()));
  }

 private:
  bool is_by_point_;
  std::optional<sweep::DueList> list_;
};

std::vector<sweep::WorkUnit> part_of(std::vector<sweep::WorkUnit> missing, Share share,
                                     const Positions& positions) {
  std::erase_if(missing, [&](const auto& unit) {
    const auto position = positions.of(unit);
    return !position || *position % share.workers != share.worker;
  });
  return missing;
}

int work(const Options& options) {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto asked = whole("--threads", options.threads, 0, 1, most_threads);
  const sim::ThreadLimit limit(plan_threads(static_cast<int>(asked), false).threads);
  const auto share = share_of(options.share);
  const sweep::Store store(options.folder, sweep::Access::Share);
  const auto& experiment = store.experiment();
  const bool retries = experiment.on_failure == scenarios::OnFailure::Retry;
  const auto attempts = static_cast<int>(
      whole("--attempts", options.attempts, retries ? 2 : 1, 1, std::numeric_limits<int>::max()));
  const Positions positions(options.due, experiment);
  const sweep::Simulation simulation(experiment, store.points(), progress);
  sweep::ShardWriter writer(store.shards(), store.kind());
  std::size_t runs = 0;
  std::atomic<bool> has_failed = false;
  while (!progress.stop) {
    sweep::RunTable table(store);
    static_cast<void>(table.read());
    const auto part = part_of(table.missing(attempts, 1), share, positions);
    if (part.empty()) break;
    sim::for_each_task(part.size(), [&](std::size_t at) {
      if (progress.stop || (has_failed && experiment.on_failure == scenarios::OnFailure::Stop))
        return;
      const auto records = simulation(part[at]);
      for (const auto& record : records) has_failed = has_failed || !record.is_finished();
      writer.add(records);
    });
    writer.flush();
    runs += part.size();
    if (has_failed && experiment.on_failure == scenarios::OnFailure::Stop) return RunsFailed;
  }
  if (!options.is_quiet)
    fmt::print("part {} of {}: {} runs\n", share.worker + 1, share.workers, runs);
  return progress.stop ? int{Interrupted} : int{Done};
}

int collect(const Options& options) {
  const sweep::Store store(options.folder, sweep::Access::Alone);
  sweep::collect(store, "skillscale collect " + shell_word(options.folder.string()));
  if (!options.is_quiet) fmt::print("results  {}\n", (store.folder() / "results.h5").string());
  return Done;
}

CLI::App* add_command(CLI::App& app, const char* name, const char* meaning, Options& options) {
  auto* command = add_folder_command(app, name, meaning, options.folder);
  command->add_flag("--quiet", options.is_quiet, "No summary.");
  return command;
}

}  // namespace

void add_worker(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command =
      add_command(app, "work", "Makes one worker's part of the missing runs of a sweep.", *options);
  command->add_option("--share", options->share, "Which part: I of N.")
      ->type_name("I/N")
      ->required();
  command
      ->add_option("--due", options->due,
                   "List of the runs that are shared, DIR/due/N.csv, as `--engine slurm` writes "
                   "it; without it all that are missing.")
      ->type_name("FILE");
  command->add_option("--attempts", options->attempts, "Failed runs with fewer are made again; 1.")
      ->type_name("N");
  command->add_option("--threads", options->threads, "Most threads; without it all cores.")
      ->type_name("N");
  command->callback([options, &chosen] { chosen = [options] { return work(*options); }; });
}

void add_collect(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command =
      add_command(app, "collect", "Writes results.h5 of what a sweep has so far.", *options);
  command->callback([options, &chosen] { chosen = [options] { return collect(*options); }; });
}

}  // namespace skillscale::cli
