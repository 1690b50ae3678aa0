// A tree as YAML text that reads back as the same tree.
#pragma once

#include <string>

#include "scenarios/document.h"

namespace skillscale::scenarios {

/// Block style, two blanks a level, lists of plain values in brackets. With `origins` every value
/// is followed by
/// "# file:line", the place it was written at.
std::string emit_yaml(const Node& root, bool origins);

/// One scalar, in double quotes if it would not read back as itself.
std::string scalar_text(const Node& node);

}  // namespace skillscale::scenarios
