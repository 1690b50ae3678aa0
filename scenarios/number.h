// Decimal numbers as the scenario language writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace skillscale::scenarios {

/// A number at the front of a text and the length it takes; or the reason why there is none.
struct NumberReading {
  std::optional<double> value;
  std::size_t length = 0;
  std::string problem, next;
};

/// "200000" of "200.000 persons": the number that a point between groups of three digits may mean.
/// Nothing for a text that is not grouped so.
std::optional<std::string> without_thousands_points(std::string_view text);

/// Reads digits with an optional sign, decimal point and exponent. No thousands separators, no
/// hexadecimal, no NaN, no infinity; a number too large for a double is refused.
NumberReading read_number(std::string_view text);

}  // namespace skillscale::scenarios
