// skillscale sweep, resume, retry, expand, status, replay, merge, work: the life of an experiment.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/number_words.h"
#include "cli/option_values.h"
#include "cli/sweep_slurm.h"
#include "cli/sweep_work.h"
#include "cli/tell.h"
#include "cli/thread_plan.h"
#include "experiments/sweep/engine.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;
using experiments::Store;
using experiments::StoreLock;

struct Options : WorkOptions {
  fs::path experiment, folder;
  std::vector<fs::path> others;
  std::vector<std::string> changes;
  std::string replicates, points, run, share;
  std::string engine = "threads", tasks;
  SlurmOptions slurm;
  bool only_prints = false;
  bool retries_failed = false;
};

/// What is asked differs from what the folder was begun with.
[[noreturn]] void refuse_other(const Store& store, const experiments::Sweep& asked) {
  const auto& begun = store.sweep();
  std::string what = "has another experiment, scenario or library";
  if (begun.seed != asked.seed) {
    what = fmt::format("has the seed {}, asked is {}", begun.seed, asked.seed);
  } else if (begun.months != asked.months) {
    what = fmt::format("runs {} months, asked are {}", begun.months, asked.months);
  } else if (begun.factors.size() != asked.factors.size()) {
    what =
        fmt::format("varies {} factors, asked are {}", begun.factors.size(), asked.factors.size());
  } else if (begun.values != asked.values) {
    what = "has other points";
  }
  throw sim::InputError(fmt::format(
      "{}: {}\n  next: go on as it was begun with `skillscale resume {}`, or name another --output",
      store.folder().string(), what, shell_word(store.folder().string())));
}

fs::path folder_of(const Options& options) {
  return options.folder.empty() ? fs::path("results") / options.experiment.stem() : options.folder;
}

/// With the engine that was asked for.
int carry_out_by(const Options& options, const Store& store,
                 const std::vector<experiments::RunKey>& runs) {
  if (options.engine == "threads") return carry_out(store, runs, options);
  auto slurm = options.slurm;
  slurm.tasks = std::min<std::size_t>(std::max<std::size_t>(1, runs.size()),
                                      whole("--tasks", options.tasks, slurm.tasks, 1, 10000));
  slurm.threads = static_cast<int>(whole("--threads", options.threads, 1, 1, most_threads));
  slurm.program = fs::read_symlink("/proc/self/exe").string();
  if (options.only_prints) {
    fmt::print("{}", array_script(store, slurm));
  } else if (runs.empty()) {
    fmt::print("{}", standing_text(store, store.read_runs()));
  } else {
    fmt::print("{}", submit(store, slurm));
  }
  return Done;
}

int sweep(Options options) {
  const auto experiment = load_experiment_file(options.experiment, options.changes);
  auto asked = experiments::make_sweep(experiment);
  asked.replicates = static_cast<std::uint32_t>(
      whole("--replicates", options.replicates, asked.replicates, 1, 1e6));
  const auto folder = folder_of(options);
  const bool is_there = Store::is_there(folder);
  if (asked.refused_points > 0 && !options.is_quiet)
    tell("constraints leave {} of {} points\n", asked.points, asked.points + asked.refused_points);
  const auto store =
      is_there ? Store(folder) : Store::create(folder, asked, sources_of(experiment));
  if (is_there && (store.sweep().digest != asked.digest || store.sweep().values != asked.values))
    refuse_other(store, asked);
  const StoreLock lock(folder);
  return carry_out_by(options, store, missing_runs(store.sweep(), read_runs(store), false));
}

int resume(const Options& options) {
  const StoreLock lock(Store(options.folder).folder());
  const Store store(options.folder);
  const auto table = read_runs(store);
  return carry_out_by(options, store, missing_runs(store.sweep(), table, options.retries_failed));
}

int expand(const Options& options) {
  const StoreLock lock(Store(options.folder).folder());
  Store store(options.folder);
  auto longer = store.sweep();
  if (options.replicates.empty() == options.points.empty())
    throw sim::InputError(
        "expand takes one of --replicates and --points\n  next: give one of them");
  if (!options.points.empty()) {
    if (options.experiment.empty())
      throw sim::InputError(
          "--points needs the experiment file\n  next: add --experiment EXPERIMENT.yaml");
    const auto experiment = load_experiment_file(options.experiment, options.changes);
    if (experiment.digest != longer.digest)
      refuse_other(store, experiments::make_sweep(experiment));
    longer =
        experiments::with_points(longer, experiment, whole("--points", options.points, 0, 1, 1e7));
  } else {
    longer.replicates +=
        static_cast<std::uint32_t>(whole("--replicates", options.replicates, 0, 1, 1e6));
  }
  store.extend(longer);
  return carry_out(store, missing_runs(longer, read_runs(store), false), options);
}

