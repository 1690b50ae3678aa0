#include "output/calendar.h"

#include <chrono>

namespace skillscale::output {
namespace {

std::chrono::year_month month_at(const Layout& layout, int offset) {
  const std::chrono::year_month start{
      std::chrono::year{layout.start_year},
      std::chrono::month{static_cast<unsigned>(layout.start_month)}};
  return start + std::chrono::months{offset * layout.month_step};
}

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::vector<std::string> month_labels(const Layout& layout) {
  std::vector<std::string> labels;
  for (int offset = 0; offset < layout.months; ++offset) {
    const auto month = month_at(layout, offset);
    labels.push_back(padded(static_cast<int>(month.year()), 4) + "-" +
                     padded(static_cast<int>(static_cast<unsigned>(month.month())), 2));
  }
  return labels;
}

std::vector<std::int32_t> month_days(const Layout& layout) {
  std::vector<std::int32_t> days;
  for (int offset = 0; offset < layout.months; ++offset) {
    const std::chrono::sys_days first{month_at(layout, offset) / std::chrono::day{1}};
    days.push_back(static_cast<std::int32_t>(first.time_since_epoch().count()));
  }
  return days;
}

}  // namespace skillscale::output
