// skillscale run SCENARIO.yaml: simulates a scenario and its references into one result file.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/load_scenario.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/progress_line.h"
#include "cli/result_json.h"
#include "cli/result_table.h"
#include "cli/room.h"
#include "cli/target_files.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/calibration_files.h"
#include "experiments/checkpoint.h"
#include "output/result_file.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "viz/report/write_page.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path scenario, output, html;
  std::string replicates, seed, threads, until, checkpoint_every;
  fs::path resume, posterior;
  std::vector<std::string> changes;
  bool force = false, is_quiet = false, is_json = false, is_checkpoint_required = false;
};

/// The command that gives this result again, in any shell.
std::string command_text(const Options& options, const fs::path& resume) {
  std::string text = "skillscale run " + shell_word(options.scenario.string());
  const auto add = [&](const char* option, const std::string& value) {
    if (!value.empty()) text += std::string(" ") + option + " " + shell_word(value);
  };
  add("--output", options.output.string());
  add("--html", options.html.string());
  add("--replicates", options.replicates);
  add("--seed", options.seed);
  add("--threads", options.threads);
  add("--until", options.until);
  add("--checkpoint-every", options.checkpoint_every);
  add("--posterior", options.posterior.string());
  add("--resume", resume.string());
  for (const auto& change : options.changes) add("--set", change);
  if (options.is_checkpoint_required) text += " --require-checkpoint";
  return text + (options.force ? " --force" : "");
}

fs::path output_path(const Options& options) {
  if (!options.output.empty()) return options.output;
  fs::create_directories("results");
  return fs::path("results") / options.scenario.stem().concat(".h5");
}

experiments::RunOptions run_options(const Options& options, const scenarios::Scenario& scenario,
                                    const fs::path& library) {
  const auto& ensemble = scenario.run.ensemble;
  experiments::RunOptions run;
  run.replicates = static_cast<int>(whole("--replicates", options.replicates,
                                          static_cast<std::uint64_t>(ensemble.replicates),
                                          "ensemble.replicates"));
  run.seed = whole("--seed", options.seed, ensemble.seed, "ensemble.seed");
  run.months = months_until(options.until, scenario.run);
  run.force = options.force;
  constexpr double longest = 30000;
  run.checkpoint_every =
      static_cast<int>(whole("--checkpoint-every", options.checkpoint_every, 0, 1, longest));
  run.is_checkpoint_required = options.is_checkpoint_required;
  run.resume = options.resume;
  run.warn = [](const std::string& text) { tell("\nwarning: {}\n", text); };
  run.command_line = command_text(options, options.resume);
  run.sources_csv = sources_beside(library);
  return run;
}

experiments::RunSummary simulate(const Options& options, const scenarios::Scenario& scenario,
                                 const experiments::RunOptions& run, const fs::path& output,
                                 bool shows_progress, experiments::Progress& progress) {
  const auto runs = run.replicates * std::max(1, scenario.run.ensemble.draws);
  std::optional<ProgressLine> line;
  if (!options.is_quiet) {
    tell("simulating (replicates x worlds x months): {} x {} x {}\n", runs,
         scenario.references.size() + 1, run.months);
    if (shows_progress) line.emplace(progress);
  }
  return experiments::run_to_file(scenario, run, output, progress);
}

void print_result(const Options& options, const scenarios::Scenario& scenario,
                  const experiments::RunOptions& run, const experiments::RunSummary& summary,
                  const fs::path& output) {
  if (options.is_json) {
    fmt::print("{}", result_json(scenario, run, summary, output));
  } else if (!options.is_quiet) {
    fmt::print("{}\nresult  {}\ndigest  {}\n", result_table(scenario, run, summary),
               output.string(), summary.digest);
    if (!options.html.empty()) fmt::print("page    {}\n", options.html.string());
  }
  if (options.is_quiet) return;
  // Both may go into one file, where the table would otherwise be cut in two.
  std::fflush(stdout);
  tell("{}, {} agent-months/s\n", duration(summary.seconds),
       in_millions(static_cast<double>(summary.agent_months) / summary.seconds));
}

/// What to do after an interrupt.
void print_interrupted(const Options& options, const experiments::RunSummary& summary,
                       const experiments::Progress& progress) {
  if (summary.checkpoint.empty()) {
    tell("interrupted; nothing was written\n  next: to run it again: {}\n",
         command_text(options, {}));
    return;
  }
  const auto what =
      summary.is_checkpoint_older
          ? fmt::format("an older checkpoint that had come further stays in {}",
                        summary.checkpoint.string())
          : fmt::format("{} of {} months of all worlds are kept in {}", summary.months_kept,
                        progress.months_total.load(), summary.checkpoint.string());
  tell("interrupted; {}\n  next: to go on: {}\n", what, command_text(options, summary.checkpoint));
}

