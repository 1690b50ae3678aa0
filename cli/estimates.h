// How much of a scenario rests on estimates instead of sources.
#pragma once

#include <string>

#include "scenarios/bind.h"

namespace skillscale::cli {

/// A paragraph: how many uncertain numbers are estimates of ours, and in which sections they are
/// most. Numbers that are conventions count on neither side.
std::string estimates_text(const scenarios::Bound& bound);

}  // namespace skillscale::cli
