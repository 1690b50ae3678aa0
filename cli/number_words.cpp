#include "cli/number_words.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace skillscale::cli {
namespace {

void group_thousands(std::string& digits) {
  const auto point = digits.find('.');
  const auto whole = point == std::string::npos ? digits.size() : point;
  constexpr std::size_t least = 5;
  if (whole < least) return;
  for (std::size_t at = whole - 3; at > 0; at = at > 3 ? at - 3 : 0) digits.insert(at, " ");
}

/// The digits of a number without its sign; `is_zero` where rounding leaves nothing.
std::string digits_of(double value, int decimals, bool& is_zero) {
  auto digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
  is_zero = digits.find_first_of("123456789") == std::string::npos;
  group_thousands(digits);
  return digits;
}

std::string with_prefix(double value, int decimals, const char* plus) {
  if (std::isnan(value)) return "-";
  bool is_zero = false;
  auto digits = digits_of(value, decimals, is_zero);
  if (is_zero) return digits;
  return (value < 0 ? "-" : plus) + digits;
}

}  // namespace

std::string grouped(double value, int decimals) { return with_prefix(value, decimals, ""); }

std::string with_sign(double value, int decimals) { return with_prefix(value, decimals, "+"); }

int decimals_for(double size) {
  const double magnitude = std::fabs(size);
  if (magnitude >= 100 || magnitude == 0) return 0;
  if (magnitude >= 10) return 1;
  return magnitude >= 1 ? 2 : 3;
}

std::string in_millions(double value) {
  if (value >= 1e9) return fmt::format("{:.3g} billion", value / 1e9);
  if (value >= 1e6) return fmt::format("{:.3g} million", value / 1e6);
  return grouped(value, 0);
}

std::string in_bytes(std::int64_t bytes) {
  constexpr std::array<const char*, 5> units{"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  // 999.5 would be rounded to four digits.
  while (value >= 999.5 && unit + 1 < units.size()) {
    value /= 1000;
    ++unit;
  }
  const int decimals = unit == 0 ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return fmt::format("{} {}", grouped(value, decimals), units[unit]);
}

std::string duration(double seconds) {
  const auto whole = static_cast<long long>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string run_time(double seconds) {
  return seconds < 0.5 ? "less than a second" : duration(seconds);
}

std::string speed_words(double agent_months, double seconds, const char* before) {
  const double speed = seconds > 0 ? agent_months / seconds : 0;
  if (speed < 1) return "";
  return fmt::format("{}{} agent-months/s", before, in_millions(speed));
}

}  // namespace skillscale::cli
