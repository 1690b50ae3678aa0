#include "output/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace skillscale::output {
namespace {

double interpolate(std::span<const double> sorted, double probability) {
  const double position = static_cast<double>(sorted.size() - 1) * probability;
  const auto below = static_cast<std::size_t>(position);
  const double share = position - static_cast<double>(below);
  // Without this test an infinite neighbour would turn an exact hit into NaN.
  if (share == 0.0) return sorted[below];
  return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

}  // namespace

void quantiles(std::vector<double>& sample, std::span<const double> probabilities,
               std::span<double> result) {
  const auto end =
      std::remove_if(sample.begin(), sample.end(), [](double value) { return std::isnan(value); });
  if (end == sample.begin()) {
    std::fill(result.begin(), result.end(), std::numeric_limits<double>::quiet_NaN());
    return;
  }
  // Most cells of a result are constant over replicates (mostly 0): sorting them would be the bulk
  // of the work.
  if (std::all_of(sample.begin(), end, [&](double value) { return value == sample.front(); })) {
    std::fill(result.begin(), result.end(), sample.front());
    return;
  }
  std::sort(sample.begin(), end);
  const std::span<const double> sorted(sample.begin(), end);
  for (std::size_t rank = 0; rank < probabilities.size(); ++rank) {
    result[rank] = interpolate(sorted, probabilities[rank]);
  }
}

}  // namespace skillscale::output
