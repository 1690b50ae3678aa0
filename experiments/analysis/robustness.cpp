#include "experiments/analysis/robustness.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "experiments/analysis/resample.h"

namespace skillscale::experiments::analysis {
namespace {

using Rows = std::vector<std::vector<double>>;

/// The futures in which every package has a defined outcome.
Rows defined(const Rows& outcomes) {
  Rows kept(outcomes.size());
  for (std::size_t future = 0; future < outcomes.front().size(); ++future) {
    const bool is_whole = std::none_of(outcomes.begin(), outcomes.end(), [&](const auto& package) {
      return std::isnan(package[future]);
    });
    for (std::size_t package = 0; is_whole && package < kept.size(); ++package)
      kept[package].push_back(outcomes[package][future]);
  }
  return kept;
}

double mean_of(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

double share_of(std::size_t count, std::size_t all) {
  return static_cast<double>(count) / static_cast<double>(all);
}

}  // namespace

Rows regrets(const Rows& outcomes, Aim aim) {
  Rows all = outcomes;
  for (std::size_t future = 0; future < outcomes.front().size(); ++future) {
    double best = outcomes.front()[future];
    for (const auto& package : outcomes)
      best = aim == Aim::Larger ? std::max(best, package[future]) : std::min(best, package[future]);
    for (auto& package : all) package[future] = std::abs(best - package[future]);
  }
  return all;
}

std::vector<Robustness> robustness(const Rows& outcomes, Aim aim,
                                   const std::optional<Condition>& condition) {
  const Rows kept = defined(outcomes);
  std::vector<Robustness> all(outcomes.size());
  if (kept.front().empty()) return all;
  const Rows regret = regrets(kept, aim);
  for (std::size_t package = 0; package < kept.size(); ++package) {
    const auto& values = kept[package];
    auto& one = all[package];
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    one.worst = aim == Aim::Larger ? *least : *most;
    one.best = aim == Aim::Larger ? *most : *least;
    one.mean = mean_of(values);
    one.largest_regret = *std::max_element(regret[package].begin(), regret[package].end());
    one.mean_regret = mean_of(regret[package]);
    one.regret_90 = quantile(regret[package], 0.9);
    one.futures = values.size();
    const auto without_regret = std::count(regret[package].begin(), regret[package].end(), 0.0);
    one.best_of_all = share_of(static_cast<std::size_t>(without_regret), values.size());
    one.satisfied = undefined;
    if (!condition) continue;
    const auto held = std::count_if(values.begin(), values.end(),
                                    [&](double value) { return condition->holds(value); });
    one.satisfied = share_of(static_cast<std::size_t>(held), values.size());
  }
  return all;
}

std::vector<bool> pareto(const Rows& goals) {
  const auto dominates = [](const std::vector<double>& one, const std::vector<double>& other) {
    bool is_better = false;
    for (std::size_t g = 0; g < one.size(); ++g) {
      if (one[g] < other[g]) return false;
      is_better = is_better || one[g] > other[g];
    }
    return is_better;
  };
  std::vector<bool> all;
  for (const auto& candidate : goals) {
    all.push_back(std::none_of(goals.begin(), goals.end(),
                               [&](const auto& other) { return dominates(other, candidate); }));
  }
  return all;
}

}  // namespace skillscale::experiments::analysis
