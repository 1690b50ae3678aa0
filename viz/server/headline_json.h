// Headlines and their intervals as the server's pages read them.
#pragma once

#include <nlohmann/json.hpp>

#include "experiments/ensemble.h"

namespace skillscale::server {

using Json = nlohmann::ordered_json;

/// {low, median, high, runs}; null for what is not defined.
Json interval_json(const experiments::Interval& interval);

/// [{name, unit, title, scenario, difference: {reference: interval}}]
Json headlines_json(const std::vector<experiments::Headline>& headlines);

/// Text in UTF-8; what is not is replaced.
std::string text_of(const Json& json);

}  // namespace skillscale::server
