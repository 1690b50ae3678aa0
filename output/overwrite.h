// Guards a result that already stands at the target.
#pragma once

#include <filesystem>
#include <string>

namespace skillscale::output {

/// Passes when nothing stands at `target`, or a result file of the same scenario digest.
///
/// @throws InputError  if another scenario's file, a foreign or damaged file, or a folder stands
/// there
void check_overwrite(const std::filesystem::path& target, const std::string& scenario_digest);

}  // namespace skillscale::output
