// Space-filling designs: points that cover the unit cube evenly, for any experiment over
// parameters.
//
// Equal arguments give equal points on every machine. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "experiments/designs/design.h"

namespace skillscale::experiments {

/// A maximin Latin hypercube: every parameter takes the middle of each of `points` equal strata
/// once, and coordinates are exchanged between points to keep the nearest two apart (Morris and
/// Mitchell 1995). Costs some 20 million comparisons at most.
///
/// @param points, dimensions  at least 1
Design latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t seed);

/// The smallest squared distance between two points; infinity for a single one.
double smallest_squared_distance(const Design& design);

/// Positions of `wanted` candidates that lie far from each other and from `present`, taken one by
/// one, always the farthest next. All of them where there are fewer.
std::vector<std::size_t> farthest_points(const Design& candidates, const Design& present,
                                         std::size_t wanted);

}  // namespace skillscale::experiments
