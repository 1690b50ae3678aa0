// Reads one target of a calibration file. Used by calibration.cpp only.
#pragma once

#include <optional>

#include "models/parameters.h"
#include "scenarios/calibration.h"
#include "scenarios/calibration_keys.h"

namespace skillscale::scenarios {

/// What targets refer to.
struct TargetContext {
  const models::Parameters& parameters;
  const RunSettings& run;
};

/// Nothing, with faults added, if the target is not usable.
std::optional<Target> read_target(const Node& node, const TargetContext& context, Faults& faults);

}  // namespace skillscale::scenarios
