// Files of a calibration: the points simulated so far, and the posterior.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/calibration/calibrate.h"
#include "scenarios/calibration.h"

namespace skillscale::experiments {

/// "F.points.h5" beside "F.h5".
std::filesystem::path points_path(const std::filesystem::path& posterior);

void write_points(const std::filesystem::path& file, const scenarios::Calibration& calibration,
                  const std::vector<calibration::Point>& points);

/// @throws InputError  if they belong to another calibration or another version, or the simulator
///                     answers otherwise at the first of them
std::vector<calibration::Point> read_points(const std::filesystem::path& file,
                                            const scenarios::Calibration& calibration,
                                            const calibration::Simulator& simulator);

void write_posterior(const std::filesystem::path& file, const scenarios::Calibration& calibration,
                     const calibration::Outcome& outcome, const std::string& command_line);

/// Whether a posterior of this very calibration stands there, or nothing.
bool may_be_replaced(const std::filesystem::path& file, const scenarios::Calibration& calibration);

/// Makes a scenario's draws take their values from a posterior file. Its identity then is another.
///
/// @throws InputError  if the scenario lacks a parameter of the file, or has no draws
void take_posterior(scenarios::Scenario& scenario, const std::filesystem::path& file);

}  // namespace skillscale::experiments
