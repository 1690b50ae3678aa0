#include "experiments/interval.h"

#include <algorithm>
#include <cmath>

#include "models/indicators.h"

namespace skillscale::experiments {
namespace {

double quantile(const std::vector<double>& sorted, double q) {
  const double at = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Interval interval_of(std::vector<double> values) {
  std::erase_if(values, [](double v) { return std::isnan(v); });
  if (values.empty()) return {NAN, NAN, NAN, NAN, 0, 0, 0};
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double v : values) sum += v;
  return {quantile(values, 0.05),
          quantile(values, 0.5),
          quantile(values, 0.95),
          sum / static_cast<double>(values.size()),
          static_cast<long long>(values.size()),
          std::count_if(values.begin(), values.end(), [](double v) { return v > 0; }),
          std::count_if(values.begin(), values.end(),
                        [](double v) { return v < models::worse_off_tolerance; })};
}

}  // namespace skillscale::experiments
