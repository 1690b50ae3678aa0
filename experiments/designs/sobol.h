// Sobol sequences, and what global sensitivity analysis makes of them. Direction numbers by Joe and
// Kuo (2008) from Boost, scrambled digit by digit (Owen 1995), so that every seed gives a sequence
// of equal evenness and none holds a point on the border of the cube.
//
// Equal arguments give equal points on every machine. About 0.3 us a coordinate. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>

#include "experiments/designs/design.h"

namespace skillscale::experiments {

/// Dimensions for which direction numbers are known.
std::size_t most_sobol_dimensions();

/// Points `first`, first + 1, ... of the scrambled sequence. A longer design begins with the
/// shorter one. Every interval [i/n, (i+1)/n) of every factor holds one of the first n points
/// where n is a power of two; other numbers are allowed and a little less even.
///
/// @throws sim::InputError  with more dimensions than there are direction numbers
Design sobol(std::size_t points, std::size_t dimensions, std::uint64_t seed, std::size_t first = 0);

/// Groups of (dimensions + 2) points for Sobol indices: A, B, then for each factor A with that
/// factor taken from B. A and B are the halves of one Sobol point of twice the dimensions (Saltelli
/// and others 2010). A longer design begins with the shorter one.
///
/// @param base_points  number of groups; a power of two is best
Design saltelli(std::size_t base_points, std::size_t dimensions, std::uint64_t seed);

}  // namespace skillscale::experiments
