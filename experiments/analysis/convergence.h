// Are these enough runs? An interval shrinks with the root of the number of points, so its width
// says how many would do.
#pragma once

#include <cstddef>

#include "experiments/analysis/estimate.h"

namespace skillscale::experiments::analysis {

/// What is asked of the widest interval of a measure.
struct Precision {
  double half_width = 0.05;       ///< at most this ...
  bool is_relative = false;       ///< ... or this share of the largest estimate's size
  bool in_powers_of_two = false;  ///< round the advice up to a power of two
};

struct Convergence {
  bool is_enough = true;
  std::size_t factor = 0;         ///< the one with the widest interval
  double half_width = undefined;  ///< of it
  double wanted = undefined;      ///< the largest half width that is enough
  std::size_t units_wanted = 0;   ///< points, paths or groups that would probably do
};

/// About the first measure of an analysis. Enough if nothing is defined.
Convergence convergence(const Sensitivity& found, const Precision& precision);

}  // namespace skillscale::experiments::analysis
