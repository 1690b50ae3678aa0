// Screening by elementary effects (Morris 1991, Campolongo and others 2007): which factors matter
// at all, for few runs.
#pragma once

#include <cstdint>

#include "experiments/analysis/estimate.h"
#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Measures mu_star, mu and sigma of every factor, in the outcome's unit for a move over the
/// factor's whole range: mean size of the effects, mean effect, and their standard deviation (large
/// where the factor acts in curves or together with others). Intervals by resampling paths.
///
/// @param outcome, year  positions in the table
/// @throws sim::InputError  if the points are not laid out in paths
Sensitivity elementary_effects(const PointTable& table, std::size_t outcome, std::size_t year,
                               std::uint64_t seed, std::size_t resamples = 500);

}  // namespace skillscale::experiments::analysis
