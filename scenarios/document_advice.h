// Warnings that any language may give: about how numbers are written, and about how a scenario
// differs from its references.
#pragma once

#include "scenarios/scenario.h"

namespace skillscale::scenarios {

/// Numbers that are sound and may be meant a thousand or a hundred times larger: "200.000" is read
/// as 200, and "0.15 %" as 0.0015.
void advise_on_writing(const Node& root, const Bound& bound, Faults& warnings);

/// Switches above the corridor: they change the scenario and not its references.
void advise_on_switches(const Scenario& scenario, Faults& warnings);

}  // namespace skillscale::scenarios
