// The keys of calibration files.
#pragma once

#include <span>

#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

std::span<const FileKey> calibration_keys();

}  // namespace skillscale::scenarios
