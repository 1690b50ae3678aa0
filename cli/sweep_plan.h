// What an experiment will take of this machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "experiments/sweep/points.h"
#include "scenarios/experiment.h"

namespace skillscale::cli {

/// @param changes  texts "path=value" of --set
/// @throws sim::InputError  with all faults of the file
scenarios::Experiment load_experiment(const std::filesystem::path& file,
                                      const std::vector<std::string>& changes);

/// Refuses a sweep whose results would not fit.
///
/// @param replicates  of each of the points; more where the experiment itself goes on to more
/// @throws sim::StorageError  with the numbers
void check_disk(const scenarios::Experiment& experiment, const experiments::sweep::Points& points,
                int replicates, const std::filesystem::path& folder);

/// Tasks of a job array for runs that take so long on one core, so that each task takes about half
/// an hour: long against what Slurm needs to start it, short against the limit.
///
/// @param runs     there are no more tasks than these
/// @param threads  of a task
std::uint64_t proposed_tasks(double seconds_a_run, std::size_t runs, std::uint64_t threads);

/// The same from a timing of a few seconds.
std::uint64_t proposed_tasks(const scenarios::Experiment& experiment,
                             const experiments::sweep::Points& points, std::size_t runs,
                             std::uint64_t threads);

/// Prints runs, core-hours, memory and disk from the first runs.
int print_sweep_plan(const std::filesystem::path& file, const std::vector<std::string>& changes,
                     int threads, bool is_json);

}  // namespace skillscale::cli
