#include "cli/sweep_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/exit_status.h"
#include "cli/load_scenario.h"
#include "cli/machine.h"
#include "cli/number_words.h"
#include "cli/tell.h"
#include "experiments/sweep/simulation.h"
#include "experiments/sweep/store.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::cli {
namespace {

namespace sweep = experiments::sweep;

/// Bytes of a run's line without its values, and of a value; shards and the collected file.
constexpr std::int64_t line_bytes = 160, value_bytes = 28;
/// The timing takes about this long.
constexpr double timing_seconds = 3;

struct SweepPlan {
  std::size_t points = 0, runs = 0, most_runs = 0;
  std::int64_t disk = 0, memory = 0;
  double seconds_a_run = 0;
  std::size_t timed = 0;
};

SweepPlan count(const scenarios::Experiment& experiment, const sweep::Points& points,
                int replicates) {
  SweepPlan plan;
  plan.points = points.size();
  plan.runs = plan.points * static_cast<std::size_t>(replicates);
  plan.most_runs = plan.runs;
  if (experiment.until)
    plan.most_runs = plan.points * static_cast<std::size_t>(experiment.until->at_most);
  const auto values = static_cast<std::int64_t>(sweep::value_columns(experiment).size());
  plan.disk = static_cast<std::int64_t>(plan.most_runs) * (line_bytes + value_bytes * values);
  return plan;
}

/// Runs spread over the points, until a few seconds have passed; one thread.
void time_runs(const scenarios::Experiment& experiment, const sweep::Points& points,
               SweepPlan& plan) {
  using Clock = std::chrono::steady_clock;
  const sim::ThreadLimit limit(1);
  experiments::Progress progress;
  const sweep::Simulation simulation(experiment, points, progress);
  const auto before = resident_memory();
  std::int64_t most = before;
  double seconds = 0;
  // A step that shares no factor with most numbers of points visits them evenly.
  for (std::size_t at = 0; seconds < timing_seconds && plan.timed < points.size(); at += 7919) {
    const auto begin = Clock::now();
    const auto records = simulation({at % points.size(), {0}, {1}});
    const double took = std::chrono::duration<double>(Clock::now() - begin).count();
    most = std::max(most, resident_memory());
    // The first run reads scenarios, too.
    seconds += took;
    ++plan.timed;
    plan.seconds_a_run = seconds / static_cast<double>(plan.timed);
  }
  plan.memory = most;
}

}  // namespace

scenarios::Experiment load_experiment(const std::filesystem::path& file,
                                      const std::vector<std::string>& changes) {
  auto loaded =
      scenarios::load_experiment(file, load_options(changes), scenarios::model_language());
  if (!loaded.experiment) throw sim::InputError(loaded.faults.text());
  return *std::move(loaded.experiment);
}

void check_disk(const scenarios::Experiment& experiment, const sweep::Points& points,
                int replicates, const std::filesystem::path& folder) {
  const auto plan = count(experiment, points, replicates);
  const auto room = free_disk(folder);
  if (!room || plan.disk <= room->bytes) return;
  throw sim::StorageError(fmt::format(
      "{}: {} runs take {}, there are {} ({})\n  next: choose another --output, keep fewer "
      "outcomes, or make fewer points",
      folder.string(), plan.most_runs, in_bytes(plan.disk), in_bytes(room->bytes), room->limit));
}

std::uint64_t proposed_tasks(double seconds_a_run, std::size_t runs, std::uint64_t threads) {
  constexpr double task_seconds = 1800;
  constexpr double most = 1000;  // what a cluster usually takes as one array
  const double all = seconds_a_run * static_cast<double>(runs) / static_cast<double>(threads);
  const double tasks = std::min({std::ceil(all / task_seconds), static_cast<double>(runs), most});
  return static_cast<std::uint64_t>(std::max(1.0, tasks));
}

std::uint64_t proposed_tasks(const scenarios::Experiment& experiment, const sweep::Points& points,
                             std::size_t runs, std::uint64_t threads) {
  auto plan = count(experiment, points, experiment.replicates);
  time_runs(experiment, points, plan);
  return proposed_tasks(plan.seconds_a_run, runs, threads);
}

int print_sweep_plan(const std::filesystem::path& file, const std::vector<std::string>& changes,
                     int threads, bool is_json) {
  const auto experiment = load_experiment(file, changes);
  const auto points = sweep::first_points(experiment);
  auto plan = count(experiment, points, experiment.replicates);
  time_runs(experiment, points, plan);
  const int useful = std::min(threads, processors());
  const auto memory = plan.memory * useful;
  const double core_seconds = plan.seconds_a_run * static_cast<double>(plan.runs);
  const double most = plan.seconds_a_run * static_cast<double>(plan.most_runs);
  const auto tasks = proposed_tasks(plan.seconds_a_run, plan.most_runs, 1);
  if (is_json) {
    const nlohmann::ordered_json json{{"points", plan.points},
                                      {"runs", plan.runs},
                                      {"runs_at_most", plan.most_runs},
                                      {"seconds_a_run", plan.seconds_a_run},
                                      {"runs_timed", plan.timed},
                                      {"core_seconds", core_seconds},
                                      {"core_seconds_at_most", most},
                                      {"threads", threads},
                                      {"seconds", core_seconds / useful},
                                      {"tasks_proposed", tasks},
                                      {"memory_at_most_bytes", memory},
                                      {"disk_at_most_bytes", plan.disk}};
    fmt::print("{}\n", json.dump(2));
    return Done;
  }
  fmt::print("runs     {}{} ({} points, {} replicates)\n", grouped(double(plan.runs), 0),
             plan.most_runs > plan.runs ? " to " + grouped(double(plan.most_runs), 0) : "",
             grouped(double(plan.points), 0), experiment.replicates);
  fmt::print("time     {} with {} threads, {:.3g} core-hours; {:.3g} s a run, from {} runs\n",
             duration(core_seconds / useful), threads, core_seconds / 3600, plan.seconds_a_run,
             plan.timed);
  fmt::print("memory   {} at most\ndisk     {} at most\n", in_bytes(memory), in_bytes(plan.disk));
  fmt::print("cluster  {} of about {}, one thread each: --engine slurm --tasks {}\n",
             tasks == 1 ? "one task" : grouped(double(tasks), 0) + " tasks",
             duration(most / static_cast<double>(tasks)), tasks);
  return Done;
}

}  // namespace skillscale::cli
