// Who gains against a reference, and whether all three do.
#pragma once

#include <string>

#include "cli/table_text.h"

namespace skillscale::cli {

/// Empty where the run has no gains against that reference.
std::string gains_block(const Table& table, const std::string& reference);

}  // namespace skillscale::cli
