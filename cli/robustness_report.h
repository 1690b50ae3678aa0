// Robust decisions for people and programs: packages, outcomes, futures.
#pragma once

#include <string>
#include <vector>

#include "experiments/analysis/futures.h"
#include "experiments/analysis/robustness.h"

namespace skillscale::cli {

/// One outcome as a goal.
struct Goal {
  std::size_t outcome = 0;
  experiments::analysis::Aim aim = experiments::analysis::Aim::Larger;
  std::optional<experiments::analysis::Condition> condition;
  std::vector<std::vector<double>> values;                  ///< package, future
  std::vector<experiments::analysis::Robustness> packages;  ///< in the order of the futures
};

struct RobustnessReport {
  const experiments::analysis::PointTable& table;
  std::size_t year = 0;
  experiments::analysis::Futures futures;
  std::vector<Goal> goals;
  std::vector<bool> is_pareto;  ///< by worst case of every goal: no package is better in all
};

std::string robustness_text(const RobustnessReport& report);
std::string robustness_json(const RobustnessReport& report);

/// Packages by futures: package,future,outcome,value,regret, and the values of the other factors.
std::string robustness_csv(const RobustnessReport& report);

/// For every goal and package the range over futures with its mean, and the largest regret.
std::string robustness_picture(const RobustnessReport& report);

}  // namespace skillscale::cli