int status(const Options& options) {
  const Store store(options.folder);
  const auto table = store.read_runs();
  fmt::print("{}\n{}", store.sweep().name, standing_text(store, table));
  for (const auto& problem : table.quarantined) fmt::print("cannot be read: {}\n", problem);
  double seconds = 0;
  for (const auto& run : table.runs) seconds += run.seconds;
  if (!table.runs.empty())
    fmt::print("a run takes {:.3f} s in the mean; all so far took {}\n",
               seconds / static_cast<double>(table.runs.size()), run_time(seconds));
  return table.failed() > 0 ? int{SomeFailed} : int{Done};
}

experiments::RunKey key_of(const Options& options, const experiments::Sweep& sweep) {
  const auto slash = options.run.find('/');
  const auto point =
      whole("RUN", options.run.substr(0, slash), 0, 0, static_cast<double>(sweep.points - 1));
  const auto replicate = slash == std::string::npos
                             ? 0
                             : whole("RUN", options.run.substr(slash + 1), 0, 0,
                                     static_cast<double>(sweep.replicates - 1));
  return {static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(replicate)};
}

int replay(const Options& options) {
  const Store store(options.folder);
  const auto& sweep = store.sweep();
  const auto key = key_of(options, sweep);
  experiments::Progress progress;
  const auto run = experiments::simulate(sweep, key, progress);
  fmt::print("point {}, replicate {}\n", key.point, key.replicate);
  for (std::size_t f = 0; f < sweep.factors.size(); ++f) {
    const auto& factor = sweep.factors[f];
    const double value = sweep.values[key.point * sweep.factors.size() + f];
    const bool is_choice = !factor.factor.choices.empty();
    fmt::print("  {} = {}{}\n", factor.factor.name,
               is_choice ? factor.factor.choices[static_cast<std::size_t>(value)]
                         : fmt::format("{} {}", value, factor.factor.unit),
               factor.path.empty() ? "" : "  (" + factor.path + ")");
  }
  if (run.status == experiments::RunStatus::Failed) {
    fmt::print("failed: {}\n", run.message);
    return SomeFailed;
  }
  for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
    const std::size_t years = sweep.years_or_one();
    fmt::print("  {}: {} {}\n", sweep.outcomes[o].outcome.name, run.results[(o + 1) * years - 1],
               sweep.outcomes[o].outcome.unit);
  }
  for (const auto& kept : store.read_runs().runs) {
    if (kept.key != key || kept.status != experiments::RunStatus::Done) continue;
    fmt::print("digest  {}  ({})\n", run.digest,
               kept.digest == run.digest ? "as it is kept" : "kept is " + kept.digest);
    return kept.digest == run.digest ? int{Done} : int{Bug};
  }
  fmt::print("digest  {}\n", run.digest);
  return Done;
}

/// Shards of other folders of the same sweep.
int merge(const Options& options) {
  const Store store(options.folder);
  const StoreLock lock(store.folder());
  std::size_t added = 0;
  for (const auto& other : options.others) {
    const Store from(other);
    if (from.sweep().digest != store.sweep().digest || from.sweep().values != store.sweep().values)
      throw sim::InputError(other.string() + ": is another sweep than " + store.folder().string() +
                            "\n  next: merge folders of the same experiment");
    const auto known = store.read_runs();
    std::vector<experiments::RunRecord> runs;
    for (auto& run : from.read_runs().runs) {
      const bool is_known = std::any_of(known.runs.begin(), known.runs.end(), [&](const auto& k) {
        return k.key == run.key && k.status == experiments::RunStatus::Done;
      });
      if (!is_known) runs.push_back(std::move(run));
    }
    added += runs.size();
    store.add(runs);
  }
  const auto table = read_runs(store);
  store.collect(table);
  if (!options.is_quiet) fmt::print("{} runs added\n{}", added, standing_text(store, table));
  return table.failed() > 0 ? int{SomeFailed} : int{Done};
}

/// One of several workers, each of which takes its part and leaves shards of its own.
int work(Options options) {
  const Store store(options.folder);
  const auto slash = options.share.find('/');
  if (slash == std::string::npos)
    throw sim::InputError("--share is " + options.share +
                          "\n  allowed: I/N, I from 1 to N\n  next: write it as in 1/8");
  const auto workers = whole("--share", options.share.substr(slash + 1), 0, 1, 1e6);
  const auto worker =
      whole("--share", options.share.substr(0, slash), 0, 1, static_cast<double>(workers));
  options.collects = false;
  const auto missing = missing_runs(store.sweep(), store.read_runs(), false);
  // Parts follow from all runs, so that workers that begin later do not overlap.
  std::vector<experiments::RunKey> mine;
  for (const auto& key : missing) {
    const std::size_t at = std::size_t{key.point} * store.sweep().replicates + key.replicate;
    if (at % workers == worker - 1) mine.push_back(key);
  }
  return carry_out(store, mine, options);
}

