// Variance-based sensitivity: which share of an outcome's variance comes from which factor.
#pragma once

#include <cstdint>

#include "experiments/analysis/estimate.h"
#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Measures `total` and `first` of every factor: the share of the variance that would remain if all
/// others were known, and the share that would go if it alone were known. Estimators of Jansen
/// (1999) and of Saltelli and others (2010); intervals by resampling groups, which is careful for
/// points of a Sobol sequence, as it takes them for random ones. A group with an undefined outcome
/// is left out. Estimates may come out a little below 0 where the true index is 0.
///
/// @param outcome, year  positions in the table
/// @throws sim::InputError  if the points are not laid out as saltelli does
Sensitivity sobol_indices(const PointTable& table, std::size_t outcome, std::size_t year,
                          std::uint64_t seed, std::size_t resamples = 500);

}  // namespace skillscale::experiments::analysis
