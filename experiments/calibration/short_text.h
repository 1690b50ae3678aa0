// Numbers in messages.
#pragma once

#include <array>
#include <charconv>
#include <string>

namespace skillscale::experiments::calibration {

/// Four significant digits, as in 12.34 or 1.2e+06.
inline std::string short_text(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::general, 4);
  return {buffer.data(), end.ptr};
}

}  // namespace skillscale::experiments::calibration
