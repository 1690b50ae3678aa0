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
  bool is_whole_run_meant = false;  ///< where neither years nor months are given
};

/// The keys that name a measure: indicator, where, years, months, take. Nothing, with faults added,
/// if it is not usable.
std::optional<Measure> read_measure(const KeyReader& reader, const TargetContext& context);

/// Unit of a measure, or of one divided by another.
std::string unit_text(const Measure& of, const std::optional<Measure>& per);

/// Nothing, with faults added, if the target is not usable.
std::optional<Target> read_target(const Node& node, const TargetContext& context, Faults& faults);

}  // namespace skillscale::scenarios
