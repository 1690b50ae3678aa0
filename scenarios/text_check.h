// Checks on the bytes of a text before any YAML is read: UTF-8, no control characters, no tabs as
// indentation.
#pragma once

#include <string>
#include <string_view>

#include "scenarios/fault.h"

namespace skillscale::scenarios {

/// True if `text` may be given to the YAML reader; otherwise the first offence of each sort is
/// added as a fault.
bool is_clean_text(std::string_view text, const Place& file, Faults& faults);

/// "U+0000" for the first control character in a value, where an escape such as "\u0000" can put
/// one into a clean text; empty if there is none. Line ends and tabs are none.
std::string control_character(std::string_view value);

}  // namespace skillscale::scenarios
