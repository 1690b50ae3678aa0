// What a world holds that does not follow from its parameters and its start, as named arrays: for
// checkpoints and for comparing two worlds member by member.
//
// The names are those of the members: "persons.stage", "pools.queue.threshold", "offices.served".
// Between two months a world has no requests and no effects; its tables and the parameters of the
// month follow from the levers, which are part of the state.
#pragma once

#include <string>

#include "models/indicators.h"
#include "models/world.h"
#include "sim/archive.h"

namespace skillscale::models {

/// Appends the world's state between two months.
void save_state(const World& world, sim::Archive& archive);

/// Puts the state into a world that was just made from the same parameters and start, or from
/// parameters with the same structure.
/// @return empty, or what does not fit or no state may hold (models/world_state_rules.h); the world
/// is then not defined
std::string restore_state(World& world, const sim::Archive& archive);

/// The same for what headlines have gathered so far, and for the totals of a finished world.
void save_state(const TotalsRecorder& recorder, sim::Archive& archive);
std::string restore_state(TotalsRecorder& recorder, const sim::Archive& archive);
void save_state(const Totals& totals, sim::Archive& archive);
std::string restore_state(Totals& totals, const sim::Archive& archive);

/// The same for the fates of a finished world.
void save_state(const std::vector<CellFates>& fates, sim::Archive& archive);
std::string restore_state(std::vector<CellFates>& fates, const sim::Archive& archive);

}  // namespace skillscale::models
