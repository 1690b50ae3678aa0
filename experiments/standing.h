// The checkpoint that stands beside a result before its run begins: whose it is, and what may
// become of it.
#pragma once

#include <filesystem>
#include <optional>

#include "experiments/checkpoint.h"

namespace skillscale::experiments {

/// A sound checkpoint of the run that is about to begin, left by an earlier try.
struct Standing {
  std::int64_t months = 0, months_total = 0;  ///< kept of all worlds; of the run that wrote it
  bool has_last_states = false;  ///< those of a run to before the horizon, for branches
  int last_month = 0;            ///< of that run
};

/// @param head  of the run that is about to begin
/// @return      nothing if there is no file, none that can be read, or that of another run
std::optional<Standing> standing_checkpoint(const std::filesystem::path& path,
                                            const output::CheckpointHead& head);

/// Refuses to write over a checkpoint of another run, or, where checkpoints are asked for, over the
/// last states of one that was shorter or longer. With `force` nothing is refused.
///
/// @throws InputError, StorageError  naming the file
void check_standing(const std::filesystem::path& path, const output::CheckpointHead& head,
                    const RunOptions& options);

/// Whether the file that stands there is to stay as it is, whatever becomes of the run: the run
/// branches from it, or it holds the last states of a run that was shorter or longer.
bool is_to_stay(const std::filesystem::path& path, const output::CheckpointHead& head,
                const RunOptions& options);

}  // namespace skillscale::experiments
