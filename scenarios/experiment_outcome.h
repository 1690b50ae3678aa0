// Reads the outcomes of an experiment file. Used by the sources of experiment files only.
#pragma once

#include <vector>

#include "scenarios/experiment.h"
#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

/// All outcomes as one scenario has them: labels, months and references are its own.
std::vector<ExperimentOutcome> read_outcomes(const KeyReader& top, const Scenario& scenario);

}  // namespace skillscale::scenarios
