// A table of points from a table of commas, so that anybody's runs can be analysed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiments/analysis/table.h"
#include "scenarios/fault.h"

namespace skillscale::experiments {

/// A line per run, or per run and year. The columns `point`, `replicate` and `year` say what a line
/// belongs to and may be missing: without `point` every line is one of its own, unless `replicate`
/// or `year` is there. `factors` are the columns that were varied, all others are outcomes. A
/// factor with a cell that is no number has choices, in the order in which they are met. An empty
/// outcome is not defined. Shares run over the range of the values, the layout is recognised.
///
/// @param factors  names of columns
/// What is wrong becomes a fault: a name that is no column, a factor that differs within a point.
analysis::PointTable read_point_table_csv(std::string_view text, std::string_view file,
                                          const std::vector<std::string>& factors,
                                          scenarios::Faults& faults);

}  // namespace skillscale::experiments
