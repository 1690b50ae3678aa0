// Checks on the bytes of a text before any YAML is read: UTF-8, no control characters, no tabs as
// indentation.
#pragma once

#include <string_view>

#include "scenarios/fault.h"

namespace skillscale::scenarios {

/// True if `text` may be given to the YAML reader; otherwise the first offence of each sort is
/// added as a fault.
bool is_clean_text(std::string_view text, const Place& file, Faults& faults);

}  // namespace skillscale::scenarios
