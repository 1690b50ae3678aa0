// How much of what an outcome varies is chance, and how much of it common random numbers take out.
#pragma once

#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Shares of an outcome's variance over all runs, from points x replicates in two ways.
struct SeedShare {
  bool is_known = false;   ///< two replicates and two points at least, all defined, some variance
  double points = 0;       ///< from the factors
  double replicates = 0;   ///< from the replicate, the same at every point: cancels between points
  double interaction = 0;  ///< from the replicate, different at every point: does not cancel
  double of_means = 0;     ///< share of the variance between replicate means that is chance
};

/// Points with an undefined replicate are left out. Components by analysis of variance, none
/// below 0.
SeedShare seed_share(const PointTable& table, std::size_t outcome, std::size_t year);

}  // namespace skillscale::experiments::analysis
