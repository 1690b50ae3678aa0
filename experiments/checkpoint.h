// Which run a checkpoint belongs to: what its head says, and whether a scenario is that of a
// checkpoint.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "experiments/worlds.h"
#include "output/checkpoint_file.h"

namespace skillscale::experiments {

/// r.ckpt.h5 for r.h5.
std::filesystem::path checkpoint_path(const std::filesystem::path& result);

/// The head of a checkpoint of this run.
output::CheckpointHead checkpoint_head(const scenarios::Scenario& scenario,
                                       const RunOptions& options);

/// What a checkpoint says about its run.
struct CheckpointRun {
  std::uint64_t seed = 0;
  int months = 0;   ///< length of the run
  int horizon = 0;  ///< of the scenario
  int draws = 0;    ///< as in the scenario: 0 for none
  int replicates = 0;
  std::string start;
  std::vector<WorldValues> worlds;
};

/// @throws InputError  if an entry is missing or cannot be read
CheckpointRun checkpoint_run(const output::CheckpointReader& file);

/// Refuses a checkpoint of another run, naming what differs first. Replicates, threads, horizon and
/// what is stored may differ.
///
/// @throws InputError
void check_same_run(const output::CheckpointReader& file, const scenarios::Scenario& scenario,
                    const RunOptions& options);

/// Where each world of the scenario stands in the checkpoint, after checking that its states can be
/// taken up by this scenario: same start, seed and structure, all states of the same month.
///
/// @throws InputError  naming what differs
std::vector<std::size_t> check_branch(const output::CheckpointReader& file,
                                      const scenarios::Scenario& scenario,
                                      const RunOptions& options);

/// Hands the levers over to a scenario that may have others: the same lever by name keeps since
/// when it acts.
void adapt_levers(const models::Parameters& from, const models::Parameters& to,
                  sim::Archive& state);

}  // namespace skillscale::experiments
