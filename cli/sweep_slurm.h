// A sweep as a Slurm job: one array, a part of the runs for every task, and a job that collects.
#pragma once

#include <cstddef>
#include <filesystem>

#include "cli/sweep_engine.h"

namespace skillscale::cli {

/// Writes the script of the array into the sweep's folder and submits it, with a job behind it that
/// collects; or prints the script. Every task takes its part of what is missing, ends cleanly a
/// minute before its limit, and is queued again then. The store must not be held.
///
/// @param given     folder of the sweep
/// @param attempts  failed runs with fewer are made again
/// @param units     that can be handed out; there are no more tasks than these
/// @return an ExitStatus
/// @throws sim::StorageError  with sbatch's own words if it is missing or refuses
int submit(const std::filesystem::path& given, const EngineOptions& options, int attempts,
           std::size_t units);

}  // namespace skillscale::cli
