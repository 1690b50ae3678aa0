// What `sweep`, `resume`, `retry` and `expand` have in common: they make runs of a store.
#pragma once

#include <filesystem>
#include <string>

#include "cli/sweep_engine.h"
#include "experiments/sweep/store.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

struct WorkOptions : EngineOptions {
  std::string events;
  bool is_quiet = false;
};

/// Adds --events, --quiet and what add_engine adds.
void add_work(CLI::App& command, WorkOptions& options);

/// Makes the runs that are due, collects, tells; or hands them to Slurm. Failed runs with fewer
/// attempts than `least_attempts` are made again.
///
/// @return an ExitStatus
int make_runs(experiments::sweep::Store store, const WorkOptions& options, ChosenEngine& engine,
              int least_attempts, const std::string& command_line);

/// Refuses a store whose experiment was changed where it came from.
/// @throws sim::InputError  with the difference
void refuse_changed(const experiments::sweep::Store& store);

}  // namespace skillscale::cli
