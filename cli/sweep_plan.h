// What an experiment will take of this machine.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/experiment.h"

namespace skillscale::cli {

/// @param changes  texts "path=value" of --set
/// @throws sim::InputError  with all faults of the file
scenarios::Experiment load_experiment(const std::filesystem::path& file,
                                      const std::vector<std::string>& changes);

/// Refuses a sweep whose results would not fit.
/// @throws sim::StorageError  with the numbers
void check_disk(const scenarios::Experiment& experiment, const std::filesystem::path& folder);

/// Prints runs, core-hours, memory and disk from the first runs.
int print_sweep_plan(const std::filesystem::path& file, const std::vector<std::string>& changes,
                     int threads, bool is_json);

}  // namespace skillscale::cli
