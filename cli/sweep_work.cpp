#include "cli/sweep_work.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/library_folder.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/progress_line.h"
#include "cli/sweep_plan.h"
#include "cli/sweep_slurm.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/sweep/collect.h"
#include "experiments/sweep/due_list.h"
#include "experiments/sweep/run_table.h"
#include "experiments/sweep/sweep.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace sweep = experiments::sweep;
using Json = nlohmann::ordered_json;

/// Events as JSON, one a line.
class Events {
 public:
  explicit Events(const std::string& target) : target_(target), is_on_(!target.empty()) {
    if (!is_on_ || target == "-") return;
    file_.open(target, std::ios::app);
    if (!file_)
      throw sim::StorageError(target +
                              ": cannot be written\n  next: name another file to --events");
  }

  void operator()(const Json& event) {
    if (!is_on_) return;
    auto& out = file_.is_open() ? static_cast<std::ostream&>(file_) : std::cout;
    out << event.dump() << std::endl;
    if (out || !file_.is_open()) return;
    is_on_ = false;
    tell("{}: cannot be written any more; the sweep goes on without events\n", target_);
  }

 private:
  std::string target_;
  bool is_on_;
  std::ofstream file_;
};

std::string counts_words(const sweep::RunTable::Counts& counts) {
  auto text = fmt::format("{} of {} runs finished", grouped(double(counts.finished), 0),
                          grouped(double(counts.due), 0));
  if (counts.failed > 0) text += fmt::format(", {} failed", counts.failed);
  return text;
}

sweep::Listeners listeners_of(Events& events, bool is_quiet) {
  sweep::Listeners listeners;
  listeners.run = [&events](const sweep::RunRecord& record) {
    Json event{{"event", record.is_finished() ? "run_finished" : "run_failed"},
               {"point", record.point},
               {"replicate", record.replicate},
               {"attempt", record.attempt},
               {"seconds", record.seconds}};
    if (record.is_finished()) event["digest"] = record.digest;
    if (!record.is_finished()) event["message"] = record.message;
    events(event);
  };
  listeners.bad_shard = [&events](const sweep::BadShard& bad) {
    events({{"event", "shard_put_aside"},
            {"shard", bad.file.filename().string()},
            {"problem", bad.problem}});
    tell("{}: {}; it is put into quarantine and its runs are made again\n", bad.file.string(),
         bad.problem);
  };
  listeners.begin = [&events, is_quiet](const sweep::RunTable::Counts& counts) {
    events({{"event", "round_begins"},
            {"due", counts.due},
            {"finished", counts.finished},
            {"failed", counts.failed}});
    if (!is_quiet && counts.finished > 0) tell("{}\n", counts_words(counts));
  };
  return listeners;
}

int report(const sweep::Store& store, const sweep::SweepOutcome& outcome, double seconds,
           const WorkOptions& options) {
  const auto folder = shell_word(store.folder().string());
  if (outcome.is_stopped) {
    tell("interrupted; {} are kept in {}\n  next: to go on: skillscale resume {}\n",
         counts_words(outcome.counts), store.folder().string(), folder);
    return Interrupted;
  }
  if (!options.is_quiet) {
    fmt::print("runs     {}\nresults  {}\ndigest   {}\n", counts_words(outcome.counts),
               (store.folder() / "results.h5").string(), outcome.digest);
    std::fflush(stdout);
    tell("{}, {} runs made\n", run_time(seconds), outcome.runs_made);
  }
  if (outcome.is_given_up) {
    tell(
        "a run failed, and on_failure is stop: {}\n  next: skillscale resume {} makes the others\n",
        outcome.first_failure, folder);
    return RunsFailed;
  }
  if (outcome.counts.failed == 0) return Done;
  tell("{} runs failed{}{}\n  next: skillscale status {} lists them; skillscale retry {}\n",
       outcome.counts.failed,
       outcome.first_failure.empty() ? "" : "; the first: ", outcome.first_failure, folder, folder);
  return RunsFailed;
}

/// The tasks of the array begin while this still runs, so the store is let go before.
int hand_to_slurm(sweep::Store held, const WorkOptions& options, int least_attempts) {
  std::uint64_t tasks = 0;
  fs::path due;
  const auto folder = held.folder();
  {
    const sweep::Store store = std::move(held);
    sweep::RunTable table(store);
    static_cast<void>(table.read());
    const auto units = table.missing(least_attempts, 1);
    if (units.empty() && !options.only_prints) {
      fmt::print("runs     {}\n", counts_words(table.counts()));
      return Done;
    }
    tasks = options.tasks.empty()
                ? proposed_tasks(store.experiment(), store.points(), units.size(),
                                 task_threads(options))
                : std::clamp<std::uint64_t>(units.size(), 1, asked_tasks(options));
    due = sweep::DueList::write(store, units);
  }
  return submit(folder, due, options, least_attempts, tasks);
}

}  // namespace

void add_work(CLI::App& command, WorkOptions& options) {
  add_engine(command, options);
  command
      .add_option("--events", options.events,
                  "Writes what happens as JSON, one event a line; - for standard output.")
      ->type_name("FILE");
  command.add_flag("--quiet", options.is_quiet, "No progress and no summary.");
}

int make_runs(sweep::Store store, const WorkOptions& options, ChosenEngine& engine,
              int least_attempts, const std::string& command_line) {
  if (engine.is_slurm()) return hand_to_slurm(std::move(store), options, least_attempts);
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  // Where ranks share the runs, one thread works within a run.
  const sim::ThreadLimit limit(options.engine == "mpi" ? 1 : engine.threads_of_rank());
  Events events(options.events);
  const auto begin = std::chrono::steady_clock::now();
  sweep::SweepOutcome outcome;
  {
    std::optional<ProgressLine> line;
    if (!options.is_quiet && engine.has_progress()) line.emplace(progress);
    outcome = sweep::make_runs(store, engine.for_store(store), {least_attempts, engine.threads()},
                               listeners_of(events, options.is_quiet), progress);
    if (!outcome.is_stopped) sweep::collect(store, command_line);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  events({{"event", outcome.is_stopped ? "interrupted" : "ended"},
          {"finished", outcome.counts.finished},
          {"failed", outcome.counts.failed},
          {"missing", outcome.counts.missing()},
          {"digest", outcome.digest}});
  return report(store, outcome, seconds.count(), options);
}

void refuse_changed(const sweep::Store& store) {
  const auto difference = store.difference_from_origin(library_folder());
  if (difference.empty()) return;
  throw sim::InputError(store.folder().string() +
                        ": its experiment was changed since the sweep began (- then, + now)\n" +
                        difference +
                        "  allowed: the files as they were\n  next: undo the change, begin a new "
                        "sweep, or go on as it was begun with --as-begun");
}

}  // namespace skillscale::cli
