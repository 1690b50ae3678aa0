// Going on from the states of one run under another scenario.
#pragma once

#include <string>
#include <vector>

#include "experiments/checkpoint.h"

namespace skillscale::experiments {

/// Where each world of the scenario stands in the checkpoint, after checking that its states can be
/// taken up by this scenario: same start, seed and structure, all states of the same month.
///
/// @throws InputError  naming what differs
std::vector<std::size_t> check_branch(const output::CheckpointReader& file,
                                      const scenarios::Scenario& scenario,
                                      const RunOptions& options);

/// Hands the levers over to a scenario that may have others: the same lever by name keeps since
/// when it acts.
void adapt_levers(const models::Parameters& from, const models::Parameters& to,
                  sim::Archive& state);

/// What the scenario says and the branch cannot follow, since the past is as it was: levers that
/// begin before the branch does, and values that act at the start only. One line each.
std::vector<std::string> branch_notes(const output::CheckpointReader& file,
                                      const scenarios::Scenario& scenario);

/// Names the past: its last month and the trajectory digest of all its worlds up to it, which is
/// that of the result of the run that made it, "2025-12 0123...".
///
/// @throws StorageError  if the states cannot be read
std::string past_name(const output::CheckpointReader& file);

}  // namespace skillscale::experiments
