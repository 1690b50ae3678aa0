// What a run takes of a machine, from its tables alone: pools, recorded values, the result file.
//
// Nothing is simulated, so this costs milliseconds. What grows with the months (engaged persons,
// newcomers of the pools) is not in it; see experiments/pilot.h.
#pragma once

#include <cstdint>

#include "experiments/ensemble.h"
#include "experiments/worlds.h"
#include "output/footprint.h"

namespace skillscale::experiments {

/// With whom the worlds of a replicate begin.
struct Start {
  std::int64_t persons = 0;       ///< in all pools
  std::int64_t rows = 0;          ///< of all pools
  std::int64_t largest_pool = 0;  ///< rows
  std::int64_t multiplicity = 1;  ///< persons of a row
};

Start start_of(const models::Parameters& parameters);

/// All sizes in bytes, beside what the program holds already.
struct Footprint {
  Start start;
  std::int64_t runs = 1;  ///< replicates times draws
  int worlds = 1, months = 1;
  double newcomers_per_month = 0;  ///< persons who enter the pools, as the scenario begins
  double establishments = 0;       ///< of a world
  std::int64_t pools = 0;          ///< of a replicate, shared by its worlds
  std::int64_t sorting = 0;        ///< more than that while pools are made, one after the other
  std::int64_t recorded = 0;       ///< monthly values of all worlds of a replicate
  std::int64_t headlines = 0;      ///< of all runs, until the last is done
  output::FileFootprint file;
  bool keeps_checkpoints = false;  ///< on the way
  bool keeps_last_states = false;  ///< those of the last month stay
};

/// @throws sim::InputError  as make_layout does
Footprint footprint_of(const scenarios::Scenario& scenario, const RunOptions& options,
                       const WorldSet& worlds);

/// How many replicates, and how many worlds of them in all, `threads` keep in memory together.
int replicates_at_once(const Footprint& footprint, int threads);
int worlds_at_once(const Footprint& footprint, int threads);

/// Memory without which the run cannot come to its end.
std::int64_t memory_at_least(const Footprint& footprint, int threads);

/// Memory that no run passes: as if all who ever come were engaged at once. A bound that costs
/// nothing; experiments/pilot.h tells more closely.
std::int64_t memory_bound(const Footprint& footprint, int threads);

/// Disk beside the result at its end, without checkpoints: the scratch file is there until the
/// result is complete.
inline std::int64_t disk_at_least(const Footprint& footprint) { return footprint.file.scratch; }
inline std::int64_t disk_at_most(const Footprint& footprint) {
  return footprint.file.scratch + footprint.file.file_at_most;
}

}  // namespace skillscale::experiments
