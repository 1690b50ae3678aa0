// How strongly two quantities move together, whatever their scales.
#pragma once

#include <cstddef>
#include <span>

namespace skillscale::experiments {

/// Spearman's rank correlation; equal values share their mean rank. Pairs with NaN are left out.
/// @return NaN where fewer than three pairs are left or one side never changes
double rank_correlation(std::span<const double> x, std::span<const double> y);

/// What the largest of so many correlations stays below by chance alone in 95 of 100 studies, by
/// Bonferroni's bound on the normal approximation.
///
/// @param pairs        at least 3
/// @param comparisons  how many correlations were looked at, at least 1
double chance_limit(std::size_t pairs, std::size_t comparisons);

}  // namespace skillscale::experiments
