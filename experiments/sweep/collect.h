// From shards to tables: one netCDF-4 file of all results, the table of runs, what analyses read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/analysis/table.h"
#include "experiments/sweep/run_table.h"

namespace skillscale::experiments::sweep {

/// The points of a sweep and what came of them; where runs are missing or failed, NaN.
struct SweepPoints {
  analysis::PointTable table;
  RunTable::Counts runs;
};

/// Reads them from the shards that verify, and changes nothing.
///
/// @param folder  of a sweep
/// @throws sim::InputError    if it is none, or no run is finished
/// @throws sim::StorageError  if it is damaged, a single shard included
SweepPoints read_point_table(const std::filesystem::path& folder);

/// Writes results.h5, with the dimensions point, replicate and year, and runs.csv; both anew.
///
/// @throws sim::StorageError  if the disk fails, or a shard is damaged
void collect(const Store& store, const std::string& command_line);

}  // namespace skillscale::experiments::sweep
