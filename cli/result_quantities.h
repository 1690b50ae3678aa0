// Numbers of a result that can be compared: one per run for each headline and each total.
#pragma once

#include <string>
#include <vector>

#include "output/result_file.h"

namespace skillscale::cli {

/// One number per run. `values` has draws x replicates entries, the replicate fastest; NaN where a
/// run does not define it.
struct Quantity {
  std::string name;       ///< of the indicator
  std::string span;       ///< "headline", "last year", "whole horizon" or "at the end"
  std::string against;    ///< the reference world, for headlines about a pair of worlds
  std::string long_name;  ///< a phrase for people
  std::string units;      ///< "1" for numbers without a unit
  bool is_share = false;  ///< of one; people read it in percent
  std::vector<double> values;

  bool is_same_as(const Quantity& other) const {
    return name == other.name && span == other.span && against == other.against;
  }
};

/// All headlines that can be subtracted, one for every reference world where they are about a pair.
std::vector<Quantity> headline_quantities(const output::ResultReader& result);

/// Sums over all cells of the monthly indicators: flows over the last twelve months and over the
/// whole horizon, stocks at the end. Flows are left out where not every month is stored; prices,
/// means and shares always, because they do not add up.
///
/// Memory: one replicate of one indicator.
std::vector<Quantity> total_quantities(const output::ResultReader& result);

/// The one with the name, span and reference world of `like`; nullptr if there is none.
const Quantity* find(const std::vector<Quantity>& among, const Quantity& like);

}  // namespace skillscale::cli
