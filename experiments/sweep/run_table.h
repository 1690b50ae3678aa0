// Which runs there are, and what became of them: what follows from the shards that verify.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "experiments/sweep/engine.h"
#include "experiments/sweep/store.h"

namespace skillscale::experiments::sweep {

/// One run as far as it is known. About 40 bytes.
struct RunState {
  enum class Kind : std::uint8_t { Missing, Finished, Failed };
  Kind kind = Kind::Missing;
  std::uint16_t attempts = 0;
  float seconds = 0;
  std::uint64_t digest_high = 0, digest_low = 0;
  double watched = 0;  ///< value of the outcome that decides about replicates
};

/// What stands in the shards of a store, and which of them are not to be used.
struct BadShard {
  std::filesystem::path file;
  std::string problem;
};

class RunTable {
 public:
  explicit RunTable(const Store& store);

  /// Enters a record; a finished run counts once, whoever simulated it.
  ///
  /// @return whether it is new, or better than what was known
  /// @throws sim::StorageError  if it contradicts what is known of a finished run
  bool add(const RunRecord& record);

  /// Reads all shards of the store.
  ///
  /// @param take  may be empty; is given every record that add() took
  /// @return shards that are damaged or foreign
  std::vector<BadShard> read(const std::function<void(const RunRecord&)>& take = {});

  /// Runs that are due at a point: those asked for or, with `until`, as many as the runs so far
  /// call for. Depends on results alone.
  int due(std::size_t point) const;
  /// The due runs that are missing, packed.
  ///
  /// @param retries  failed runs with fewer attempts than this are due again
  std::vector<WorkUnit> missing(int retries, std::size_t most_together) const;

  struct Counts {
    std::size_t due = 0, finished = 0, failed = 0;
    double seconds = 0;  ///< of the finished runs, added up
    std::size_t missing() const { return due - finished - failed; }
  };
  Counts counts() const;
  /// Of all finished runs, by point and replicate.
  std::string digest() const;
  /// The most replicates that any point has.
  int replicates() const;
  const RunState& at(std::size_t point, int replicate) const;

 private:
  bool is_known_well(std::size_t point, int count) const;

  const Store& store_;
  std::size_t watched_column_ = 0;
  std::vector<std::vector<RunState>> runs_;  ///< [point][replicate]
};

}  // namespace skillscale::experiments::sweep
