// How an engine plugs in: it is given units of work and hands over what came of them.
//
// An engine never knows what a point means, where results are kept, which runs were there before
// or what a failure means for the others. It may carry out units in any order, on any thread,
// process or machine: results enter by (point, replicate).
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "experiments/sweep/run_record.h"

namespace skillscale::experiments::sweep {

/// Runs of one point that are handed out together.
struct WorkUnit {
  std::size_t point = 0;
  std::vector<int> replicates;  ///< ascending
  std::vector<int> attempts;    ///< number of the attempt, by replicate
};

/// Simulates one unit in the calling thread; any number of threads may call it. Returns a record
/// for every run that came to an end, fewer if it was told to stop. Runs that fail are records too.
using Simulate = std::function<std::vector<RunRecord>(const WorkUnit&)>;

/// Takes records as they come; any thread may call it.
using Deliver = std::function<void(const std::vector<RunRecord>&)>;

/// What an engine is given for one round.
struct Round {
  std::span<const WorkUnit> units;
  const Simulate& simulate;
  const Deliver& deliver;
  const std::atomic<bool>& stop;  ///< set when nothing more shall be begun
};

class Engine {
 public:
  virtual ~Engine() = default;
  /// Returns when every unit was delivered, or after `stop` when nothing is under way any more.
  virtual void carry_out(const Round& round) = 0;
};

}  // namespace skillscale::experiments::sweep
