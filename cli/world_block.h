// What the scenario brings, with its differences to the references.
#pragma once

#include <string>

#include "cli/table_text.h"

namespace skillscale::cli {

std::string world_block(const Table& table);

}  // namespace skillscale::cli
