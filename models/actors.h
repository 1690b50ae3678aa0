// Actors of the think tank: their commitment, and whether they agree on a lever.
//
// Commitment moves to that of an actor's ties at the pace of the platform, rises with evidence of
// success, and falls back to its anchor. A lever that needs consent is adopted with a hazard that
// the least committed of its actors sets.
#pragma once

#include "models/world.h"

namespace skillscale::models {

void init_actors(World& world);

/// Part of phase 1: a month of exchange and evidence.
void step_actors(World& world);

/// True in the month in which the actors agree on the lever.
bool agree_on(const World& world, std::size_t lever);

}  // namespace skillscale::models
