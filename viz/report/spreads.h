// Quantiles of marginals and headlines as JSON, rounded to six significant digits.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "viz/report/marginals.h"

namespace skillscale::report {

using Json = nlohmann::ordered_json;

/// The number with six significant digits; null for NaN and infinities; whole numbers without a
/// point.
Json rounded(double value);

/// What a slice holds beside its median and bands.
struct SliceKind {
  bool is_flow = false;    ///< also the sums over all months
  std::size_t year = 0;    ///< a flow's stored months of a year, for means over them; 0: no means
  bool has_months = true;  ///< false: a flow that has means leaves its single months out
  bool has_series = true;  ///< false: a flow's sums over all months and nothing else
};

/// `slice` of the page's format: quantiles over the samples of every cell that is not zero
/// throughout.
///
/// @param shares  an odd number of quantiles, the median in the middle
Json slice_json(const Marginal& marginal, std::span<const std::string> references,
                std::span<const double> shares, const SliceKind& kind);

/// {low, median, high, mean, mode, mode_share, known, above, losing} of one number per sample; NaN
/// is left out. `known` counts the samples that have a number, `above` those above zero, `losing`
/// those of a gain below what counts as being worse off.
Json spread_json(std::vector<double> sample);

}  // namespace skillscale::report
