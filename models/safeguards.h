// Safeguards of the origin: the list of the World Health Organization, and a cap that binds
// recruiters, never persons.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Doctors, nurses and midwives per 10 000 inhabitants, as the stocks of health occupations stand
/// now; 0 when the origin's density is not known.
double health_density(const World& world, std::size_t origin);

/// Share of its seats that organised recruitment of a type may fill in a cell this month.
double share_allowed(const World& world, std::size_t cell, PartnershipType type);

}  // namespace skillscale::models
