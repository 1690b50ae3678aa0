// Points with one number each, as trees and boxes read them: columns, without undefined points.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

struct Samples {
  std::vector<std::vector<double>> columns;  ///< factor, sample; a position where it has choices
  std::vector<std::size_t> choices;          ///< of each factor; 0 where it has numbers
  std::vector<double> y;                     ///< the outcome, or 1 for a case of interest, else 0

  std::size_t size() const { return y.size(); }
  std::size_t factors() const { return columns.size(); }
};

/// @param y  a number per point of the table; NaN leaves a point out
Samples samples_of(const PointTable& table, const std::vector<double>& y);

}  // namespace skillscale::experiments::analysis
