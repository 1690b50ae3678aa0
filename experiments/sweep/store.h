// The folder of a sweep. It explains itself and may be moved: what was asked for stands in
// sweep.h5, what came of it in shards/, both as netCDF-4; which runs are missing follows from them.
//
//   sweep.h5       points, factors, outcomes, the parameters of all worlds, every source file
//   shards/*.h5    records of runs, each file written whole by one writer
//   quarantine/    shards that could not be read, or are of another sweep
//   points.h5      all points with factors and outcomes, one data set for xarray
//   lock           held by the program that works here; the system frees it when that ends
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "experiments/sweep/sweep.h"

namespace skillscale::output {
struct Table;
}

namespace skillscale::experiments {

/// Excludes a second writer while it lives. Dies with its owner.
class StoreLock {
 public:
  /// @throws sim::StorageError  if another program works there, or the folder cannot be written
  explicit StoreLock(const std::filesystem::path& folder);
  ~StoreLock();
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;

 private:
  int file_ = -1;
};

/// Everything that the shards of a store say.
struct RunTable {
  std::vector<RunRecord> runs;           ///< by point and replicate, each once
  std::vector<std::string> quarantined;  ///< shards that were put aside, and why

  std::size_t done() const;
  std::size_t failed() const { return runs.size() - done(); }
};

class Store {
 public:
  /// Writes a new one.
  ///
  /// @param sources  file name and text of all that the sweep was made of
  /// @throws sim::InputError    if something else stands there
  /// @throws sim::StorageError  if the folder cannot be written
  static Store create(const std::filesystem::path& folder, const Sweep& sweep,
                      const std::vector<std::pair<std::string, std::string>>& sources);

  /// @throws sim::InputError    if there is no store, or one that another program version began
  /// @throws sim::StorageError  if it is damaged
  explicit Store(std::filesystem::path folder);

  static bool is_there(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  const Sweep& sweep() const { return sweep_; }
  const std::vector<std::pair<std::string, std::string>>& sources() const { return sources_; }

  /// Replaces the sweep by one with more points or replicates.
  void extend(const Sweep& longer);

  /// Reads all shards. A later record of a run replaces a failed one.
  ///
  /// @param puts_aside  moves shards that cannot be read to quarantine/
  /// @throws sim::StorageError  if two shards say different things about a run
  RunTable read_runs(bool puts_aside = false) const;

  /// Adds a shard under a name that nobody else has.
  void add(const std::vector<RunRecord>& runs) const;

  /// Writes points.h5. Means of failed and missing runs are NaN.
  void collect(const RunTable& table) const;

 private:
  Store() = default;
  void write_sweep() const;

  std::filesystem::path folder_;
  Sweep sweep_;
  std::vector<std::pair<std::string, std::string>> sources_;
};

/// Adds every source file as a text to a table.
void add_sources(output::Table& table,
                 const std::vector<std::pair<std::string, std::string>>& sources);

/// Runs that are not there; with `failed` those that failed, too.
std::vector<RunKey> missing_runs(const Sweep& sweep, const RunTable& table, bool failed);

/// What analyses read.
analysis::PointTable point_table(const Sweep& sweep, const RunTable& table);

/// The same from a folder.
/// @throws as Store and Store::read_runs do
analysis::PointTable read_point_table(const std::filesystem::path& folder);

}  // namespace skillscale::experiments
