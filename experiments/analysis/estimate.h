// What analyses say about factors: numbers with intervals, under the names of the field.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace skillscale::experiments::analysis {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// A number and the interval that holds the true one in 95 of 100 experiments.
struct Estimate {
  double value = undefined, low = undefined, high = undefined;
  double half_width() const { return (high - low) / 2; }
};

/// One measure of every factor, in the order of the factors.
struct Measure {
  std::string name;
  std::vector<Estimate> factors;
};

/// What a method says about one outcome in one year.
struct Sensitivity {
  std::vector<Measure> measures;  ///< the first one ranks the factors
  std::size_t units = 0;          ///< points, paths or groups that entered
  std::size_t left_out = 0;       ///< those without a defined outcome
  bool is_constant = false;       ///< the outcome does not vary: no measure is defined
  double explained = undefined;   ///< share of the variance that the method accounts for
};

}  // namespace skillscale::experiments::analysis
