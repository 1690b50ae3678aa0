#include "tests/experiments/analysis/experiment.h"

#include <cmath>
#include <numbers>

namespace skillscale::experiments::analysis {

PointTable experiment(const Design& design, Layout layout, const Function& f) {
  PointTable table;
  for (std::size_t d = 0; d < design.front().size(); ++d)
    table.factors.push_back({"x" + std::to_string(d + 1), "1", {}});
  table.outcomes = {{"y", "1", "Outcome"}};
  table.years = {2030};
  table.layout = layout;
  table.points = design.size();
  table.replicates = 1;
  for (const auto& point : design) {
    table.values.insert(table.values.end(), point.begin(), point.end());
    table.results.push_back(f(point));
  }
  table.shares = table.values;
  return table;
}

double ishigami(const std::vector<double>& x) {
  const auto angle = [&](std::size_t d) { return std::numbers::pi * (2 * x[d] - 1); };
  const double second = std::sin(angle(1));
  return std::sin(angle(0)) + 7 * second * second +
         0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

double sobol_g(const std::vector<double>& x) {
  constexpr double coefficients[] = {0, 1, 4.5, 9, 99, 99};
  double product = 1;
  for (std::size_t d = 0; d < x.size(); ++d)
    product *= (std::abs(4 * x[d] - 2) + coefficients[d]) / (1 + coefficients[d]);
  return product;
}

}  // namespace skillscale::experiments::analysis
