// Experiments with test functions in the place of the model.
#pragma once

#include <functional>
#include <string>

#include "experiments/analysis/table.h"
#include "experiments/designs/design.h"

namespace skillscale::experiments::analysis {

using Function = std::function<double(const std::vector<double>&)>;

/// The points of a design with one outcome in one year; factors x1, x2, ... run from 0 to 1.
PointTable experiment(const Design& design, Layout layout, const Function& f);

/// Ishigami's function with a = 7, b = 0.1, its factors mapped from the unit cube.
double ishigami(const std::vector<double>& x);

/// Sobol's g function with coefficients 0, 1, 4.5, 9, 99, 99.
double sobol_g(const std::vector<double>& x);

}  // namespace skillscale::experiments::analysis
