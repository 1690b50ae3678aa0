// Ranks of numbers.
#pragma once

#include <span>
#include <vector>

namespace skillscale::experiments::analysis {

/// Ranks from 1; equal numbers share the mean of their ranks.
std::vector<double> ranks_of(std::span<const double> numbers);

}  // namespace skillscale::experiments::analysis
