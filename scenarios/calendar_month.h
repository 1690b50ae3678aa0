// Calendar months as the language writes them: YYYY-MM.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace skillscale::scenarios {

struct CalendarMonth {
  int year = 2024;
  int month = 1;  ///< 1 to 12
};

/// Nothing if `text` is not YYYY-MM with a year from 1900 to 4600.
std::optional<CalendarMonth> read_calendar_month(std::string_view text);

/// The month that another way of writing a date means: 1.1.2027, 2027-01-15, 2027, 1/2027.
std::optional<CalendarMonth> guess_calendar_month(std::string_view text);

/// "write 2027-01" for a date that can be guessed, else "write the month as in 2026-01".
std::string next_for_month(std::string_view text);

/// The month so many months later.
CalendarMonth later(CalendarMonth month, int months);

/// "2024-01"
std::string to_text(CalendarMonth month);

}  // namespace skillscale::scenarios
