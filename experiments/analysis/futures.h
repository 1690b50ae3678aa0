// Packages by futures: the points of an experiment as a table of what was decided against what was
// not in anybody's hands.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Which point stands for a package in a future.
struct Futures {
  std::vector<std::size_t> decisions;  ///< factors that make a package
  std::vector<std::string> packages;   ///< named by their choices or values
  std::size_t futures = 0;             ///< combinations of all other factors with every package
  std::size_t left_out = 0;            ///< combinations without some package
  std::vector<std::size_t> points;     ///< package, future

  std::size_t point(std::size_t package, std::size_t future) const {
    return points[package * futures + future];
  }
};

/// Parts the points by these factors. Packages and futures keep the order of the points.
///
/// @throws sim::InputError  if there are fewer than two packages, or no future has all of them
Futures futures_of(const PointTable& table, const std::vector<std::size_t>& decisions);

/// package, future: mean over the replicates
std::vector<std::vector<double>> outcomes_of(const Futures& futures, const PointTable& table,
                                             std::size_t outcome, std::size_t year);

}  // namespace skillscale::experiments::analysis
