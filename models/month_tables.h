// Values that follow from this month's parameters and that many persons need: constant hazards,
// exit hazards by duration, wages.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Rows of the wage tables.
enum WageKind : std::size_t { RecognisedWage, AssistantWage, TraineeWage };
inline constexpr std::size_t wage_kind_count = 3;

/// Whole cents of an amount in EUR.
std::int64_t cents(double eur);

/// Fills `world.tables` when the parameters have changed (start of a month).
void build_tables(World& world);

}  // namespace skillscale::models
