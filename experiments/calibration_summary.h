// What a calibration found, for people: intervals of parameters and of predicted targets.
#pragma once

#include <string>
#include <vector>

#include "experiments/calibration/calibrate.h"
#include "scenarios/calibration.h"

namespace skillscale::experiments {

/// Weighted quantiles.
struct Spread {
  double low = 0, median = 0, high = 0;  ///< 5 %, 50 %, 95 %; NaN where nothing is defined
};

/// @param weights  of the values; those of NaN do not count
Spread spread_of(const std::vector<double>& values, const std::vector<double>& weights);

enum class Verdict { Hit, Miss, Undefined };

struct TargetSummary {
  const scenarios::Target* target = nullptr;
  Spread predicted;  ///< in the target's unit, over particles; each the mean of its replicates
  double observed_low = 0, observed_high = 0;  ///< 90 % of the observation alone, in its unit
  Verdict verdict = Verdict::Undefined;        ///< hit: the two intervals meet
};

struct ParameterSummary {
  const scenarios::FreeParameter* parameter = nullptr;
  Spread learnt;  ///< canonical unit
};

struct CalibrationSummary {
  std::vector<ParameterSummary> parameters;
  std::vector<TargetSummary> targets;
};

CalibrationSummary summary_of(const scenarios::Calibration& calibration,
                              const calibration::Outcome& outcome);

}  // namespace skillscale::experiments
