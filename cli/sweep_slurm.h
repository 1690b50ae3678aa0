// A sweep as a Slurm job: one array, a part of the runs for every task, and a job that collects.
#pragma once

#include <cstddef>
#include <string>

#include "experiments/sweep/store.h"

namespace skillscale::cli {

struct SlurmOptions {
  std::size_t tasks = 8;          ///< of the array
  int threads = 1;                ///< of a task
  std::string time = "04:00:00";  ///< limit of a task
  std::string more;               ///< further words for sbatch
  std::string program;            ///< path of this program on the nodes
};

/// The script of the array. Every task takes its part of what is missing, ends cleanly a minute
/// before its limit, and is queued again then.
std::string array_script(const experiments::Store& store, const SlurmOptions& options);

/// Writes the script into the store and submits it, with a job behind it that collects.
///
/// @return what was submitted, for people
/// @throws sim::StorageError  with sbatch's own words if it is missing or refuses
std::string submit(const experiments::Store& store, const SlurmOptions& options);

}  // namespace skillscale::cli
