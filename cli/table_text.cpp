#include "cli/table_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/number_words.h"

namespace skillscale::cli {
namespace {

using experiments::Headline;
using experiments::Interval;

double shown(const Headline& headline, double value) {
  return headline.is_share ? 100 * value : value;
}

/// Differences have the decimals of the number they belong to, unless they are larger; a gain has
/// none but itself.
int decimals_of(const Headline& headline, const Interval& interval) {
  double size = 0;
  const auto grow = [&](const Interval& of) {
    for (const double value : {of.low, of.median, of.high}) {
      if (!std::isnan(value)) size = std::max(size, std::fabs(shown(headline, value)));
    }
  };
  grow(interval);
  if (!headline.is_pair) grow(headline.scenario);
  if (!headline.is_share) return decimals_for(size);
  constexpr double full_percent = 1, tenth = 0.1;
  return size >= full_percent ? 1 : size >= tenth ? 2 : 3;  // two digits that mean something
}

}  // namespace

std::string scope(const Table& table) { return table.has_draws ? "" : " (over replicates only)"; }

const Headline* find(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.headlines.begin(), table.headlines.end(),
                                  [&](const Headline& headline) { return headline.name == name; });
  return found == table.headlines.end() ? nullptr : &*found;
}

const Interval* against(const Headline* headline, const std::string& reference) {
  if (headline == nullptr) return nullptr;
  for (const auto& [name, interval] : headline->difference) {
    if (name == reference) return &interval;
  }
  return nullptr;
}

std::vector<std::string> references_of(const Table& table) {
  std::vector<std::string> names;
  if (table.headlines.empty()) return names;
  for (const auto& [name, interval] : table.headlines.front().difference) names.push_back(name);
  return names;
}

bool is_share_of_pair(const Headline& headline) {
  return headline.is_pair && headline.is_share && headline.name != "nobody_worse_off";
}

std::string line(const std::string& label, const std::string& median, const std::string& range) {
  auto text = fmt::format("{:<58}{:>12}   {}", label, median, range);
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

std::string row(const Table& table, const Headline& headline, const Interval& interval,
                const std::string& label, Words words) {
  if (std::isnan(interval.median)) return line(label, "-", "not defined in this horizon");
  const int decimals = decimals_of(headline, interval);
  const auto say = [&](double value) { return words(shown(headline, value), decimals); };
  const bool has_range = table.runs > 1 && !std::isnan(interval.low);
  return line(label, say(interval.median),
              has_range ? say(interval.low) + " to " + say(interval.high) : "");
}

std::string heading(const std::string& title, const Table& table) {
  return "\n" + line(title, "median", table.runs > 1 ? "90 % of the runs" : "");
}

std::string wrapped(const std::vector<std::string>& items, const std::string& indent) {
  constexpr std::size_t widest = 96;
  std::string text, current = indent;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : ".");
    if (current.size() > indent.size() && current.size() + item.size() >= widest) {
      text += current + "\n";
      current = indent;
    }
    current += (current.size() > indent.size() ? " " : "") + item;
  }
  return text + current + "\n";
}

std::string of_runs(long long count, long long runs) {
  return fmt::format("{} of {} runs", count, runs);
}

}  // namespace skillscale::cli