CLI::App* folder_command(CLI::App& app, const char* name, const char* meaning, Options& options) {
  auto* command = app.add_subcommand(name, meaning);
  command->add_option("DIR", options.folder, "Folder of a sweep.")->type_name("")->required();
  return command;
}

void add_engine(CLI::App& command, Options& options) {
  command
      .add_option("--engine", options.engine,
                  "threads: here and now; slurm: a job array, a part of the runs for each task.")
      ->check(CLI::IsMember({"threads", "slurm"}))
      ->type_name("NAME");
  command.add_option("--tasks", options.tasks, "Tasks of the job array; without it 8.")
      ->type_name("N");
  command.add_option("--time", options.slurm.time, "Time limit of a task; without it 04:00:00.")
      ->type_name("HH:MM:SS");
  command.add_option("--sbatch", options.slurm.more, "Further words for sbatch, in quotes.")
      ->type_name("WORDS");
  command.add_flag("--print", options.only_prints, "Prints the script and submits nothing.");
}

template <class Command>
void choose(CLI::App* command, Action& chosen, const std::shared_ptr<Options>& options,
            Command run) {
  command->callback([options, &chosen, run] { chosen = [options, run] { return run(*options); }; });
}

}  // namespace

void add_sweep(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand(
      "sweep", "Carries out an experiment: many points, each a changed scenario.");
  command->add_option("EXPERIMENT.yaml", options->experiment, "Experiment file.")
      ->type_name("")
      ->required();
  command
      ->add_option("--output", options->folder,
                   "Folder of the sweep; without it results/NAME for NAME.yaml. One that was begun "
                   "goes on.")
      ->type_name("DIR");
  command->add_option("--replicates", options->replicates, "Runs at each point.")->type_name("N");
  command->add_option("--set", options->changes, "Changes one value of the scenario.")
      ->type_name("path=value")
      ->allow_extra_args(false);
  add_work_options(*command, *options);
  add_engine(*command, *options);
  choose(command, chosen, options, sweep);
}

void add_sweep_life(CLI::App& app, Action& chosen) {
  const auto on_resume = std::make_shared<Options>();
  auto* command = folder_command(app, "resume", "Carries out the runs of a sweep that are missing.",
                                 *on_resume);
  add_work_options(*command, *on_resume);
  add_engine(*command, *on_resume);
  choose(command, chosen, on_resume, resume);

  const auto on_retry = std::make_shared<Options>();
  command = folder_command(app, "retry", "Carries out missing and failed runs again.", *on_retry);
  command->add_flag("--failed", on_retry->retries_failed, "Failed runs; the default.");
  add_work_options(*command, *on_retry);
  choose(command, chosen, on_retry, [](Options options) {
    options.retries_failed = true;
    return resume(options);
  });

  const auto on_expand = std::make_shared<Options>();
  command = folder_command(app, "expand", "Adds replicates or points to a sweep.", *on_expand);
  command->add_option("--replicates", on_expand->replicates, "More runs at each point.")
      ->type_name("+N");
  command->add_option("--points", on_expand->points, "More points, or groups of points.")
      ->type_name("+N");
  command->add_option("--experiment", on_expand->experiment, "The experiment file, for --points.")
      ->type_name("EXPERIMENT.yaml");
  add_work_options(*command, *on_expand);
  choose(command, chosen, on_expand, expand);

  const auto on_status = std::make_shared<Options>();
  choose(folder_command(app, "status", "How a sweep stands.", *on_status), chosen, on_status,
         status);

  const auto on_replay = std::make_shared<Options>();
  command = folder_command(app, "replay", "Carries out one run again and prints it.", *on_replay);
  command->add_option("RUN", on_replay->run, "POINT, or POINT/REPLICATE.")
      ->type_name("")
      ->required();
  choose(command, chosen, on_replay, replay);

  const auto on_merge = std::make_shared<Options>();
  command = folder_command(
      app, "merge", "Adds the runs of other folders of the same sweep; without any it collects.",
      *on_merge);
  command->add_option("OTHER", on_merge->others, "Folders.")->type_name("")->expected(0, -1);
  command->add_flag("--quiet", on_merge->is_quiet, "No summary.");
  choose(command, chosen, on_merge, merge);

  const auto on_work = std::make_shared<Options>();
  command =
      folder_command(app, "work", "Carries out one worker's part of the missing runs.", *on_work);
  command->add_option("--share", on_work->share, "Which part: I of N.")
      ->type_name("I/N")
      ->required();
  add_work_options(*command, *on_work);
  choose(command, chosen, on_work, work);
}

}  // namespace skillscale::cli
