// skillscale calibrate CALIBRATION.yaml: parameters under which the model meets observed numbers.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "cli/calibration_report.h"
#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/load_scenario.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/calibration_files.h"
#include "experiments/model_simulator.h"
#include "output/temporary_file.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace engine = experiments::calibration;

struct Options {
  fs::path file, output, report;
  std::string threads;
  bool resumes = false, force = false, is_quiet = false, only_checks = false;
};

std::string command_text(const Options& options, bool resumes) {
  std::string text = "skillscale calibrate " + shell_word(options.file.string());
  if (!options.output.empty()) text += " --output " + shell_word(options.output.string());
  if (!options.report.empty()) text += " --report " + shell_word(options.report.string());
  if (!options.threads.empty()) text += " --threads " + options.threads;
  return text + (resumes ? " --resume" : "");
}

fs::path output_path(const Options& options) {
  if (!options.output.empty()) return options.output;
  fs::create_directories("results");
  return fs::path("results") / options.file.stem().concat(".posterior.h5");
}

scenarios::Calibration load(const Options& options) {
  auto loaded =
      scenarios::load_calibration(options.file, load_options(), scenarios::model_language());
  if (!loaded.calibration) throw sim::InputError(loaded.faults.text());
  return *std::move(loaded.calibration);
}

/// Nothing of the user's is written over.
void check_files(const Options& options, const scenarios::Calibration& calibration,
                 const fs::path& output, const fs::path& points) {
  for (const auto& target : {output, points, options.report}) {
    std::error_code error;
    for (const auto& file : calibration.files) {
      if (!target.empty() && fs::equivalent(target, file.name, error))
        throw sim::InputError(target.string() +
                              " is a file the calibration is read from\n  next: "
                              "name another file");
    }
    if (!target.empty()) const output::TemporaryFile trial(target);
  }
  if (options.force) return;
  if (!experiments::may_be_replaced(output, calibration)) {
    throw sim::InputError(output.string() +
                          ": exists and is not the posterior of this calibration"
                          "\n  next: choose another --output, or replace it with --force");
  }
  std::error_code error;
  if (!options.resumes && fs::exists(points, error)) {
    throw sim::InputError(points.string() +
                          ": holds points of an earlier try\n  next: go on from "
                          "them with --resume, or begin anew with --force");
  }
}

/// Keeps the points, and says now and then how many there are.
class Keeper {
 public:
  Keeper(fs::path file, const scenarios::Calibration& calibration, bool is_quiet)
      : file_(std::move(file)), calibration_(calibration), is_quiet_(is_quiet) {}

  void operator()(const std::vector<engine::Point>& points) {
    experiments::write_points(file_, calibration_, points);
    const auto now = std::chrono::steady_clock::now();
    if (is_quiet_ || now - told_ < std::chrono::seconds(10)) return;
    told_ = now;
    tell("{} points\n", points.size());
  }

 private:
  fs::path file_;
  const scenarios::Calibration& calibration_;
  bool is_quiet_;
  std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

engine::Outcome simulate(const Options& options, const scenarios::Calibration& calibration,
                         const fs::path& points, experiments::Progress& progress) {
  const experiments::ModelSimulator simulator(calibration, progress);
  engine::Around around;
  std::error_code error;
  if (options.resumes && fs::exists(points, error)) {
    around.known = experiments::read_points(points, calibration, simulator);
    if (!options.is_quiet) tell("{} points are kept\n", around.known.size());
  }
  around.keep = Keeper(points, calibration, options.is_quiet);
  around.stop = &progress.stop;
  if (!options.is_quiet) around.tell = [](const std::string& line) { tell("{}\n", line); };
  return engine::calibrate(experiments::problem_of(calibration),
                           experiments::settings_of(calibration), simulator, around);
}

int check(const scenarios::Calibration& calibration) {
  fmt::print("{}: {} free parameters, {} targets, {} of them calibrated\n", calibration.name,
             calibration.parameters.size(), calibration.targets.size(), calibration.calibrated());
  return Done;
}

int run(const Options& options) {
  experiments::Progress progress;
  const Interrupt interrupt(progress.stop, progress.checkpoint_requests);
  const auto threads = whole("--threads", options.threads, 0, 1, most_threads);
  const auto plan = plan_threads(static_cast<int>(threads), false);
  const sim::ThreadLimit limit(plan.threads);
  const auto calibration = load(options);
  if (options.only_checks) return check(calibration);
  const auto output = output_path(options);
  const auto points = experiments::points_path(output);
  check_files(options, calibration, output, points);
  if (!options.is_quiet) tell("{}{}", plan.note, calibration.scenario.warnings.text());
  const auto begin = std::chrono::steady_clock::now();
  const auto outcome = simulate(options, calibration, points, progress);
  if (outcome.is_stopped) {
    tell("interrupted; {} points are kept in {}\n  next: to go on: {}\n", outcome.points.size(),
         points.string(), command_text(options, true));
    return Interrupted;
  }
  experiments::write_posterior(output, calibration, outcome, command_text(options, false));
  const auto summary = experiments::summary_of(calibration, outcome);
  if (!options.report.empty())
    write_report(options.report, calibration, outcome, summary, command_text(options, false));
  if (options.is_quiet) return Done;
  fmt::print("{}\nposterior  {}\ndigest     {}\n", calibration_table(summary), output.string(),
             outcome.digest);
  std::fflush(stdout);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  tell("{}, {} points\n", duration(seconds.count()), outcome.points.size());
  return Done;
}

}  // namespace

void add_calibrate(CLI::App& app, Action& chosen) {
  auto* command = app.add_subcommand(
      "calibrate",
      "Finds parameters under which the model meets observed numbers, and how sure "
      "that is.");
  const auto options = std::make_shared<Options>();
  const auto add = [&](const char* name, auto& into, const char* type, const char* meaning) {
    return command->add_option(name, into, meaning)->type_name(type);
  };
  add("CALIBRATION.yaml", options->file, "", "Calibration file.")->required();
  add("--output", options->output, "F.h5",
      "Posterior; without it results/NAME.posterior.h5 for NAME.yaml. The points simulated stand "
      "in F.points.h5 beside it.");
  add("--report", options->report, "F.md",
      "Writes what was hit and what was missed as a text, and a picture F.svg beside it.");
  add("--threads", options->threads, "N", "Most threads; without it all cores.");
  command->add_flag("--resume", options->resumes,
                    "Goes on from the points that an earlier try kept; the result is the same.");
  command->add_flag("--check", options->only_checks, "Reads the file and simulates nothing.");
  command->add_flag("--force", options->force, "Replaces files of other calibrations.");
  command->add_flag("--quiet", options->is_quiet, "No progress and no table.");
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace skillscale::cli
