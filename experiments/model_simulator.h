// The model as a function from a point of the unit cube to the numbers that targets speak of.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "experiments/calibration/problem.h"
#include "experiments/worlds.h"
#include "scenarios/calibration.h"

namespace skillscale::experiments {

/// Simulates the first world of a calibration's scenario. Refers to the calibration and the
/// progress; may be called from any thread.
class ModelSimulator {
 public:
  ModelSimulator(const scenarios::Calibration& calibration, Progress& progress);

  /// Outputs in the order of the targets, in their canonical units; NaN where not defined or
  /// stopped.
  std::vector<double> operator()(std::span<const double> point, std::uint32_t replicate) const;

 private:
  const scenarios::Calibration& calibration_;
  Progress& progress_;
  WorldValues world_;
  Recording recording_;
};

/// What the engine needs to know of a calibration. Reads calibrated targets only.
calibration::Problem problem_of(const scenarios::Calibration& calibration);
calibration::Settings settings_of(const scenarios::Calibration& calibration);

}  // namespace skillscale::experiments
