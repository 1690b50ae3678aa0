// Reads the factors of an experiment file, and the constraints between them. Used by the sources of
// experiment files only.
#pragma once

#include <vector>

#include "scenarios/experiment.h"
#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

/// The factors that the file names, then one for the bases where there are several.
std::vector<ExperimentFactor> read_factors(const KeyReader& top,
                                           const std::vector<ExperimentBase>& bases,
                                           Faults& faults);

std::vector<FactorConstraint> read_constraints(const KeyReader& top,
                                               const std::vector<ExperimentFactor>& factors,
                                               Faults& faults);

/// The names of all factors.
std::vector<std::string> names_of(const std::vector<ExperimentFactor>& factors);

}  // namespace skillscale::scenarios
