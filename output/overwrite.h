// Guards a result that already stands at the target.
#pragma once

#include <filesystem>

#include "output/layout.h"

namespace skillscale::output {

/// Passes when nothing stands at `target`, or a result of the same scenario and seed with no more
/// replicates and months than the new one.
///
/// @throws InputError  if another scenario's file, a richer result of the same scenario, one of
/// another seed, a foreign or damaged file, or a folder stands there
void check_overwrite(const std::filesystem::path& target, const Layout& layout);

}  // namespace skillscale::output
