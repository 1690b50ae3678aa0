#include "scenarios/number.h"

#include <charconv>
#include <system_error>

namespace skillscale::scenarios {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool starts_like_number(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  if (!text.empty() && text.front() == '.') text.remove_prefix(1);
  return !text.empty() && is_digit(text.front());
}

NumberReading refuse(std::string problem, std::string next) {
  return {std::nullopt, 0, std::move(problem), std::move(next)};
}

}  // namespace

NumberReading read_number(std::string_view text) {
  const std::string shown(text.substr(0, 60));
  if (!starts_like_number(text)) {
    return refuse("is \"" + shown + "\", which is not a number", "write a number such as 0.25");
  }
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) {
    return refuse("is " + shown + ", which no number can hold", "give a number within the range");
  }
  if (error != std::errc()) return refuse("is \"" + shown + "\"", "write a number such as 0.25");
  const auto length = static_cast<std::size_t>(end - text.data());
  const auto rest = text.substr(length);
  if (rest.size() > 1 && rest[0] == ',' && is_digit(rest[1])) {
    return refuse("is \"" + shown + "\", with a comma inside the number",
                  "write 3.5 with a point, and 1200 without a separator");
  }
  if (!rest.empty() && (rest[0] == '_' || rest[0] == '.' || rest[0] == '\'')) {
    return refuse("is \"" + shown + "\", which is not a number", "write 1200 without a separator");
  }
  return {value, length, "", ""};
}

}  // namespace skillscale::scenarios
