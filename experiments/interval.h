// What a number is over runs: median, mean and the range that holds 90 % of the runs.
#pragma once

#include <vector>

namespace skillscale::experiments {

struct Interval {
  double low = 0, median = 0, high = 0, mean = 0;  ///< 5 %, 50 %, 95 %; NaN when not defined
  long long runs = 0;                              ///< in which it is defined
  long long above_zero = 0;                        ///< of these
  long long losing = 0;                            ///< of these below models::worse_off_tolerance
};

/// NaN values are left out; without any number low, median, high and mean are NaN.
Interval interval_of(std::vector<double> values);

}  // namespace skillscale::experiments
