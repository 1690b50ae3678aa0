// The folder of a sweep. It explains itself, needs nothing outside itself, and can be copied.
//
//   sweep.yaml     what was asked for: design batches, replicates, settings, program
//   sources/       every file the experiment was read from; runs are made from these
//   points.csv     the points in natural units
//   shards/        records of runs, written whole by their writers (shard.h)
//   due/           lists of the runs that job arrays were begun for (due_list.h)
//   quarantine/    shards that are damaged or of another experiment
//   results.h5     all of it in one netCDF-4 file, once collected; runs.csv the table of runs
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "experiments/sweep/points.h"
#include "experiments/sweep/shard.h"
#include "experiments/sweep/store_lock.h"
#include "scenarios/experiment.h"

namespace skillscale::experiments::sweep {

/// What stands in sweep.yaml.
struct StoreHead {
  std::string program;               ///< version that simulates
  std::string digest;                ///< of the experiment
  std::string experiment;            ///< its file, in the folder
  std::string origin;                ///< where it came from, seen from the folder
  std::vector<std::string> changes;  ///< texts "path=value" of --set
  std::vector<std::size_t> batches;  ///< points asked for, at first and by each expansion
  int replicates = 1;                ///< of every point
};

class Store {
 public:
  /// Makes the folder with all it needs before the first run, and holds it alone.
  ///
  /// @param file    the experiment's
  /// @param points  its first_points
  /// @throws sim::InputError    if something stands there already
  /// @throws sim::StorageError  if the disk fails
  static Store create(const std::filesystem::path& folder, const std::filesystem::path& file,
                      const scenarios::Experiment& experiment, Points points);

  /// @throws sim::InputError    if it is no store, another process holds it, or (unless only read)
  ///                            another version of the program began it
  /// @throws sim::StorageError  if it is damaged
  Store(std::filesystem::path folder, Access access);

  const std::filesystem::path& folder() const { return folder_; }
  const StoreHead& head() const { return head_; }
  const scenarios::Experiment& experiment() const { return experiment_; }
  const Points& points() const { return points_; }
  const ShardKind& kind() const { return kind_; }
  std::filesystem::path shards() const { return folder_ / "shards"; }

  /// Files of the shards, sorted by name.
  std::vector<std::filesystem::path> shard_files() const;
  /// Puts a shard aside. Its runs are missing then.
  void quarantine(const std::filesystem::path& shard) const;

  /// Replaces the head, and the points that follow from its batches.
  void change(const StoreHead& head, Points points);

  /// How another experiment differs from this one, in lines of their files.
  std::string difference_from(const scenarios::Experiment& other) const;
  /// How the experiment differs from the file it came from; empty if it does not, or if that file
  /// is no longer there.
  std::string difference_from_origin(const std::filesystem::path& library) const;

 private:
  /// @param points  if they are known already; laying out many takes a while
  Store(std::filesystem::path folder, Access access, std::optional<Points> points);

  std::filesystem::path folder_;
  StoreLock lock_;
  StoreHead head_;
  scenarios::Experiment experiment_;
  Points points_;
  ShardKind kind_;
};

/// Names of the values of a record: an outcome, or outcome[year].
std::vector<std::string> value_columns(const scenarios::Experiment& experiment);

/// Whether a folder is, or was meant to be, a store. Never throws.
bool looks_like_store(const std::filesystem::path& folder);

}  // namespace skillscale::experiments::sweep
