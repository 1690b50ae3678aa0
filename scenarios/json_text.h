// Small pieces of JSON and of number text shared by the printers of this folder.
#pragma once

#include <string>
#include <string_view>

namespace skillscale::scenarios {

/// `text` as a JSON string with quotes; bytes that are no UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// Shortest decimal text that reads back as the same number ("0.3", "1500", "1e9").
std::string number_text(double value);

/// Six significant digits, for messages about computed values.
std::string rounded_text(double value);

}  // namespace skillscale::scenarios
