// The result of a run in words and numbers, for people who decide on policies.
#pragma once

#include <string>

#include "experiments/ensemble.h"
#include "scenarios/scenario.h"

namespace skillscale::cli {

/// Blocks of at most 100 columns: what the scenario brings and how it differs from each reference,
/// the bottleneck, who gains against each reference, and what rests on estimates.
std::string result_table(const scenarios::Scenario& scenario,
                         const experiments::RunOptions& options,
                         const experiments::RunSummary& summary);

}  // namespace skillscale::cli
