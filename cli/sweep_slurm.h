// A sweep as a Slurm job: one array, a part of the runs for every task, and a job that collects.
#pragma once

#include <cstdint>
#include <filesystem>

#include "cli/sweep_engine.h"

namespace skillscale::cli {

/// Refuses tasks, threads and limits that cannot be, before a folder is made for them.
/// @throws sim::InputError
void check_array(const EngineOptions& options);

/// What --tasks and --threads ask for.
/// @throws sim::InputError  for what is no such number
std::uint64_t asked_tasks(const EngineOptions& options);
std::uint64_t task_threads(const EngineOptions& options);

/// Writes the script of the array into the sweep's folder and submits it, with a job behind it that
/// collects; or prints the script. Every task takes its part of what is due, ends cleanly a minute
/// before its limit, and is queued again then. The store must not be held.
///
/// @param given     folder of the sweep
/// @param due       list of the runs that the tasks share
/// @param attempts  failed runs with fewer are made again
/// @param tasks     of the array
/// @return an ExitStatus
/// @throws sim::StorageError  with sbatch's own words if it is missing or refuses
int submit(const std::filesystem::path& given, const std::filesystem::path& due,
           const EngineOptions& options, int attempts, std::uint64_t tasks);

}  // namespace skillscale::cli
