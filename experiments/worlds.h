// From a loaded scenario to worlds, and one replicate of all of them side by side.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "experiments/checkpoint_keeper.h"
#include "experiments/ensemble.h"
#include "experiments/indicator_layout.h"
#include "experiments/trajectory.h"
#include "models/indicators.h"
#include "models/world.h"

namespace skillscale::experiments {

/// Parameters of the scenario (first) and of its references.
struct WorldSet {
  std::vector<std::string> names;  ///< "scenario", then the packages
  std::vector<std::shared_ptr<const models::Parameters>> parameters;
};

/// An uncertain number: half of its mass lies on each side of the stated value.
struct UncertainValue {
  std::string path;
  double value = 0, low = 0, high = 0;
};

/// One world's values before anything is drawn.
struct WorldValues {
  std::string name;
  models::ParameterValues values;
  std::vector<UncertainValue> uncertain;
  std::shared_ptr<const scenarios::ParameterSample> posterior = nullptr;
};
/// Of parameters with a posterior, value and range are mean and range of its particles.
std::vector<WorldValues> world_values(const scenarios::Scenario& scenario);

/// Path and value of every uncertain parameter in a draw set, in the order of `uncertain`; none in
/// draw set 0, which takes the stated values.
std::vector<std::pair<std::string, double>> drawn_values(const WorldValues& world,
                                                         std::uint64_t seed,
                                                         std::uint32_t draw_set);

/// @param draw_set  0 takes the stated values; 1.. takes a particle of the posterior by its weight
/// and draws every other uncertain value from its range, the same in all worlds
WorldSet make_worlds(std::span<const WorldValues> values, int months, std::uint64_t seed,
                     std::uint32_t draw_set);
WorldSet make_worlds(const scenarios::Scenario& scenario, int months, std::uint64_t seed,
                     std::uint32_t draw_set);

/// Persons (pool included), establishments and partnerships of a world.
std::int64_t agents_of(const models::World& world);

/// Called after every month of every world (any thread): world number and the world. For snapshots
/// and tests.
using Observer = std::function<void(std::size_t, const models::World&)>;

/// Which random numbers a replicate uses.
struct ReplicateName {
  std::uint64_t seed = 1;
  std::uint32_t replicate = 0;
  std::uint32_t draw_set = 0;  ///< as in make_worlds
};

/// How a replicate takes part in checkpoints.
struct Keeping {
  CheckpointKeeper* keeper = nullptr;  ///< null: not at all
  int draw = 0;                        ///< position on the axis of draws
  bool keeps_graphs = false;           ///< records have the partnership graph of every year
  bool may_go_on = false;  ///< the run ends before its scenario does: states are kept to the end
};

/// Runs all worlds of one replicate, from where the keeper says; a record per world. Those that
/// were stopped have no digest.
/// @throws StorageError  if a kept state does not fit
std::vector<WorldRecord> run_replicate(const WorldSet& worlds, const ReplicateName& name,
                                       const Recording& recording, Progress& progress,
                                       const Observer& observer = {}, const Keeping& keeping = {});

}  // namespace skillscale::experiments
