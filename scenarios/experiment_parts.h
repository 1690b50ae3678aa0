// Reads the parts of an experiment file. Used by the sources of experiment files only.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "scenarios/experiment.h"
#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

/// Nothing, with faults added, if the factor is not usable. Packages are looked up in the library.
std::optional<ExperimentFactor> read_factor(const Node& node, const Scenario& scenario,
                                            const LoadOptions& options, Faults& faults);

/// "a + 2 * b <= 1.5": factors by name, numbers in their canonical units.
std::optional<Constraint> read_constraint(const Node& node, std::size_t number,
                                          std::span<const ExperimentFactor> factors,
                                          Faults& faults);

struct OutcomeContext {
  const Scenario& scenario;
  const models::Parameters& parameters;
};

/// Nothing, with faults added, if the outcome is not usable.
std::optional<ExperimentOutcome> read_outcome(const Node& node, const OutcomeContext& context,
                                              Faults& faults);

/// Calendar years that lie wholly in the run.
std::vector<int> whole_years(const RunSettings& run);

}  // namespace skillscale::scenarios
