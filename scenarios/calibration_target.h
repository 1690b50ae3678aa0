// Reads one target of a calibration file. Used by calibration.cpp only.
#pragma once

#include <optional>

#include "scenarios/calibration.h"

namespace skillscale::scenarios {

/// Nothing, with faults added, if the target is not usable.
std::optional<Target> read_target(const Node& node, const MeasureContext& context, Faults& faults);

}  // namespace skillscale::scenarios
