// The points of an experiment: its design, laid out, in natural units.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "experiments/analysis/table.h"
#include "scenarios/experiment.h"

namespace skillscale::experiments::sweep {

struct Points {
  std::size_t factors = 0;
  std::vector<double> values;  ///< point, factor; canonical units, positions for words
  std::vector<double> shares;  ///< point, factor; coordinates in the unit cube
  analysis::Layout layout = analysis::Layout::Free;

  std::size_t size() const { return factors == 0 ? 0 : values.size() / factors; }
  std::span<const double> at(std::size_t point) const {
    return std::span(values).subspan(point * factors, factors);
  }
};

/// Lays points out. Those that break a constraint are left out, with their whole group where a
/// design has groups, and the design goes on until as many are found as were asked for.
///
/// @param batches  how many were asked for, at first and by each expansion; ignored where the
///                 design itself says. Points of earlier batches stay where they are
/// @throws sim::InputError  if nothing satisfies the constraints, or a file of the design is wrong
Points make_points(const scenarios::Experiment& experiment, std::span<const std::size_t> batches);

/// The points that an experiment begins with: one batch, of as many as its design asks for.
Points first_points(const scenarios::Experiment& experiment);

/// Whether the design can go on without moving points; if not, why.
std::string expansion_problem(const scenarios::Experiment& experiment);

/// The points as a table of commas, for people and programs.
std::string points_csv(const scenarios::Experiment& experiment, const Points& points);

}  // namespace skillscale::experiments::sweep
