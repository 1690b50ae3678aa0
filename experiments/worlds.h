// From a loaded scenario to worlds, and one replicate of all of them side by side.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "experiments/ensemble.h"
#include "models/indicators.h"
#include "models/world.h"

namespace skillscale::experiments {

/// Parameters of the scenario (first) and of its references.
struct WorldSet {
  std::vector<std::string> names;  ///< "scenario", then the packages
  std::vector<std::shared_ptr<const models::Parameters>> parameters;
};

/// @param draw_set  0 takes the stated values; 1.. draws every uncertain value from its range, the
/// same in all worlds
WorldSet make_worlds(const scenarios::Scenario& scenario, int months, std::uint64_t seed,
                     std::uint32_t draw_set);

/// What one world left behind.
struct WorldRecord {
  std::vector<std::vector<double>> monthly;  ///< per recorded indicator, month-major
  models::Totals totals;
  sim::Hash128 digest;
};

/// Positions of the indicators to record: first all tallies, then the derived ones (as in
/// models/indicators.h).
struct Recording {
  std::vector<std::size_t> indicators;
  int every = 1;  ///< months from one recorded month to the next; the last of each span is recorded
};
/// Persons (pool included), establishments and partnerships of a world.
std::int64_t agents_of(const models::World& world);

std::size_t indicator_count();
std::string_view indicator_name(std::size_t indicator);

/// Called after every month of every world (any thread): world number and the world. For snapshots
/// and tests.
using Observer = std::function<void(std::size_t, const models::World&)>;

/// Which random numbers a replicate uses.
struct ReplicateName {
  std::uint64_t seed = 1;
  std::uint32_t replicate = 0;
  std::uint32_t draw_set = 0;  ///< as in make_worlds
};

/// Runs all worlds of one replicate; a record per world. Returns fewer records when stopped.
std::vector<WorldRecord> run_replicate(const WorldSet& worlds, const ReplicateName& name,
                                       const Recording& recording, Progress& progress,
                                       const Observer& observer = {});

}  // namespace skillscale::experiments
