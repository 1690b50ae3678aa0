// Measures of a world's records: what targets of a calibration and outcomes of an experiment are.
#pragma once

#include <vector>

#include "experiments/trajectory.h"
#include "scenarios/measure.h"

namespace skillscale::experiments {

/// Adds the measure's indicator to what is recorded.
void record_for(const scenarios::Measure& measure, Recording& recording);

/// The measure in its canonical unit; NaN where it is not defined.
///
/// @param monthly     as WorldRecord has them for this recording, every month recorded
/// @param run_months  months of the run
double measured(const scenarios::Measure& of, const Recording& recording,
                const std::vector<std::vector<double>>& monthly, int run_months);

}  // namespace skillscale::experiments
