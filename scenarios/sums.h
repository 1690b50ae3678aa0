// Shares that must fit together.
#pragma once

#include "scenarios/bind.h"

namespace skillscale::scenarios {

/// Adds a fault for every group of shares that breaks a rule of the language. Groups of which the
/// document says nothing are left alone.
void check_sums(const Bound& bound, const Language& language, Faults& faults);

}  // namespace skillscale::scenarios
