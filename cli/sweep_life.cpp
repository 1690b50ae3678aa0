// skillscale resume, retry, expand: a sweep goes on.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/option_values.h"
#include "cli/sweep_folder.h"
#include "cli/sweep_plan.h"
#include "cli/sweep_work.h"
#include "cli/tell.h"
#include "experiments/sweep/run_table.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
namespace sweep = experiments::sweep;

struct Options : WorkOptions {
  fs::path folder;
  bool is_as_begun = false, failed = false;
  std::string replicates, points;
};

/// "+10" or "10".
std::uint64_t more(const char* option, std::string text, std::size_t most) {
  if (text.starts_with('+')) text.erase(0, 1);
  return whole(option, text, 0, 1, static_cast<double>(most));
}

int resume(const Options& options) {
  ChosenEngine engine(options, options.is_quiet);
  if (engine.is_helper()) return engine.help();
  sweep::Store store(options.folder, sweep::Access::Alone);
  if (!options.is_as_begun) refuse_changed(store);
  return make_runs(std::move(store), options, engine, 1,
                   "skillscale resume " + shell_word(options.folder.string()));
}

int retry(const Options& options) {
  ChosenEngine engine(options, options.is_quiet);
  if (engine.is_helper()) return engine.help();
  sweep::Store store(options.folder, sweep::Access::Alone);
  if (!options.is_as_begun) refuse_changed(store);
  // One attempt more than any run has had.
  int attempts = 1;
  {
    sweep::RunTable table(store);
    static_cast<void>(table.read([&](const sweep::RunRecord& record) {
      if (!record.is_finished()) attempts = std::max(attempts, record.attempt + 1);
    }));
  }
  return make_runs(std::move(store), options, engine, attempts,
                   "skillscale retry " + shell_word(options.folder.string()));
}

int expand(const Options& options) {
  if (options.replicates.empty() == options.points.empty())
    throw sim::InputError(
        "skillscale expand: names none or both of --replicates and --points\n"
        "  allowed: one of them\n  next: skillscale expand " +
        shell_word(options.folder.string()) + " --replicates +10");
  ChosenEngine engine(options, options.is_quiet);
  if (engine.is_helper()) return engine.help();
  sweep::Store store(options.folder, sweep::Access::Alone);
  if (!options.is_as_begun) refuse_changed(store);
  auto head = store.head();
  if (!options.replicates.empty()) {
    if (store.experiment().until)
      throw sim::InputError(
          "--replicates: the experiment itself says when a point has enough\n"
          "  allowed: --points\n  next: begin a sweep with another "
          "replicates.until");
    head.replicates += static_cast<int>(
        more("--replicates", options.replicates,
             static_cast<std::size_t>(scenarios::most_replicates - head.replicates)));
  } else {
    const auto problem = sweep::expansion_problem(store.experiment());
    if (!problem.empty())
      throw sim::InputError("--points: " + problem +
                            "\n  allowed: latin_hypercube, sobol, saltelli, or morris without "
                            "candidates\n  next: begin a sweep with one of these");
    head.batches.push_back(more("--points", options.points, scenarios::most_points));
  }
  auto points = sweep::make_points(store.experiment(), head.batches);
  check_disk(store.experiment(), points, head.replicates, store.folder());
  store.change(head, std::move(points));
  return make_runs(std::move(store), options, engine, 1,
                   "skillscale expand " + shell_word(options.folder.string()));
}

CLI::App* add_command(CLI::App& app, const char* name, const char* meaning,
                      const std::shared_ptr<Options>& options) {
  auto* command = add_folder_command(app, name, meaning, options->folder);
  command->add_flag("--as-begun", options->is_as_begun,
                    "Goes on with the experiment as it was, whatever became of its files.");
  add_work(*command, *options);
  return command;
}

}  // namespace

void add_resume(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = add_command(
      app, "resume", "Makes the runs of a sweep that are missing, and no others.", options);
  command->callback([options, &chosen] { chosen = [options] { return resume(*options); }; });
}

void add_retry(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = add_command(app, "retry",
                              "Makes failed runs of a sweep once more, and missing ones.", options);
  command->add_flag("--failed", options->failed, "Which runs; there is no other choice yet.");
  command->callback([options, &chosen] { chosen = [options] { return retry(*options); }; });
}

void add_expand(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = add_command(
      app, "expand", "Adds replicates or points to a sweep; what is there stays.", options);
  command->add_option("--replicates", options->replicates, "So many more runs of every point.")
      ->type_name("+N");
  command
      ->add_option("--points", options->points,
                   "So many more points of the design, as the experiment counts them.")
      ->type_name("+N");
  command->callback([options, &chosen] { chosen = [options] { return expand(*options); }; });
}

}  // namespace skillscale::cli
