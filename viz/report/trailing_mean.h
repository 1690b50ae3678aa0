// Means over the last year of a marginal, replicate by replicate, so that quantiles of means and
// not means of quantiles are drawn.
#pragma once

#include "viz/report/marginals.h"

namespace skillscale::report {

/// The same shape; in each month the mean of that month and the `window - 1` before it, NaN in the
/// first months that have fewer before them. `window` is at least 1.
Marginal trailing_mean(const Marginal& marginal, std::size_t window);

}  // namespace skillscale::report
