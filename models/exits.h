// The exits from life in Germany, for many persons at once: loops over gathered columns that the
// compiler turns into vector code. Which exit strikes is the same as for one person at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "models/world.h"

namespace skillscale::models {

/// Persons that are gathered together; what they bring fits into the first cache.
inline constexpr std::size_t exit_batch_rows = 128;

/// Causes that strike in a month, one per person: a position in vocabulary.h's ExitCause, or -1.
using ExitCauses = std::array<std::int8_t, exit_batch_rows>;

/// Lets a month of integration pass for persons at work.
/// @param rows        at most exit_batch_rows
/// @param recognised  they work as recognised skilled workers
void integrate(World& world, std::span<const Row> rows, bool recognised);

/// Lowers the budgets of persons at work by the month's hazards of all five exits.
ExitCauses exits_from_work(World& world, std::span<const Row> rows, bool recognised);

/// The same for those in other work, who only return or move on.
ExitCauses exits_from_other_work(World& world, std::span<const Row> rows);

}  // namespace skillscale::models
