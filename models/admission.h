// Admission: partnerships and agencies give their seats to applicants, by lot or by merit.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Phase 7: gives out this month's seats. Who gets none waits for the next month or chooses again.
void settle_admissions(World& world);

}  // namespace skillscale::models
