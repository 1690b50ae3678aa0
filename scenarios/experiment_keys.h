// The keys of experiment files.
#pragma once

#include <span>

#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

std::span<const FileKey> experiment_keys();

}  // namespace skillscale::scenarios
