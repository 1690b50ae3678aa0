// How a row of the table reads in messages and listings.
#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

std::string range_text(const models::ParameterDecl& row) {
  const std::string unit = row.unit == "1" ? "" : " " + std::string(row.unit);
  const std::string low = number_text(row.allowed_low);
  if (row.allowed_high >= unlimited) return low + " or more" + unit + ", or unlimited";
  return low + " to " + number_text(row.allowed_high) + unit;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view choices) {
  std::vector<std::string_view> words;
  while (!choices.empty()) {
    const auto end = choices.find(' ');
    if (end != 0) words.push_back(choices.substr(0, end));
    choices.remove_prefix(end == std::string_view::npos ? choices.size() : end + 1);
  }
  return words;
}

std::string allowed_text(const models::ParameterDecl& row) {
  switch (row.kind) {
    case models::ValueKind::Real:
      return range_text(row);
    case models::ValueKind::Whole:
      return "whole numbers, " + range_text(row);
    case models::ValueKind::Switch:
      return "on or off";
    case models::ValueKind::Choice:
      return name_list(words_of(row.choices), 30);
    case models::ValueKind::List:
      return "a list of: " + name_list(words_of(row.choices), 30);
    case models::ValueKind::Reference:
      return "a name in " + std::string(naming_section(row.axis)) +
             (row.allowed_low < 0 ? ", or none" : "");
    case models::ValueKind::References:
      return "a list of names in " + std::string(naming_section(row.axis));
    case models::ValueKind::Month:
      return "YYYY-MM, or never";
    case models::ValueKind::Text:
      return "a text";
  }
  return "";
}

std::span<const std::string_view> value_keys() {
  static constexpr std::array<std::string_view, 8> keys{"value",  "low",  "high",       "unit",
                                                        "source", "year", "confidence", "note"};
  return keys;
}

std::span<const std::string_view> confidence_words() {
  static constexpr std::array<std::string_view, 4> words{"high", "medium", "estimate",
                                                         "definition"};
  return words;
}

std::string_view confidence_word(models::Confidence confidence) {
  return confidence_words()[static_cast<std::size_t>(confidence)];
}

}  // namespace skillscale::scenarios
