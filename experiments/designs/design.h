// What every design is: points of the unit cube. A coordinate becomes a value where the factor is
// known, by its distribution or its list of choices.
#pragma once

#include <cstddef>
#include <vector>

namespace skillscale::experiments {

/// Points of the unit cube, one coordinate per parameter.
using Design = std::vector<std::vector<double>>;

}  // namespace skillscale::experiments
