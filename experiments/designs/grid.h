// Designs that are laid out by hand: every combination of levels, and one factor at a time.
#pragma once

#include <cstddef>
#include <vector>

#include "experiments/designs/design.h"

namespace skillscale::experiments {

/// Coordinates of one factor, ends included: 0, 1/(n-1), ..., 1; the middle for a single level.
std::vector<double> even_levels(std::size_t count);

/// Every combination of these levels, the last factor fastest.
///
/// @param levels  for every factor its coordinates, at least one each
/// @throws sim::InputError  if there would be more than `most` points
Design full_grid(const std::vector<std::vector<double>>& levels, std::size_t most = 100'000'000);

/// The base point, then for every factor in turn each of its levels with all others at the base.
/// Levels equal to the base are left out, so that no point stands twice.
Design one_at_a_time(const std::vector<double>& base,
                     const std::vector<std::vector<double>>& levels);

}  // namespace skillscale::experiments
