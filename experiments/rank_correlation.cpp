#include "experiments/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "experiments/analysis/ranks.h"
#include "sim/math.h"

namespace skillscale::experiments {
namespace {

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double middle = 0.5 * static_cast<double>(x.size() + 1);
  double both = 0, of_x = 0, of_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    both += (x[i] - middle) * (y[i] - middle);
    of_x += (x[i] - middle) * (x[i] - middle);
    of_y += (y[i] - middle) * (y[i] - middle);
  }
  return both / std::sqrt(of_x * of_y);
}

}  // namespace

double rank_correlation(std::span<const double> x, std::span<const double> y) {
  std::vector<double> left, right;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    left.push_back(x[i]);
    right.push_back(y[i]);
  }
  if (left.size() < 3) return std::numeric_limits<double>::quiet_NaN();
  return correlation(analysis::ranks_of(left), analysis::ranks_of(right));
}

double chance_limit(std::size_t pairs, std::size_t comparisons) {
  const double tail = 0.05 / (2 * static_cast<double>(comparisons));
  const double limit =
      sim::math::inverse_normal(1 - tail) / std::sqrt(static_cast<double>(pairs - 1));
  return std::min(1.0, limit);
}

}  // namespace skillscale::experiments
