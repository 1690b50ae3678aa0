// A plan as a table of commas: a line per point, a column per factor. Also how designs are printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiments/designs/design.h"
#include "scenarios/fault.h"

namespace skillscale::experiments {

/// One field of the table as it was written, without its quotes.
struct PlanCell {
  std::string text;
  int line = 0, column = 0;  ///< from 1; columns count characters
};

struct Plan {
  std::vector<PlanCell> names;                ///< of the columns
  std::vector<std::vector<PlanCell>> points;  ///< as many cells each as there are names
  std::string file;

  scenarios::Place place(const PlanCell& cell) const;
};

/// Reads commas, quotes ("a, b" and "" inside) and either line end. Empty lines and lines that
/// begin with # are passed over. What is wrong becomes a fault: no header, an empty or repeated
/// name, a line with more or fewer cells, a quote that does not end.
Plan read_plan(std::string_view text, std::string_view file, scenarios::Faults& faults);

/// The number in a cell; NaN and a fault if there is none.
double number_of(const Plan& plan, const PlanCell& cell, const std::string& factor,
                 scenarios::Faults& faults);

/// A field as it stands in a table of commas: with quotes where it needs them.
std::string csv_field(std::string_view text);

/// A header and a line per point, with as many digits as give the numbers back exactly.
std::string plan_csv(const std::vector<std::string>& names, const Design& points);

}  // namespace skillscale::experiments
