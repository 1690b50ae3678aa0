// skillscale branch --from CKPT --scenario A.yaml B.yaml: many futures from one past.
#include "experiments/branch.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <optional>
#include <span>

#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/load_scenario.h"
#include "cli/option_values.h"
#include "cli/progress_line.h"
#include "cli/result_table.h"
#include "cli/target_files.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options : CommonOptions {
  fs::path from, folder = "results";
  std::vector<fs::path> scenarios;
};

/// The command for some of the scenarios.
template <class Scenarios>
std::string command_text(const Options& options, const Scenarios& scenarios) {
  std::string text =
      "skillscale branch --from " + shell_word(options.from.string()) + " --scenario";
  for (const fs::path& scenario : scenarios) text += " " + shell_word(scenario.string());
  add_words(text, "--output-dir", options.folder.string());
  return text + words_of(options);
}

struct Future {
  fs::path file, output;
  scenarios::Scenario scenario;
  experiments::RunOptions run;
  std::vector<std::string> notes;
};

Future read_future(const Options& options, const output::CheckpointReader& from,
                   const fs::path& file) {
  const auto load = load_options(options.changes);
  Future future{
      file, options.folder / file.stem().concat(".h5"), load_scenario(file, load), {}, {}};
  const auto there = experiments::checkpoint_run(from);
  future.run = common_run_options(options, future.scenario, there.replicates);
  future.run.branch = options.from;
  future.run.command_line = command_text(options, std::array{file});
  future.run.sources_csv = sources_beside(load.library);
  future.run.warn = [](const std::string& text) { tell("\nwarning: {}\n", text); };
  future.run.answer = [](const std::string& text) { tell("checkpoint: {}\n", text); };
  experiments::check_branch(from, future.scenario, future.run);
  check_targets(future.scenario, future.output, "", options.force);
  experiments::check_targets_of_run(future.scenario, future.run, future.output);
  future.notes = experiments::branch_notes(from, future.scenario);
  return future;
}

/// All scenarios are read and compared before the first month is simulated.
std::vector<Future> read_futures(const Options& options) {
  const output::CheckpointReader from(options.from);
  std::vector<Future> futures;
  for (const auto& file : options.scenarios) {
    auto future = read_future(options, from, file);
    for (const auto& other : futures) {
      if (other.output != future.output) continue;
      throw sim::InputError(
          fmt::format("{} and {} would both go into {}\n  next: give the files different names",
                      other.file.string(), file.string(), future.output.string()));
    }
    futures.push_back(std::move(future));
  }
  return futures;
}

void print_start(const Options& options, const Future& future) {
  if (options.is_quiet) return;
  tell("{}", future.scenario.warnings.text());
  for (const auto& note : future.notes) tell("{}: warning: {}\n", future.file.string(), note);
  tell("{}: simulating (replicates x worlds x months): {} x {} x {}\n", future.file.string(),
       future.run.replicates * std::max(1, future.scenario.run.ensemble.draws),
       future.scenario.references.size() + 1, future.run.months);
}

experiments::RunSummary simulate(const Options& options, const Future& future, bool shows_progress,
                                 experiments::Progress& progress) {
  print_start(options, future);
  std::optional<ProgressLine> line;
  if (!options.is_quiet && shows_progress) line.emplace(progress);
  return experiments::run_to_file(future.scenario, future.run, future.output, progress);
}

/// What to do after an interrupt in one of the futures; those behind it have not begun.
void print_interrupted(const Options& options, const experiments::RunSummary& summary,
                       std::span<const Future> rest) {
  const auto& current = rest.front();
  auto left = rest;
  std::string next;
  if (!summary.checkpoint.empty()) {
    next =
        fmt::format("skillscale run {} --replicates {} --output {} --resume {}",
                    shell_word(current.file.string()), current.run.replicates,
                    shell_word(current.output.string()), shell_word(summary.checkpoint.string()));
    add_words(next, "--seed", options.seed);
    add_words(next, "--threads", options.threads);
    add_words(next, "--until", options.until);
    for (const auto& change : options.changes) add_words(next, "--set", change);
    if (options.force) next += " --force";
    left = rest.subspan(1);
  }
  std::vector<fs::path> files;
  for (const auto& future : left) files.push_back(future.file);
  if (!files.empty()) next += (next.empty() ? "" : "\n        ") + command_text(options, files);
  tell("interrupted in {}\n  next: {}\n", current.file.string(), next);
}

void print_result(const Options& options, const Future& future,
                  const experiments::RunSummary& summary) {
  if (options.is_quiet) return;
  fmt::print("{}\nresult  {}\ndigest  {}\n", result_table(future.scenario, future.run, summary),
             future.output.string(), summary.digest);
  std::fflush(stdout);
}

int branch(const Options& options) {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto plan = plan_threads(threads_asked(options), !options.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  if (!options.is_quiet) tell("{}", plan.note);
  if (options.folder == fs::path("results")) fs::create_directories(options.folder);
  const auto futures = read_futures(options);
  for (std::size_t at = 0; at < futures.size(); ++at) {
    progress.months_done = progress.months_total = 0;
    progress.agent_months = 0;
    const auto summary = simulate(options, futures[at], plan.has_progress, progress);
    if (summary.stopped) {
      print_interrupted(options, summary, std::span(futures).subspan(at));
      return Interrupted;
    }
    print_result(options, futures[at], summary);
  }
  return Done;
}

}  // namespace

void add_branch(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "branch", "Goes on from the states of a checkpoint under other scenarios.");
  command->footer(
      "The checkpoint comes from `skillscale run SCENARIO.yaml --until YYYY-MM --checkpoint-every "
      "MONTHS`.\nFrom its month on each scenario's own values and levers apply. Corridor, names, "
      "employers,\nmultiplicity, seed and start must be those of the first run. A result has all "
      "months from the start.");
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, auto& into, const char* type, const char* meaning) {
    return command->add_option(name, into, meaning)->type_name(type);
  };
  add("--from", options->from, "F.ckpt.h5", "Checkpoint with all worlds at one month.")->required();
  add("--scenario", options->scenarios, "A.yaml", "Scenario files, one result A.h5 for each.")
      ->required();
  add("--output-dir", options->folder, "DIR", "Folder of the results; without it results/.");
  add_common(*command, *options, "The first N replicates; without it all of the checkpoint.");
  add_writing(*command, *options, "Replaces results of other scenarios, and of straight runs.");
  command->callback([options, &chosen] { chosen = [options] { return branch(*options); }; });
}

}  // namespace skillscale::cli
