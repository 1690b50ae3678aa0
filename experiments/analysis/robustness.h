// Decisions under deep uncertainty: how a package does over futures that nobody can rank.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "experiments/analysis/label.h"

namespace skillscale::experiments::analysis {

enum class Aim : unsigned char { Larger, Smaller };

/// What a package reaches over all futures, in the outcome's unit.
struct Robustness {
  double worst = 0, mean = 0, best = 0;
  double largest_regret = 0;  ///< Savage's regret: distance to the best package of each future
  double mean_regret = 0;
  double regret_90 = 0;     ///< 90 % quantile of the regrets
  double satisfied = 0;     ///< share of futures in which the condition holds; NaN without one
  double best_of_all = 0;   ///< share of futures in which no package does better
  std::size_t futures = 0;  ///< with a defined outcome of every package
};

/// One entry per package. A future in which some package has no defined outcome is left out.
///
/// @param outcomes  package, future
std::vector<Robustness> robustness(const std::vector<std::vector<double>>& outcomes, Aim aim,
                                   const std::optional<Condition>& condition);

/// Regret of a package in a future: how much better the best package does there; never below 0.
std::vector<std::vector<double>> regrets(const std::vector<std::vector<double>>& outcomes, Aim aim);

/// Whether no other candidate is at least as good in every goal and better in one.
///
/// @param goals  candidate, goal; larger is better
std::vector<bool> pareto(const std::vector<std::vector<double>>& goals);

}  // namespace skillscale::experiments::analysis
