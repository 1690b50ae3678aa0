// Approximate Bayesian computation by sequential Monte Carlo: particles with weights that come
// nearer to the observations from generation to generation.
//
// A point is simulated, the error of the observation is added to its outputs, and it is taken if
// its distance is within the tolerance: with a tolerance of 0 that is the exact posterior
// (Wilkinson 2013). Proposals move a particle by a normal kernel of twice the weighted variance
// (Beaumont et al. 2009), weights correct for the kernel (Toni et al. 2009).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "experiments/calibration/history_matching.h"
#include "experiments/calibration/point_book.h"
#include "experiments/calibration/problem.h"

namespace skillscale::experiments::calibration {

struct Particle {
  std::size_t point = 0;  ///< position among the points of the book
  double weight = 0;      ///< all sum to 1
  double distance = 0;    ///< in standard deviations of a target, root mean square
};

struct Generation {
  double tolerance = 0;   ///< infinite in the first
  double acceptance = 0;  ///< share of the simulated points that were taken
  double effective = 0;   ///< particles that the weights are worth
  std::vector<Particle> particles;
};

/// Generations that were taken, and why there are no more.
struct Posterior {
  std::vector<Generation> generations;
  std::string end;
  bool is_stopped = false;
};

/// @param tell  takes a line about every generation; may be empty
/// @throws InputError  naming the target that keeps the particles away, if none comes within the
/// cut
Posterior sample_posterior(const Problem& problem, const Settings& settings, PlausibleSpace& space,
                           PointBook& book,
                           const std::function<void(const std::string&)>& tell = {});

/// 1 / (sum of squared weights) of weights that sum to 1.
double effective_size(const std::vector<Particle>& particles);

}  // namespace skillscale::experiments::calibration
