// The sub-models, one row each: what the rule does, where it is simplified, and which parameters
// belong to it. The ODD text is derived from these rows and from the other tables.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace skillscale::models {

struct SubModelRow {
  std::string_view title;
  std::string_view file;        ///< where the rule stands
  std::string_view rule;        ///< the rule in words and formulas
  std::string_view simplified;  ///< what is simpler than the design asks, or empty
  std::string_view prefixes;    ///< path prefixes of its parameters, blank separated
};

std::span<const SubModelRow> sub_model_table();

}  // namespace skillscale::models
