// The parameters of a run as a table: value, range, unit, source with title and address.
#pragma once

#include <string>

#include "scenarios/scenario.h"

namespace skillscale::experiments {

/// @param sources_csv  list of sources with the columns key,title,url; unknown keys stay without
/// title
/// @return header
/// `path,value,low,high,unit,source,source_title,source_url,year,confidence,standard,meaning`, then
/// a line per parameter
std::string parameters_csv(const scenarios::Scenario& scenario, const std::string& sources_csv);

}  // namespace skillscale::experiments
