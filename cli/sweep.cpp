// skillscale sweep EXPERIMENT.yaml: many points, each a changed scenario.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/load_scenario.h"
#include "cli/machine.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/sweep_plan.h"
#include "cli/sweep_work.h"
#include "cli/tell.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace sweep = experiments::sweep;

struct Options : WorkOptions {
  fs::path file, output;
  std::vector<std::string> changes;
  bool only_checks = false;
};

fs::path output_path(const Options& options) {
  if (!options.output.empty()) return options.output;
  fs::create_directories("results");
  return fs::path("results") / options.file.stem();
}

std::string command_text(const Options& options) {
  auto text = "skillscale sweep " + shell_word(options.file.string());
  if (!options.output.empty()) text += " --output " + shell_word(options.output.string());
  for (const auto& change : options.changes) text += " --set " + shell_word(change);
  return text;
}

sweep::Store begin(const fs::path& folder, const fs::path& file,
                   const scenarios::Experiment& experiment) {
  auto points = sweep::first_points(experiment);
  check_disk(experiment, points, experiment.replicates, folder);
  return sweep::Store::create(folder, file, experiment, std::move(points));
}

/// A folder goes on with the experiment that it was begun with.
sweep::Store go_on(const fs::path& folder, const scenarios::Experiment& asked) {
  sweep::Store store(folder, sweep::Access::Alone);
  if (store.head().digest == asked.digest) return store;
  throw sim::InputError(fmt::format(
      "{}: holds a sweep of another experiment (- there, + asked)\n{}  allowed: the same "
      "experiment, "
      "or a new folder\n  next: name another --output, or go on as it was begun: skillscale resume "
      "--as-begun {}",
      store.folder().string(), store.difference_from(asked), shell_word(store.folder().string())));
}

int run(const Options& options) {
  ChosenEngine engine(options, options.is_quiet);
  if (engine.is_helper()) return engine.help();
  const auto experiment = load_experiment(options.file, options.changes);
  if (options.only_checks) {
    const auto points = sweep::first_points(experiment);
    fmt::print("{}: {} factors, {} points, {} outcomes\n", experiment.name,
               experiment.factors.size(), points.size(), experiment.outcomes.size());
    return Done;
  }
  const auto folder = output_path(options);
  auto store = sweep::looks_like_store(folder) ? go_on(folder, experiment)
                                               : begin(folder, options.file, experiment);
  if (!options.is_quiet)
    tell("{}: {} points, {} replicates each, in {}\n", experiment.name,
         grouped(double(store.points().size()), 0), store.head().replicates, folder.string());
  return make_runs(std::move(store), options, engine, 1, command_text(options));
}

}  // namespace

void add_sweep(CLI::App& app, Action& chosen) {
  auto* command =
      app.add_subcommand("sweep", "Runs an experiment: many points, each a changed scenario.");
  const auto options = std::make_shared<Options>();
  command->add_option("EXPERIMENT.yaml", options->file, "Experiment file.")
      ->type_name("")
      ->required();
  command
      ->add_option(
          "--output", options->output,
          "Folder of the sweep; without it results/NAME for NAME.yaml. One that was begun goes on.")
      ->type_name("FOLDER");
  command->add_option("--set", options->changes, "Changes a value of the base scenarios.")
      ->type_name("PATH=VALUE");
  command->add_flag("--check", options->only_checks, "Reads the file and simulates nothing.");
  add_work(*command, *options);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace skillscale::cli
