#include "scenarios/calendar_month.h"

#include <vector>

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

/// The numbers of a date with the given sign between them; empty if it is not made so.
std::vector<std::string> parts_of(std::string_view text, char sign) {
  std::vector<std::string> parts(1);
  for (const char letter : text) {
    if (letter == sign) {
      parts.emplace_back();
    } else if (is_digit(letter) && parts.back().size() < 4) {
      parts.back() += letter;
    } else {
      return {};
    }
  }
  return parts;
}

bool is_year(const std::string& part) { return part.size() == 4; }

/// "YYYY-MM" of a year and a month of one or two digits; nothing that can be read otherwise.
std::string month_text(const std::string& year, const std::string& month) {
  return year + (month.size() == 1 ? "-0" : "-") + month;
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

std::optional<CalendarMonth> guess_calendar_month(std::string_view text) {
  for (const char sign : {'.', '-', '/'}) {
    const auto parts = parts_of(text, sign);
    std::string guess;
    if (parts.size() == 1 && is_year(parts[0])) guess = parts[0] + "-01";
    if (parts.size() == 2 || parts.size() == 3) {
      // 1/2/2027 has its month first in one country and second in another.
      const bool is_clear = parts.size() == 2 || sign != '/';
      if (is_year(parts[0]))
        guess = month_text(parts[0], parts[1]);
      else if (is_year(parts.back()) && is_clear)
        guess = month_text(parts.back(), parts[parts.size() - 2]);
    }
    if (const auto month = read_calendar_month(guess)) return month;
  }
  return std::nullopt;
}

std::string next_for_month(std::string_view text) {
  const auto guess = guess_calendar_month(text);
  return guess ? "write " + to_text(*guess) : "write the month as in 2026-01";
}

CalendarMonth later(CalendarMonth month, int months) {
  const int all = 12 * month.year + month.month - 1 + months;
  return {all / 12, all % 12 + 1};
}

std::string to_text(CalendarMonth month) {
  std::string text = std::to_string(month.year) + "-00";
  text[text.size() - 2] = static_cast<char>('0' + month.month / 10);
  text[text.size() - 1] = static_cast<char>('0' + month.month % 10);
  return text;
}

}  // namespace skillscale::scenarios
