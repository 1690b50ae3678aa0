// Shards: tables of run records that are written whole.
//
// A writer keeps one shard under a name of its own and writes it anew, under a temporary name that
// is synchronised and renamed, when a few seconds have passed; after some hundred kilobytes it
// begins the next. So whatever a killed writer leaves is whole, and its memory is bounded. The
// first lines name the experiment; the last one is a seal over all before it.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "experiments/sweep/run_record.h"

namespace skillscale::experiments::sweep {

/// What every shard of a store has in common.
struct ShardKind {
  std::string experiment;                  ///< digest
  std::vector<std::string> value_columns;  ///< names of the values
};

class ShardWriter {
 public:
  /// @param folder  of the shards; must exist
  ShardWriter(std::filesystem::path folder, ShardKind kind);
  ~ShardWriter();
  ShardWriter(const ShardWriter&) = delete;
  ShardWriter& operator=(const ShardWriter&) = delete;

  /// Any thread.
  /// @throws sim::StorageError  if the disk fails
  void add(const std::vector<RunRecord>& records);
  /// Writes what is not written yet.
  /// @throws sim::StorageError  if the disk fails
  void flush();

 private:
  void write();

  std::mutex mutex_;
  std::filesystem::path folder_;
  ShardKind kind_;
  std::string name_;
  int number_ = 0;
  std::string lines_;
  std::size_t rows_ = 0, written_rows_ = 0;
  std::chrono::steady_clock::time_point written_ = std::chrono::steady_clock::now();
};

/// Passes every record of a shard on.
///
/// @return empty, or what is wrong with the shard; then nothing was passed on
std::string read_shard(const std::filesystem::path& file, const ShardKind& kind,
                       const std::function<void(RunRecord&&)>& take);

}  // namespace skillscale::experiments::sweep
