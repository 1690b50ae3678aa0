#include "output/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace skillscale::output {

std::string number_text(double value) {
  std::array<char, 32> text{};
  // Whole numbers are counts and seeds: no exponent for them as long as they are exact.
  const bool is_plain = std::abs(value) < 0x1p53 && std::trunc(value) == value;
  const auto format = is_plain ? std::chars_format::fixed : std::chars_format::general;
  const auto end = std::isnan(value) ? std::to_chars(text.begin(), text.end(), std::abs(value))
                                     : std::to_chars(text.begin(), text.end(), value, format);
  return std::string(text.begin(), end.ptr);
}

}  // namespace skillscale::output
