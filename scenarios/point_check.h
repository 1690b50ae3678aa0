// What `check` says of a scenario, said of one point of an experiment.
#pragma once

#include <span>

#include "scenarios/experiment.h"

namespace skillscale::scenarios {

/// Adds faults for values out of their allowed range, shares that do not fit together any more, and
/// what the model itself finds. Costs about a millisecond.
void check_point(const Experiment& experiment, const Scenario& scenario,
                 std::span<const double> values, Faults& faults);

}  // namespace skillscale::scenarios
