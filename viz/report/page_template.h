// The page without its result, as built by viz/page.
#pragma once

#include <string_view>

namespace skillscale::report {

/// HTML text in UTF-8 with the marks `{{result}}`, `{{analyses}}` and `{{live}}`, in this order,
/// where their JSON belongs, each once.
std::string_view page_template();

}  // namespace skillscale::report
