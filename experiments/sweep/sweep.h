// The life of a sweep: which runs are made, in rounds, until none is due.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "experiments/ensemble.h"
#include "experiments/sweep/run_table.h"
#include "experiments/sweep/store.h"

namespace skillscale::experiments::sweep {

/// Who is told what happens; any may be empty. Calls come one at a time.
struct Listeners {
  std::function<void(const RunRecord&)> run;           ///< a run came to an end
  std::function<void(const BadShard&)> bad_shard;      ///< was put aside
  std::function<void(const RunTable::Counts&)> begin;  ///< of every round
};

struct SweepOptions {
  int least_attempts = 1;  ///< failed runs with fewer attempts are made again
  int threads = 1;         ///< units are packed for this many
};

struct SweepOutcome {
  RunTable::Counts counts;
  std::string digest;
  std::size_t runs_made = 0;
  bool is_stopped = false;    ///< from outside
  bool is_given_up = false;   ///< a run failed and the experiment says stop
  std::string first_failure;  ///< "POINT/REPLICATE: message"
};

/// Makes all runs that are due. The store must be held alone.
///
/// @throws sim::StorageError  if the machine fails; what was delivered is kept
SweepOutcome make_runs(const Store& store, Engine& engine, const SweepOptions& options,
                       const Listeners& listeners, Progress& progress);

}  // namespace skillscale::experiments::sweep
