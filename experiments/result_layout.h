// The layout of a result file, derived from the model's tables.
#pragma once

#include "experiments/worlds.h"
#include "output/layout.h"

namespace skillscale::experiments {

/// Axis on which gains of a pair of worlds name the reference.
inline constexpr const char* against_axis = "against";

/// Axes, monthly variables for the recorded indicators and headlines, identity, provenance.
output::Layout make_layout(const scenarios::Scenario& scenario, const RunOptions& options,
                           const WorldSet& worlds, const Recording& recording);

/// Which indicators `outputs.variables` asks for; all when it names none.
Recording recording_for(const scenarios::Scenario& scenario);

}  // namespace skillscale::experiments
