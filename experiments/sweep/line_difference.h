// How two texts differ, line by line.
#pragma once

#include <string>
#include <string_view>

namespace skillscale::experiments::sweep {

/// "NAME:LINE" with lines of the old text behind "-" and those of the new one behind "+"; empty if
/// they are equal. Common beginnings and ends are left out.
std::string line_difference(std::string_view name, std::string_view before, std::string_view after);

}  // namespace skillscale::experiments::sweep
