// A scenario file as the commands need it: sound, or refused with all its faults.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace skillscale::cli {

/// How scenarios are read here.
///
/// @param changes  texts "path=value" of --set
/// @throws InputError  naming every text that is not understood
scenarios::LoadOptions load_options(const std::vector<std::string>& changes = {});

/// @throws InputError  with all faults of the scenario
scenarios::Scenario load_scenario(const std::filesystem::path& file,
                                  const scenarios::LoadOptions& options);

}  // namespace skillscale::cli
