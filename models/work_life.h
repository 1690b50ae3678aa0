// What goes on in the life of migrants at work beside the work itself: language, family, debt.
#pragma once

#include <span>

#include "models/world.h"

namespace skillscale::models {

/// Draws whether a migrant who arrives leaves a family at the origin.
void draw_family(World& world, Row row);

/// Debt with the interest of the months between application and arrival.
void let_debt_grow(World& world, Row row);

/// A month at work: language grows, families join, debt is served. Own rows only.
/// @param rows        at most exit_batch_rows
/// @param recognised  paid as recognised workers
void live_at_work(World& world, std::size_t block, std::span<const Row> rows, bool recognised);

/// What the migrant owes the employer for leaving now, in cents; 0 without a bond.
std::int64_t bond_left(const World& world, Row row);

}  // namespace skillscale::models
