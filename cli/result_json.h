// The result of a run for programs.
#pragma once

#include <filesystem>
#include <string>

#include "experiments/ensemble.h"
#include "scenarios/scenario.h"

namespace skillscale::cli {

/// One JSON object with the headlines of a run; shares are in [0, 1], what is not defined is null.
std::string result_json(const scenarios::Scenario& scenario, const experiments::RunOptions& options,
                        const experiments::RunSummary& summary,
                        const std::filesystem::path& output);

}  // namespace skillscale::cli
