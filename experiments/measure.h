// A number taken from recorded months of one world.
#pragma once

#include <vector>

#include "experiments/trajectory.h"
#include "scenarios/measure.h"

namespace skillscale::experiments {

/// Adds the measure's indicator to those that are recorded.
void record(const scenarios::Measure& measure, Recording& recording);

/// @param monthly  as WorldRecord::monthly, of this recording, every month
/// @param months   length of the run
double measure(const scenarios::Measure& of, const Recording& recording,
               const std::vector<std::vector<double>>& monthly, int months);

}  // namespace skillscale::experiments
