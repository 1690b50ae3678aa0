// skillscale run SCENARIO.yaml: simulates a scenario and its references into one result file.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "cli/commands.h"
#include "cli/common_options.h"
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
#include "experiments/standing.h"
#include "output/result_file.h"
#include "sim/error.h"
#include "sim/parallel.h"
#include "viz/report/analyses.h"
#include "viz/report/live_input.h"
#include "viz/report/write_page.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

struct Options : CommonOptions {
  fs::path scenario, output, html, resume, posterior;
  std::vector<fs::path> analyses;
  std::string package;
  bool is_json = false, is_checkpoint_required = false;
};

/// The command that gives this result again, in any shell.
std::string command_text(const Options& options, const fs::path& resume) {
  std::string text = "skillscale run " + shell_word(options.scenario.string());
  add_words(text, "--package", options.package);
  add_words(text, "--output", options.output.string());
  add_words(text, "--html", options.html.string());
  add_words(text, "--posterior", options.posterior.string());
  add_words(text, "--resume", resume.string());
  if (options.is_checkpoint_required) text += " --require-checkpoint";
  return text + words_of(options);
}

fs::path output_path(const Options& options) {
  if (!options.output.empty()) return options.output;
  fs::create_directories("results");
  const auto package = options.package.empty() ? "" : "-" + options.package;
  return fs::path("results") / options.scenario.stem().concat(package + ".h5");
}

experiments::RunOptions run_options(const Options& options, const scenarios::Scenario& scenario,
                                    const fs::path& library) {
  auto run = common_run_options(options, scenario, scenario.run.ensemble.replicates);
  run.is_checkpoint_required = options.is_checkpoint_required;
  run.resume = options.resume;
  run.warn = [](const std::string& text) { tell("\nwarning: {}\n", text); };
  run.answer = [](const std::string& text) { tell("checkpoint: {}\n", text); };
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
  tell("{}{}\n", run_time(summary.seconds),
       speed_words(static_cast<double>(summary.agent_months), summary.seconds));
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
          ? fmt::format("the older checkpoint {} stays as it was", summary.checkpoint.string())
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

/// A checkpoint of this run that an earlier try left, and what becomes of it.
void tell_of_checkpoint(const Options& options, const scenarios::Scenario& scenario,
                        const experiments::RunOptions& run, const fs::path& output) {
  if (options.is_quiet || options.force) return;
  const auto path = experiments::checkpoint_path(output);
  const auto standing =
      experiments::standing_checkpoint(path, experiments::checkpoint_head(scenario, run));
  if (!standing) return;
  const auto name = shell_word(path.string());
  if (standing->has_last_states && standing->last_month != run.months) {
    tell(
        "{} keeps the states of {} for branches and stays, so an interrupt of this run keeps none\n"
        "  next: for checkpoints of its own give another --output\n",
        name, to_text(later(scenario.run.start, standing->last_month - 1)));
  } else if (options.resume.empty()) {
    tell(
        "{0} holds {1} of {2} months of all worlds from an earlier try: --resume {0} goes on from "
        "it\n",
        name, grouped(double(standing->months), 0), grouped(double(standing->months_total), 0));
  }
}

/// The page, with what its live model needs.
void write_html(const Options& options, const scenarios::Scenario& scenario,
                const experiments::RunSummary& summary, const fs::path& output,
                const experiments::Progress& progress, const std::string& analyses) {
  const output::ResultReader result(output);
  report::LiveRun live{options.scenario, options.changes, 0};
  const auto months = progress.months_done.load();
  if (months > 0) live.agents = summary.agent_months / months;
  report::write_page(options.html, result, report::live_input(scenario, live, result), analyses);
}

int run(const Options& options) {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto plan = plan_threads(threads_asked(options), !options.is_quiet);
  const sim::ThreadLimit limit(plan.threads);
  if (!options.is_quiet) tell("{}", plan.note);

  auto load = load_options(options.changes);
  load.package = options.package;
  auto scenario = load_scenario(options.scenario, load);
  if (!options.posterior.empty()) experiments::take_posterior(scenario, options.posterior);
  const auto settings = run_options(options, scenario, load.library);
  const auto output = output_path(options);
  check_targets(scenario, output, options.html, options.force);
  const auto analyses = report::read_analyses(options.analyses);
  if (!options.is_quiet) tell("{}", scenario.warnings.text());
  const sim::ThreadLimit fitting(
      threads_that_fit(scenario, settings, output, plan.threads, options.is_quiet));
  tell_of_checkpoint(options, scenario, settings, output);
  const auto summary = simulate(options, scenario, settings, output, plan.has_progress, progress);
  if (summary.stopped) {
    print_interrupted(options, summary, progress);
    return Interrupted;
  }
  if (!options.html.empty()) write_html(options, scenario, summary, output, progress, analyses);
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
      "Result file; without it results/NAME.h5 for NAME.yaml, or results/NAME-PACKAGE.h5.");
  auto* html =
      add("--html", options->html, "F.html", "Writes the result also as a page for any browser.");
  add("--package", options->package, "NAME",
      "Runs the scenario's corridor under a package of the library, as references do. For a page "
      "write a file with `extends: [CORRIDOR.yaml, package/NAME.yaml]`.")
      ->excludes(html);
  add("--analysis", options->analyses, "A.json",
      "Shows what `skillscale analyse` or `robustness` has printed with --json in the page.")
      ->needs(html);
  add_common(*command, *options,
             "Runs on different random numbers, instead of those of the scenario.");
  add_checkpoint_every(
      *command, *options,
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
  add_writing(*command, *options,
              "Replaces a file of another scenario, a foreign one, or a richer result.");
  command->add_flag("--json", options->is_json, "Prints the headlines as JSON.");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace skillscale::cli