/// The states of a run that ended before its scenario does.
void print_kept(const Options& options, const experiments::RunSummary& summary) {
  if (summary.checkpoint.empty() || options.is_quiet) return;
  std::fflush(stdout);
  tell(
      "the states of the last month are kept in {0}\n"
      "  next: go on with --resume {0} and a later --until, or try several futures:\n"
      "        skillscale branch --from {0} --scenario A.yaml B.yaml\n",
      shell_word(summary.checkpoint.string()));
}

/// A checkpoint of this run that an earlier try left and that this one does not use.
void tell_of_checkpoint(const Options& options, const fs::path& output) {
  const auto standing = experiments::checkpoint_path(output);
  std::error_code error;
  if (options.is_quiet || !options.resume.empty() || !fs::exists(standing, error)) return;
  tell("{0} is there from an earlier run: --resume {0} goes on from it\n",
       shell_word(standing.string()));
}

int run(const Options& options) {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto threads = whole("--threads", options.threads, 0, 1, most_threads);
  const auto plan = plan_threads(static_cast<int>(threads), !options.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  if (!options.is_quiet) tell("{}", plan.note);

  const auto load = load_options(options.changes);
  auto scenario = load_scenario(options.scenario, load);
  if (!options.posterior.empty()) experiments::take_posterior(scenario, options.posterior);
  const auto settings = run_options(options, scenario, load.library);
  const auto output = output_path(options);
  check_targets(scenario, output, options.html, options.force);
  if (!options.is_quiet) tell("{}", scenario.warnings.text());
  const sim::ThreadLimit fitting(
      threads_that_fit(scenario, settings, output, plan.threads, options.is_quiet));
  tell_of_checkpoint(options, output);
  const auto summary = simulate(options, scenario, settings, output, plan.has_progress, progress);
  if (summary.stopped) {
    print_interrupted(options, summary, progress);
    return Interrupted;
  }
  if (!options.html.empty()) report::write_page(options.html, output::ResultReader(output));
  print_result(options, scenario, settings, summary, output);
  print_kept(options, summary);
  return Done;
}

}  // namespace

void add_run(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand("run", "Simulates a scenario and its references.");
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, auto& into, const char* type, const char* meaning) {
    return command->add_option(name, into, meaning)->type_name(type);
  };
  add("SCENARIO.yaml", options->scenario, "", "Scenario file.")->required();
  add("--output", options->output, "F.h5",
      "Result file; without it results/NAME.h5 for NAME.yaml.");
  add("--html", options->html, "F.html", "Writes the result also as a page for any browser.");
  add("--replicates", options->replicates, "N",
      "Runs on different random numbers, instead of those of the scenario.");
  add("--seed", options->seed, "S", "Seed, instead of that of the scenario.");
  add("--threads", options->threads, "N", "Most threads; without it all cores.");
  add("--until", options->until, "YYYY-MM", "Last month, instead of the scenario's horizon.");
  add("--checkpoint-every", options->checkpoint_every, "MONTHS",
      "Keeps the state of the run in NAME.ckpt.h5 beside the result, every so many months at most, "
      "and so that writing takes about a twentieth of the time at most. An interrupt (Ctrl-C, "
      "SIGTERM) keeps it also without this option, SIGUSR1 at once. With --until before the "
      "scenario's end the last states stay, for --resume and `skillscale branch`.");
  add("--resume", options->resume, "F.ckpt.h5",
      "Goes on from a checkpoint of this scenario and seed. Threads, stored variables, a later end "
      "and more replicates are free.");
  command->add_flag("--require-checkpoint", options->is_checkpoint_required,
                    "Ends the run when a checkpoint cannot be written, such as on a full disk, "
                    "instead of going on with a warning.");
  add("--posterior", options->posterior, "F.h5",
      "Draws take the parameters of `skillscale calibrate` from here, a particle each by its "
      "weight; ensemble.draws says how many.");
  add("--set", options->changes, "path=value",
      "Changes one value of the scenario. For several write it again: --set a=1 --set b=2. "
      "`skillscale params` lists the paths.")
      ->allow_extra_args(false);
  command->add_flag("--force", options->force,
                    "Replaces a file of another scenario, a foreign one, or a richer result.");
  command->add_flag("--quiet", options->is_quiet, "No warnings, progress or result table.");
  command->add_flag("--json", options->is_json, "Prints the headlines as JSON.");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace skillscale::cli
