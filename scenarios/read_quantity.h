// Numbers of the document: with units, ranges and the limits of their row.
#pragma once

#include "scenarios/bind.h"

namespace skillscale::scenarios {

/// Fills value, low and high of `into` (canonical unit) from a scalar and the map around it, if
/// any. False after a fault.
bool read_quantity_value(const Node& node, const Node* annotations, ParameterValue& into,
                         Faults& faults);

}  // namespace skillscale::scenarios
