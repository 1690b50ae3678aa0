// The labour market of an occupation at the origin: graduates, attrition, jobs found and lost,
// wage, training that answers migration.
#pragma once

#include "models/world.h"

namespace skillscale::models {

void init_origin_markets(World& world);

/// Phase 3 for all origins.
void step_origin_markets(World& world);

/// Factor on domestic graduates when training answers expected migration; 1 without response. Falls
/// with dilution of quality.
double induced_training(double elasticity, double expected_migration, double wage_ratio,
                        double dilution);

}  // namespace skillscale::models
