#include "cli/world_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/number_words.h"

namespace skillscale::cli {
namespace {

using experiments::Headline;
using experiments::Interval;

/// Headlines that are told in words below the rows.
constexpr std::array told_in_words{
    std::string_view("bottleneck_stage"), std::string_view("last_partnership_end"),
    std::string_view("partnerships_at_end"), std::string_view("origin_net_skilled_stock"),
    std::string_view("origin_preparing_to_leave")};

constexpr std::string_view wait_ending = "_wait_months";

/// A wait that rounds to nothing in all worlds is told in words with the others.
bool is_short(const Interval& wait) {
  constexpr double month_tenth = 0.05;
  return std::isnan(wait.median) || std::fabs(wait.median) < month_tenth;
}

bool is_short_wait(const Headline& headline) {
  return headline.name.ends_with(wait_ending) && is_short(headline.scenario) &&
         std::all_of(headline.difference.begin(), headline.difference.end(),
                     [](const auto& difference) { return is_short(difference.second); });
}

bool is_told_in_words(const Headline& headline) {
  return is_short_wait(headline) || std::find(told_in_words.begin(), told_in_words.end(),
                                              headline.name) != told_in_words.end();
}

bool is_zero(const Interval& interval) { return interval.low == 0 && interval.high == 0; }

/// Zero in the scenario and no different in any reference.
bool says_nothing(const Headline& headline) {
  return !headline.is_pair && is_zero(headline.scenario) &&
         std::all_of(headline.difference.begin(), headline.difference.end(),
                     [](const auto& difference) { return is_zero(difference.second); });
}

std::string unit_of(const Headline& headline) {
  if (headline.is_share) return " (%)";
  return headline.unit.empty() || headline.unit == "1" ? "" : " (" + headline.unit + ")";
}

/// The range excludes zero, and the difference is more than a hundredth of the reference.
bool is_clear(const Headline& headline, const Interval& difference, std::size_t reference) {
  constexpr double least_share = 0.01;
  const bool stands_out = difference.low > 0 || difference.high < 0;
  const double of = reference < headline.reference.size()
                        ? std::fabs(headline.reference[reference].second.median)
                        : 0;
  return stands_out && std::fabs(difference.median) >= least_share * of;
}

/// "Clearly more than pilots_as_today: a, b. Clearly less: c."
std::string comparison(const Table& table, const std::string& reference, std::size_t position) {
  std::vector<std::string> more, less;
  for (const auto& headline : table.headlines) {
    const auto* difference = against(&headline, reference);
    if (headline.is_pair || is_told_in_words(headline) || difference == nullptr) continue;
    if (!is_clear(headline, *difference, position)) continue;
    (difference->low > 0 ? more : less).push_back(headline.long_name);
  }
  if (table.runs < 2) return "";
  constexpr int fewest_runs = 10;
  if (table.runs < fewest_runs) {
    return fmt::format("With fewer than {} runs no difference from {} is called clear.\n",
                       fewest_runs, reference);
  }
  if (more.empty() && less.empty()) {
    return "No difference from " + reference + " of 1 % or more stands out from chance.\n";
  }
  std::string text =
      "Compared with " + reference + ", differences of 1 % and more" + scope(table) + ":\n";
  if (!more.empty())
    text += fmt::format("  clearly more:  {}\n", fmt::join(more, "\n                 "));
  if (!less.empty())
    text += fmt::format("  clearly less:  {}\n", fmt::join(less, "\n                 "));
  return text;
}

std::string bottleneck_words(const Table& table) {
  const auto* stage = find(table, "bottleneck_stage");
  if (stage == nullptr) return "";
  if (stage->word.empty())
    return "Bottleneck: none, because no partnership is at work at the end.\n";
  return "Bottleneck: " + stage->scarce + " (stage " + stage->word +
         ") limit the partnerships at the end,\n  in most runs" + scope(table) + ".\n";
}

/// "Nobody waits long for: a language place, the recognition office."
std::string wait_words(const Table& table) {
  std::vector<std::string> waits;
  for (const auto& headline : table.headlines) {
    if (!is_short_wait(headline) || std::isnan(headline.scenario.median)) continue;
    constexpr std::string_view front = "Wait for ";
    auto what = headline.long_name;
    if (what.starts_with(front)) what = what.substr(front.size());
    waits.push_back(what);
  }
  if (waits.empty()) return "";
  return "Nobody waits long, case work not counted, for:\n" + wrapped(waits, "  ");
}

std::string origin_words(const Table& table) {
  const auto* stock = find(table, "origin_net_skilled_stock");
  const auto* preparing = find(table, "origin_preparing_to_leave");
  if (stock == nullptr || preparing == nullptr) return "";
  std::string text =
      fmt::format("At the origin, qualified, at the end: {}; of these prepare to leave: {}.\n",
                  grouped(stock->scenario.median, 0), grouped(preparing->scenario.median, 0));
  for (const auto& [name, difference] : stock->difference) {
    text += fmt::format("  against {}: {}; {}\n", name, with_sign(difference.median, 0),
                        with_sign(against(preparing, name)->median, 0));
  }
  return text;
}

/// When partnerships ended, if they did.
std::string partnership_words(const Table& table) {
  const auto* at_end = find(table, "partnerships_at_end");
  const auto* last = find(table, "last_partnership_end");
  if (at_end == nullptr || last == nullptr) return "";
  std::string text =
      fmt::format("Partnerships at work at the end: {}", grouped(at_end->scenario.median, 0));
  if (table.runs > 1) {
    text += fmt::format(" ({} to {})", grouped(at_end->scenario.low, 0),
                        grouped(at_end->scenario.high, 0));
  }
  text += ".\n";
  const auto& ended = last->scenario;
  if (ended.runs == 0) return text;
  const int months = table.first_month - 1 + static_cast<int>(ended.median) - 1;
  const auto when = fmt::format("{:04d}-{:02d}", table.first_year + months / 12, months % 12 + 1);
  if (table.runs < 2) return text + "  The last one was at work in " + when + ".\n";
  return text + fmt::format(
                    "  In {} none was left; in half of those the last was at work in {} "
                    "or before.\n",
                    of_runs(ended.runs, table.runs), when);
}

}  // namespace

std::string world_block(const Table& table) {
  std::string text = heading("What the scenario brings", table);
  for (const auto& headline : table.headlines) {
    if (is_told_in_words(headline) || says_nothing(headline)) continue;
    if (headline.is_pair && !is_share_of_pair(headline)) continue;
    const std::string label = headline.long_name + unit_of(headline);
    text +=
        headline.is_pair ? label + "\n" : row(table, headline, headline.scenario, label, grouped);
    for (const auto& [name, difference] : headline.difference) {
      text += row(table, headline, difference, "    against " + name, with_sign);
    }
  }
  text += "\n" + bottleneck_words(table) + wait_words(table) + partnership_words(table) +
          origin_words(table);
  std::size_t position = 0;
  for (const auto& reference : references_of(table))
    text += comparison(table, reference, position++);
  return text;
}

}  // namespace skillscale::cli
