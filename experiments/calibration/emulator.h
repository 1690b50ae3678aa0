// A cheap stand-in for one output of a simulator: linear trend and Gaussian process (Matern 5/2,
// one length per parameter) through the points simulated so far.
//
// Making one costs O(points^3) some hundred times; a prediction O(points^2). Immutable; any thread.
// Literature: Rasmussen and Williams 2006, chapters 2 and 5; Vernon, Goldstein and Bower 2010.
#pragma once

#include <span>
#include <vector>

#include "experiments/cholesky.h"
#include "experiments/designs/latin_hypercube.h"

namespace skillscale::experiments::calibration {

struct Prediction {
  double mean = 0;
  double variance = 0;  ///< of the mean: how unsure the emulator is, replicates not counted
};

/// How well an emulator predicts each of its points from all others.
struct CrossValidation {
  double explained = 0;     ///< share of the variance of the points, at most 1
  double standardised = 0;  ///< root mean square of errors over their expected size; 1 is ideal
};

class Emulator {
 public:
  /// @param points    at least two more than parameters
  /// @param values    the output at each point, mean over its replicates; finite
  /// @param variance  of such a mean, from replicates
  Emulator(Design points, std::vector<double> values, double variance);

  Prediction predict(std::span<const double> point) const;
  const CrossValidation& cross_validation() const { return cross_validation_; }

 private:
  struct Process {
    double signal = 1;            ///< variance of the process
    std::vector<double> lengths;  ///< one per parameter
  };

  void fit_trend();
  void fit_process();
  double trend(std::span<const double> point) const;
  Cholesky factor(const Process& process) const;
  double log_likelihood(const Process& process) const;
  void validate();

  Design points_;
  std::vector<double> values_, residuals_;
  double noise_;
  std::vector<double> coefficients_;  ///< of the trend: constant, then one per parameter
  Process process_;
  Cholesky factor_;
  std::vector<double> weights_;
  CrossValidation cross_validation_;
};

}  // namespace skillscale::experiments::calibration
