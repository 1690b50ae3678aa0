// Which factors trees ask about, and what their questions are worth on points they never saw.
#pragma once

#include <cstdint>

#include "experiments/analysis/estimate.h"
#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Measure `importance` of every factor: the share of the outcome's variance that splits on it take
/// away, judged on the points that a tree's resample left out, mean over the trees (after Breiman
/// 2001). Works for any points and factors with choices, sees curves and interactions; a factor
/// without influence lies around 0. The interval holds 95 of 100 trees. `explained` is the sum.
///
/// @param outcome, year  positions in the table
Sensitivity tree_importance(const PointTable& table, std::size_t outcome, std::size_t year,
                            std::uint64_t seed, std::size_t trees = 100);

}  // namespace skillscale::experiments::analysis
