// What a calibration found: the table of `calibrate`, and the text and picture of --report.
#pragma once

#include <filesystem>
#include <string>

#include "experiments/calibration_summary.h"

namespace skillscale::cli {

std::string calibration_table(const experiments::CalibrationSummary& summary);

/// Writes `file` (Markdown) and the picture of the same name with .svg.
/// @throws sim::StorageError  if the disk fails
void write_report(const std::filesystem::path& file, const scenarios::Calibration& calibration,
                  const experiments::calibration::Outcome& outcome,
                  const experiments::CalibrationSummary& summary, const std::string& command);

/// A row per target: what was observed as a bar, what is predicted as a line over it.
std::string calibration_picture(const experiments::CalibrationSummary& summary);

}  // namespace skillscale::cli
