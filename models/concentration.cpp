#include "models/concentration.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace skillscale::models {

double herfindahl(std::span<const double> holdings) {
  double sum = 0, squares = 0;
  for (const double held : holdings) {
    sum += held;
    squares += held * held;
  }
  return sum > 0 ? squares / (sum * sum) : 0;
}

double gini(std::vector<double> holdings) {
  std::sort(holdings.begin(), holdings.end());
  const auto count = static_cast<double>(holdings.size());
  double sum = 0, weighted = 0;
  for (std::size_t i = 0; i < holdings.size(); ++i) {
    sum += std::abs(holdings[i]);
    weighted += (2 * static_cast<double>(i) + 1 - count) * holdings[i];
  }
  return sum > 0 ? weighted / (count * sum) : 0;
}

}  // namespace skillscale::models
