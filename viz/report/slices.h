// Which sums of which variable go into the page, the most needed first, until the budget is spent.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "viz/report/samples.h"
#include "viz/report/spreads.h"

namespace skillscale::report {

/// How a variable adds up: "flow" over cells and months, "stock" over cells, "intensity" over
/// neither. Told from the unit, except for prices.
std::string_view kind_of(const output::Variable& variable);

/// The `variables` of the page's format.
///
/// @param budget  bytes; totals and the breakdowns the page's views need go in whatever it is
/// @param whole   names of variables whose breakdowns all go in, whatever the budget
Json variables_json(const Samples& samples, std::size_t budget,
                    std::span<const std::string> whole = {});

}  // namespace skillscale::report
