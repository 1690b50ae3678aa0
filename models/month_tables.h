// Values that follow from this month's parameters and that many persons need: constant hazards,
// exit hazards by duration, wages.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Whole cents of an amount in EUR.
std::int64_t cents(double eur);

/// Fills `world.tables` when the parameters have changed (start of a month).
void build_tables(World& world);

}  // namespace skillscale::models
