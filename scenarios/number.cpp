#include "scenarios/number.h"

#include <algorithm>
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

/// The part of a text that someone may have written as one number: "1.200,50" of "1.200,50 EUR".
std::string_view numeral_of(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of("-0123456789.,_'"), text.size()));
}

std::string without(std::string_view text, std::string_view signs) {
  std::string kept(text);
  std::erase_if(kept, [&](char letter) { return signs.find(letter) != std::string_view::npos; });
  return kept;
}

std::string write_without_separator(std::string_view numeral, std::string_view signs) {
  return "write " + without(numeral, signs) + " without a thousands separator";
}

/// How to write a number with commas: "0.15" for 0,15; "1200.50" for 1.200,50.
std::string next_for_comma(std::string_view numeral) {
  const auto comma = numeral.find(',');
  if (numeral.find(',', comma + 1) != std::string_view::npos)
    return write_without_separator(numeral, ",_'");
  const auto whole = without(numeral.substr(0, comma), "._'");
  const auto part = numeral.substr(comma + 1);
  if (part.find('.') != std::string_view::npos) return write_without_separator(numeral, ",_'");
  const auto decimal = "write " + whole + "." + std::string(part) + " with a point";
  const bool may_be_grouped = part.size() == 3 && whole != "0" && whole != "-0";
  return may_be_grouped
             ? decimal + ", or " + whole + std::string(part) + " if the comma separates thousands"
             : decimal;
}

}  // namespace

std::optional<std::string> without_thousands_points(std::string_view text) {
  const auto end = std::min(text.find(' '), text.size());
  const auto numeral = text.substr(0, end);
  const auto first = std::min(numeral.find('.'), numeral.size());
  if (first < 1 || first > 3 || numeral.front() == '0') return std::nullopt;
  if ((numeral.size() - first) % 4 != 0 || first == numeral.size()) return std::nullopt;
  for (std::size_t at = 0; at < numeral.size(); ++at) {
    const bool is_point_due = at >= first && (at - first) % 4 == 0;
    if (is_point_due ? numeral[at] != '.' : !is_digit(numeral[at])) return std::nullopt;
  }
  return without(numeral, ".");
}

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
                  next_for_comma(numeral_of(text)));
  }
  if (!rest.empty() && (rest[0] == '_' || rest[0] == '.' || rest[0] == '\'')) {
    return refuse("is \"" + shown + "\", which is not a number",
                  write_without_separator(numeral_of(text), "._'"));
  }
  return {value, length, "", ""};
}

}  // namespace skillscale::scenarios
