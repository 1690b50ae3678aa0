// Just enough UTF-8: is it valid, and how many characters is it.
#pragma once

#include <cstddef>
#include <string_view>

namespace skillscale::scenarios {

/// Length in bytes of the well-formed sequence that starts at `at`; 0 if there is none (overlong
/// forms, surrogates and values above U+10FFFF are not well formed).
std::size_t utf8_length(std::string_view text, std::size_t at);

/// Number of characters in the first `bytes` bytes.
int character_count(std::string_view text, std::size_t bytes);

}  // namespace skillscale::scenarios
