// A sweep as lines of text, without its points: what a store keeps to be independent of scenario
// files.
#pragma once

#include <string>
#include <string_view>

#include "experiments/sweep/sweep.h"

namespace skillscale::experiments {

std::string to_text(const Sweep& sweep);

/// Reads what to_text wrote.
/// @throws sim::StorageError  naming the first line that cannot be read
Sweep sweep_from_text(std::string_view text);

}  // namespace skillscale::experiments
