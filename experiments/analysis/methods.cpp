#include "experiments/analysis/methods.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "experiments/analysis/elementary_effects.h"
#include "experiments/analysis/importance.h"
#include "experiments/analysis/prcc.h"
#include "experiments/analysis/sobol_indices.h"
#include "sim/parallel.h"

namespace skillscale::experiments::analysis {
namespace {

Sensitivity rank_correlation(const PointTable& table, std::size_t outcome, std::size_t year,
                             std::uint64_t, std::size_t) {
  return partial_rank_correlation(table, outcome, year);
}

/// Every resample is a tree, and more than a hundred change little.
Sensitivity importance(const PointTable& table, std::size_t outcome, std::size_t year,
                       std::uint64_t seed, std::size_t resamples) {
  return tree_importance(table, outcome, year, seed, std::min<std::size_t>(resamples, 100));
}

constexpr std::array all_methods{
    Method{"morris",
           "Elementary effects: which factors matter at all",
           "paths",
           "morris",
           "",
           Layout::Morris,
           true,
           {0.2, true, false},
           elementary_effects},
    Method{"sobol",
           "Sobol indices: which share of the variance comes from which factor",
           "groups",
           "saltelli",
           "first-order effects together",
           Layout::Saltelli,
           true,
           {0.05, false, true},
           sobol_indices},
    Method{"prcc",
           "Partial rank correlations: what rises or falls with a factor, all others held",
           "points",
           "",
           "ranks explained by all factors together",
           Layout::Free,
           true,
           {0.1, false, false},
           rank_correlation},
    Method{"tree",
           "Regression trees: which factors the outcome can be told by",
           "points",
           "",
           "variance explained on points that a tree never saw",
           Layout::Free,
           false,
           {},
           importance},
};

}  // namespace

std::span<const Method> methods() { return all_methods; }

const Method* find_method(std::string_view name) {
  for (const auto& method : all_methods) {
    if (method.name == name) return &method;
  }
  return nullptr;
}

std::vector<const Method*> suited(Layout layout) {
  std::vector<const Method*> found;
  for (const auto& method : all_methods) {
    if (method.layout == layout) found.push_back(&method);
  }
  return found;
}

std::vector<Finding> findings(const PointTable& table, const Method& method,
                              const std::vector<Column>& columns, std::uint64_t seed,
                              std::size_t resamples) {
  std::vector<Finding> all(columns.size());
  sim::for_each_task(columns.size(), [&](std::size_t at) {
    auto& one = all[at];
    one.column = columns[at];
    one.sensitivity = method.analyse(table, columns[at].outcome, columns[at].year, seed, resamples);
    if (method.is_judged) one.convergence = convergence(one.sensitivity, method.precision);
    one.chance = seed_share(table, columns[at].outcome, columns[at].year);
  });
  return all;
}

std::vector<std::size_t> ranking(const Sensitivity& found) {
  const auto& factors = found.measures.front().factors;
  std::vector<std::size_t> order(factors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto size = [&](std::size_t f) {
    return std::isnan(factors[f].value) ? -1 : std::abs(factors[f].value);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return size(a) > size(b); });
  return order;
}

}  // namespace skillscale::experiments::analysis
