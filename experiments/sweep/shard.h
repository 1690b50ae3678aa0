// A shard: records of runs in a file that is written whole. Any number of writers leave shards in a
// store; no shard is written twice.
#pragma once

#include <filesystem>
#include <vector>

#include "experiments/sweep/sweep.h"

namespace skillscale::experiments {

/// @throws sim::StorageError  if the disk fails; then there is no such file
void write_shard(const std::filesystem::path& file, const Sweep& sweep,
                 const std::vector<RunRecord>& runs);

/// @throws sim::InputError    if it is no shard, or one of another sweep
/// @throws sim::StorageError  if it is damaged
std::vector<RunRecord> read_shard(const std::filesystem::path& file, const Sweep& sweep);

}  // namespace skillscale::experiments
