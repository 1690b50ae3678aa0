// One `--set` applied to a tree.
#pragma once

#include "scenarios/scenario.h"

namespace skillscale::scenarios {

/// Sets the value at a path, making the maps on the way; null removes it. The value is YAML, so
/// "[a, b]" is a list. Its place is the command line.
void set_value(Node& root, const Override& change, Faults& faults);

}  // namespace skillscale::scenarios
