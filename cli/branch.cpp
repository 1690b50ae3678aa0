// skillscale branch --from CKPT --scenario A.yaml B.yaml: many futures from one past.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>

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
#include "experiments/checkpoint.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options : CommonOptions {
  fs::path from, folder = "results";
  std::vector<fs::path> scenarios;
};

std::string command_text(const Options& options, const fs::path& scenario) {
  std::string text = "skillscale branch --from " + shell_word(options.from.string()) +
                     " --scenario " + shell_word(scenario.string()) + " --output-dir " +
                     shell_word(options.folder.string());
  return text + words_of(options);
}

struct Future {
  fs::path file, output;
  scenarios::Scenario scenario;
  experiments::RunOptions run;
};

Future read_future(const Options& options, const output::CheckpointReader& from,
                   const fs::path& file) {
  const auto load = load_options(options.changes);
  Future future{file, options.folder / file.stem().concat(".h5"), load_scenario(file, load), {}};
  const auto there = experiments::checkpoint_run(from);
  future.run = common_run_options(options, future.scenario, there.replicates);
  future.run.branch = options.from;
  future.run.command_line = command_text(options, file);
  future.run.sources_csv = sources_beside(load.library);
  experiments::check_branch(from, future.scenario, future.run);
  check_targets(future.scenario, future.output, "", options.force);
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

int simulate(const Options& options, const Future& future, bool shows_progress,
             experiments::Progress& progress) {
  if (!options.is_quiet) tell("{}", future.scenario.warnings.text());
  experiments::RunSummary summary;
  {
    std::optional<ProgressLine> line;
    if (!options.is_quiet && shows_progress) line.emplace(progress);
    summary = experiments::run_to_file(future.scenario, future.run, future.output, progress);
  }
  if (summary.stopped) {
    tell("interrupted in {}\n  next: to run it again: {}\n", future.file.string(),
         future.run.command_line);
    if (!summary.checkpoint.empty()) {
      tell("        or go on: skillscale run {} --replicates {} --output {} --resume {}\n",
           shell_word(future.file.string()), future.run.replicates,
           shell_word(future.output.string()), shell_word(summary.checkpoint.string()));
    }
    return Interrupted;
  }
  if (!options.is_quiet) {
    fmt::print("{}\nresult  {}\ndigest  {}\n", result_table(future.scenario, future.run, summary),
               future.output.string(), summary.digest);
  }
  return Done;
}

int branch(const Options& options) {
  experiments::Progress stop;
  const Interrupt interrupt(stop.stop, stop.checkpoint_requests);
  const auto plan = plan_threads(threads_asked(options), !options.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  if (!options.is_quiet) tell("{}", plan.note);
  if (options.folder == fs::path("results")) fs::create_directories(options.folder);
  for (const auto& future : read_futures(options)) {
    stop.months_done = 0;
    stop.agent_months = 0;
    const int status = simulate(options, future, plan.has_progress, stop);
    if (status != Done) return status;
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
