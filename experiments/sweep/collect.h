// From shards to tables: one netCDF-4 file of all results, the table of runs, what analyses read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/analysis/table.h"
#include "experiments/sweep/run_table.h"

namespace skillscale::experiments::sweep {

/// The points of a sweep and what came of them, from the shards that verify. Reads only.
///
/// @param folder  of a sweep
/// @throws sim::InputError    if it is none
/// @throws sim::StorageError  if it is damaged, a single shard included
analysis::PointTable read_point_table(const std::filesystem::path& folder);

/// Writes results.h5, with the dimensions point, replicate and year, and runs.csv; both anew.
///
/// @throws sim::StorageError  if the disk fails, or a shard is damaged
void collect(const Store& store, const std::string& command_line);

}  // namespace skillscale::experiments::sweep
