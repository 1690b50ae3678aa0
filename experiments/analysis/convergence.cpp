#include "experiments/analysis/convergence.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace skillscale::experiments::analysis {

Convergence convergence(const Sensitivity& found, const Precision& precision) {
  Convergence result;
  if (found.is_constant || found.measures.empty()) return result;
  double largest = 0, widest = -1;
  const auto& factors = found.measures.front().factors;
  for (std::size_t f = 0; f < factors.size(); ++f) {
    if (std::isnan(factors[f].value)) continue;
    largest = std::max(largest, std::abs(factors[f].value));
    if (factors[f].half_width() <= widest) continue;
    widest = factors[f].half_width();
    result.factor = f;
  }
  if (widest < 0) return result;
  result.half_width = widest;
  result.wanted = precision.half_width * (precision.is_relative ? largest : 1);
  result.is_enough = widest <= result.wanted;
  if (result.is_enough) {
    result.units_wanted = found.units;
    return result;
  }
  const double times = widest / result.wanted;
  const double wanted = std::ceil(static_cast<double>(found.units) * times * times);
  result.units_wanted = static_cast<std::size_t>(std::min(wanted, 1e15));
  if (precision.in_powers_of_two) result.units_wanted = std::bit_ceil(result.units_wanted);
  return result;
}

}  // namespace skillscale::experiments::analysis
