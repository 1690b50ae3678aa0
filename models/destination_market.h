// The labour market in Germany by occupation and Land: posts that open by retirement and growth,
// domestic seekers who fill them by a matching function, and the open posts of each establishment.
//
// A market draws how many posts open and fill, then which establishments they belong to; the cost
// follows these events.
#pragma once

#include <memory>

#include "models/world.h"

namespace skillscale::models {

/// Lays out all establishments by occupation and Land and joins them to the diffusion graph. Linear
/// in establishments.
std::shared_ptr<const EmployerSetup> make_employer_setup(const Parameters& parameters,
                                                         const sim::Draws& draws);

void init_destination(World& world);

/// Phase 3: retirements, growth, domestic graduates and hires.
void step_destination(World& world);

/// A post of the establishment is open (again).
void reopen_post(World& world, std::uint32_t employer);

/// A candidate from abroad takes an open post of the establishment.
void fill_post_from_abroad(World& world, std::uint32_t employer);

/// Land of the establishment; without one, drawn by the Laender's shares.
std::uint8_t land_of_employer(const World& world, std::uint32_t employer, sim::Key person);

}  // namespace skillscale::models
