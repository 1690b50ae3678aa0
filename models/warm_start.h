// Partnerships that are at work already have candidates on their way.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Puts the candidates on their way at the start into the stages of their routes.
void init_pipelines(World& world);

/// Expected months of a candidate of the type in each stage before departure when no office makes
/// it wait; 0 in stages that its route does not have there.
std::array<double, stage_count> expected_stay(const Parameters& parameters, PartnershipType type);

}  // namespace skillscale::models
