// Offices as monthly tokens and as places: recognition, visa, language courses, bridging courses,
// public placement.
//
// An office has a number of tokens a month (never a number of servers with random service times,
// which would lose capacity at a monthly step) or a number of places that are held for a while.
// Accelerated cases come first, then first come first served; cases from outside the model stand in
// the same line, and among cases of one month both sorts are served in proportion.
#pragma once

#include "models/world.h"

namespace skillscale::models {

void init_offices(World& world);

/// Phase 7: gives out this month's tokens and places.
void settle_offices(World& world);

/// Phase 7: gives out seats of partnerships and agencies; the rejected go back to the pool or try
/// again.
void settle_admissions(World& world);

/// Tokens per month of an office, or the number of its places.
double office_capacity(const World& world, std::size_t office);

}  // namespace skillscale::models
