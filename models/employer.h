// Establishments: awareness of recruitment abroad, adoption, discontinuance, membership of a
// partnership.
//
// Three kinds of hazard, each paid from a budget: outreach, imitation of neighbours who adopted,
// and stopping after failures.
#pragma once

#include "models/world.h"

namespace skillscale::models {

void init_employers(World& world);

/// Phase 4. Reads neighbours as they stood last month.
void step_employers(World& world);

/// Present value of one hire to the employer, in yearly gross wages of the occupation: surplus
/// while the worker stays, less what the employer pays for recruitment and preparation.
double hire_value(const World& world, std::size_t occupation, PartnershipType type);

}  // namespace skillscale::models
