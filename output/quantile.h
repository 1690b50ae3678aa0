// Quantiles by linear interpolation between order statistics (type 7, the default of R and NumPy).
#pragma once

#include <span>
#include <vector>

namespace skillscale::output {

/// Writes the quantiles of `sample` into `result`, one per entry of `probabilities`; NaN values are
/// left out.
///
/// @param sample         values in any order; reordered by the call
/// @param probabilities  each in [0, 1]
/// @param result         as long as `probabilities`; NaN throughout when the sample has no number
/// Source: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, definition 7
void quantiles(std::vector<double>& sample, std::span<const double> probabilities,
               std::span<double> result);

}  // namespace skillscale::output
