#include "cli/sweep_work.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/load_scenario.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/progress_line.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/sweep/engine.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

using experiments::RunStatus;

/// A line of JSON for everything that happens, for programs that watch.
class Events {
 public:
  explicit Events(const std::filesystem::path& file) {
    if (file.empty()) return;
    out_.open(file, std::ios::app);
    if (!out_)
      throw sim::StorageError(file.string() +
                              ": cannot be written\n  next: check --events and the disk");
  }
  void tell(const nlohmann::json& event) {
    if (out_.is_open()) out_ << event.dump() << std::endl;
  }
  void tell(const experiments::RunRecord& run) {
    nlohmann::json event{{"event", "run"},
                         {"point", run.key.point},
                         {"replicate", run.key.replicate},
                         {"status", run.status == RunStatus::Done ? "done" : "failed"},
                         {"seconds", run.seconds},
                         {"digest", run.digest}};
    if (!run.message.empty()) event["message"] = run.message;
    tell(event);
  }

 private:
  std::ofstream out_;
};

int status_of(const experiments::RunTable& table) { return table.failed() > 0 ? SomeFailed : Done; }

}  // namespace

void add_work_options(CLI::App& command, WorkOptions& options) {
  command.add_option("--threads", options.threads, "Most threads; without it all cores.")
      ->type_name("N");
  command.add_option("--events", options.events, "Appends a line of JSON for every run.")
      ->type_name("F.jsonl");
  command.add_flag("--quiet", options.is_quiet, "No progress and no summary.");
}

experiments::RunTable read_runs(const experiments::Store& store) {
  auto table = store.read_runs(true);
  for (const auto& problem : table.quarantined) tell("put aside in quarantine/: {}\n", problem);
  return table;
}

scenarios::Experiment load_experiment_file(const std::filesystem::path& file,
                                           const std::vector<std::string>& changes) {
  auto loaded =
      scenarios::load_experiment(file, load_options(changes), scenarios::model_language());
  if (!loaded.experiment) throw sim::InputError(loaded.faults.text());
  return *std::move(loaded.experiment);
}

std::vector<std::pair<std::string, std::string>> sources_of(
    const scenarios::Experiment& experiment) {
  std::vector<std::pair<std::string, std::string>> sources;
  for (const auto& file : experiment.files) {
    const std::filesystem::path path(file.name);
    // As the library names it, without the place where it stands on this machine.
    const auto folder = path.parent_path().filename();
    const bool is_part = folder == "base" || folder == "package";
    const auto name = (is_part ? folder / path.filename() : path.filename()).string();
    const bool is_there =
        std::any_of(sources.begin(), sources.end(), [&](const auto& s) { return s.first == name; });
    if (!is_there) sources.emplace_back(name, file.text);
  }
  return sources;
}

std::string standing_text(const experiments::Store& store, const experiments::RunTable& table) {
  const auto& sweep = store.sweep();
  const auto missing = sweep.runs() - table.runs.size();
  std::string text = fmt::format("points {}, replicates {}: {} of {} runs done", sweep.points,
                                 sweep.replicates, table.done(), sweep.runs());
  if (table.failed() > 0) text += fmt::format(", {} failed", table.failed());
  if (missing > 0) text += fmt::format(", {} missing", missing);
  text += "\n";
  const auto folder = shell_word(store.folder().string());
  for (const auto& run : table.runs) {
    if (run.status == RunStatus::Done) continue;
    text +=
        fmt::format("failed  point {}, replicate {}: {}\n  next: skillscale replay {} {}/{}\n",
                    run.key.point, run.key.replicate, run.message.substr(0, run.message.find('\n')),
                    folder, run.key.point, run.key.replicate);
    break;
  }
  if (table.failed() > 1) text += fmt::format("        and {} more\n", table.failed() - 1);
  if (missing > 0) text += fmt::format("next: skillscale resume {}\n", folder);
  if (const auto digest = digest_of_runs(sweep, table.runs); !digest.empty())
    text += "digest  " + digest + "\n";
  return text;
}

int carry_out(const experiments::Store& store, const std::vector<experiments::RunKey>& runs,
              const WorkOptions& options) {
  const auto threads = whole("--threads", options.threads, 0, 1, most_threads);
  const auto plan = plan_threads(static_cast<int>(threads), !options.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto& sweep = store.sweep();
  Events events(options.events);
  events.tell(nlohmann::json{{"event", "begin"}, {"runs", runs.size()}, {"name", sweep.name}});
  progress.months_total =
      static_cast<std::int64_t>(runs.size() * sweep.bases.front().size()) * sweep.months;
  if (!options.is_quiet && !runs.empty()) {
    tell("{}: {} runs of {} worlds, {} months each\n", sweep.name, runs.size(),
         sweep.bases.front().size(), sweep.months);
  }
  bool is_interrupted = false;
  {
    std::optional<ProgressLine> line;
    if (!options.is_quiet && plan.has_progress && !runs.empty()) line.emplace(progress);
    experiments::ThreadsEngine engine;
    std::size_t failed = 0;
    engine.run(store, runs, progress, [&](const experiments::RunRecord& run) {
      failed += run.status == RunStatus::Failed;
      events.tell(run);
    });
    const bool gave_up = sweep.on_failure == scenarios::OnFailure::Stop && failed > 0;
    is_interrupted = progress.stop && !gave_up;
  }
  const auto table = read_runs(store);
  if (options.collects) store.collect(table);
  events.tell(nlohmann::json{{"event", is_interrupted ? "interrupted" : "end"},
                             {"done", table.done()},
                             {"failed", table.failed()}});
  if (!options.is_quiet) {
    fmt::print("{}", standing_text(store, table));
    if (options.collects) fmt::print("points  {}\n", (store.folder() / "points.h5").string());
    std::fflush(stdout);
  }
  return is_interrupted ? int{Interrupted} : status_of(table);
}

}  // namespace skillscale::cli
