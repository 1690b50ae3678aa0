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
  int checkpoint_every = 0;   ///< as the run was asked
  std::string branched_from;  ///< past_name of what it came from; empty for a run from the start
  std::string start;
  std::vector<WorldValues> worlds;
};

/// @throws StorageError  if an entry is missing, cannot be read, or says what no run can
CheckpointRun checkpoint_run(const output::CheckpointReader& file);

/// Looks at every state of the file: whether it can be read, is of the month that the index says,
/// and has a history of that length.
///
/// @throws StorageError  naming the first that is not
void check_states(const output::CheckpointReader& file);

/// Whether the checkpoint was written by a run with this head, as far as inputs and past tell.
bool belongs_to(const output::CheckpointReader& file, const output::CheckpointHead& head);

/// Whether the file holds all worlds of its run at one and the same month, none of them over.
bool is_level(const output::CheckpointReader& file, const CheckpointRun& run);

/// Whether the file holds what a run to before its scenario's horizon kept of its last month.
bool holds_last_states(const output::CheckpointReader& file, const CheckpointRun& run);

models::Parameters parameters_of(const WorldValues& world);

/// @throws InputError  with the file before `what`
[[noreturn]] void refuse_checkpoint(const output::CheckpointReader& file, const std::string& what,
                                    const std::string& next);

/// @throws InputError  if another version of the program wrote the file
void check_version(const output::CheckpointReader& file);

/// Refuses a checkpoint of another run, naming what differs first. Replicates, threads, horizon and
/// what is stored may differ.
///
/// @throws InputError
void check_same_run(const output::CheckpointReader& file, const scenarios::Scenario& scenario,
                    const RunOptions& options);

}  // namespace skillscale::experiments
