// How unevenly something is spread over its holders.
#pragma once

#include <span>
#include <vector>

namespace skillscale::models {

/// Herfindahl index: 1/n when all of n hold alike, 1 when one holds all; 0 without anything to
/// hold.
double herfindahl(std::span<const double> holdings);

/// Gini coefficient: 0 when all hold alike, (n-1)/n when one of n holds all; 0 without anything to
/// hold.
///
/// @param holdings  amounts below 0 count by their size in the sum, so that it is never above 1
/// (normalisation of Raffinetti, Siletti and Vernizzi 2015)
double gini(std::vector<double> holdings);

}  // namespace skillscale::models
