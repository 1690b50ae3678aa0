#include "viz/report/trailing_mean.h"

#include <limits>

namespace skillscale::report {
namespace {

/// Sums anew for every month: a running sum of money would drift over long horizons.
double mean_to(const Marginal& marginal, const std::vector<double>& values, std::size_t at,
               std::size_t window) {
  double sum = 0;
  for (std::size_t back = 0; back < window; ++back) sum += values[at - back * marginal.samples];
  return sum / static_cast<double>(window);
}

std::vector<double> means(const Marginal& marginal, const std::vector<double>& values,
                          std::size_t window) {
  std::vector<double> made(values.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t cell = 0; cell < marginal.cells; ++cell) {
    for (std::size_t month = window - 1; month < marginal.months; ++month) {
      for (std::size_t sample = 0; sample < marginal.samples; ++sample) {
        const auto at = marginal.at(cell, month) + sample;
        made[at] = mean_to(marginal, values, at, window);
      }
    }
  }
  return made;
}

}  // namespace

Marginal trailing_mean(const Marginal& marginal, std::size_t window) {
  Marginal made = marginal;
  made.scenario = means(marginal, marginal.scenario, window);
  for (std::size_t r = 0; r < marginal.difference.size(); ++r) {
    made.difference[r] = means(marginal, marginal.difference[r], window);
  }
  return made;
}

}  // namespace skillscale::report
