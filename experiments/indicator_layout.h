// Axes and variables of a result, derived from the model's tables. Compiles for WebAssembly too:
// the page describes what it simulates by the same rows.
#pragma once

#include <cstddef>
#include <string_view>

#include "experiments/trajectory.h"
#include "models/parameters.h"
#include "output/layout.h"

namespace skillscale::experiments {

/// Axis on which gains of a pair of worlds name the reference.
inline constexpr const char* against_axis = "against";

/// Monthly indicators: tallies, then what follows from them.
std::size_t indicator_count();
std::string_view indicator_name(std::size_t indicator);

/// Fills in axes, monthly variables for the recorded indicators, and headlines. The layout's worlds
/// must be known.
void describe_indicators(output::Layout& layout, const models::Parameters& parameters,
                         const Recording& recording);

}  // namespace skillscale::experiments
