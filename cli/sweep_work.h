// Carrying out runs of a sweep, as `sweep`, `resume`, `retry`, `expand` and `work` do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/sweep/store.h"
#include "scenarios/experiment.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

struct WorkOptions {
  std::string threads;
  std::filesystem::path events;
  std::string command;  ///< that goes on after an interrupt
  bool is_quiet = false;
  bool collects = true;  ///< writes points.h5 at the end
};

/// Adds --threads, --events and --quiet.
void add_work_options(CLI::App& command, WorkOptions& options);

/// @throws InputError  with all faults of the experiment
scenarios::Experiment load_experiment_file(const std::filesystem::path& file,
                                           const std::vector<std::string>& changes);

/// Name and text of every file the experiment was read from.
std::vector<std::pair<std::string, std::string>> sources_of(
    const scenarios::Experiment& experiment);

/// Reads all shards; those that cannot be read are put aside and told.
experiments::RunTable read_runs(const experiments::Store& store);

/// Carries out the runs, collects, and says how the sweep stands. Returns an ExitStatus.
int carry_out(const experiments::Store& store, const std::vector<experiments::RunKey>& runs,
              const WorkOptions& options);

/// "points 16, replicates 2: 30 of 32 runs done, 1 failed, 1 missing" and what follows from it.
std::string standing_text(const experiments::Store& store, const experiments::RunTable& table);

}  // namespace skillscale::cli
