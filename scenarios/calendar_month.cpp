#include "scenarios/calendar_month.h"

namespace skillscale::scenarios {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool has_form(std::string_view text) {
  constexpr std::string_view form = "dddd-dd";
  if (text.size() != form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form[at] == 'd' ? !is_digit(text[at]) : text[at] != '-') return false;
  }
  return true;
}

}  // namespace

std::optional<CalendarMonth> read_calendar_month(std::string_view text) {
  if (!has_form(text)) return std::nullopt;
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  const CalendarMonth read{digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
                           digit(5) * 10 + digit(6)};
  const bool is_usable =
      read.month >= 1 && read.month <= 12 && read.year >= 1900 && read.year <= 4600;
  return is_usable ? std::optional(read) : std::nullopt;
}

std::string to_text(CalendarMonth month) {
  std::string text = std::to_string(month.year) + "-00";
  text[text.size() - 2] = static_cast<char>('0' + month.month / 10);
  text[text.size() - 1] = static_cast<char>('0' + month.month % 10);
  return text;
}

}  // namespace skillscale::scenarios
