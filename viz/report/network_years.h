// The partnership graph of a result file, year by year, for the page.
#pragma once

#include "output/result_file.h"
#include "viz/report/parameter_rows.h"
#include "viz/report/slices.h"

namespace skillscale::report {

/// What the graph of the scenario's first run says at each year's end: a list of
/// {year, partnerships}, each partnership with its number, name and type where the scenario gives
/// them, origin, occupation, seats a year, trust from 0 to 1, month it began, and the number of its
/// training centre or null. Empty where the file has no graphs.
///
/// @param rows  of the result's parameter table
/// @throws StorageError  if the result is damaged
Json network_years(const output::ResultReader& result, const std::vector<ParameterRow>& rows);

}  // namespace skillscale::report
