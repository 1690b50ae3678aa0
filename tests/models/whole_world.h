// A small world in which everything happens.
#pragma once

#include "tests/models/small_world.h"

namespace skillscale::models {

/// Every sub-model on, every kind of entity there, levers that start late, ramp, wait for a
/// condition and end.
Given everything();

}  // namespace skillscale::models
