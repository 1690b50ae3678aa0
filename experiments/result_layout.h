// The layout of a result file, derived from the model's tables.
#pragma once

#include "experiments/indicator_layout.h"
#include "experiments/worlds.h"
#include "output/layout.h"

namespace skillscale::experiments {

/// Axes, monthly variables for the recorded indicators and headlines, identity, provenance.
output::Layout make_layout(const scenarios::Scenario& scenario, const RunOptions& options,
                           const WorldSet& worlds, const Recording& recording);

/// Which indicators `outputs.variables` asks for; all when it names none.
Recording recording_for(const scenarios::Scenario& scenario);

}  // namespace skillscale::experiments
