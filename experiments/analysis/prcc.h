// Partial rank correlation: does the outcome rise or fall with a factor, all others held?
#pragma once

#include "experiments/analysis/estimate.h"
#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Measure `prcc` of every factor, from -1 (falls) to 1 (rises), for any points. Sees what is
/// monotone; a factor that first helps and then harms comes out near 0. Intervals by Fisher's
/// transformation with the standard error for ranks of Bonett and Wright (2000). `explained` is the
/// share of the ranks' variance that all factors together account for. A factor with more than two
/// choices has no order, and none that does not vary has a correlation: both stay undefined.
///
/// @param outcome, year  positions in the table
/// @throws sim::InputError  if factors move together, or there are fewer points than factors + 4
Sensitivity partial_rank_correlation(const PointTable& table, std::size_t outcome,
                                     std::size_t year);

}  // namespace skillscale::experiments::analysis
