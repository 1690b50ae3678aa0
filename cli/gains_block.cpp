#include "cli/gains_block.h"

#include <fmt/format.h>

#include <cmath>
#include <utility>
#include <vector>

#include "cli/number_words.h"

namespace skillscale::cli {
namespace {

using experiments::Headline;
using experiments::Interval;

constexpr std::string_view triple_win = "triple_win";
constexpr std::string_view nobody_worse_off = "nobody_worse_off";
constexpr std::string_view present_value = "_present_value";
constexpr std::string_view within_horizon = "_value_within_horizon";

std::string least_favoured(const Table& table, const std::string& reference) {
  std::string name;
  double least = 0;
  for (const auto& [indicator, words] :
       {std::pair{"migrant_gain", "migrants"}, std::pair{"origin_gain", "the origin"},
        std::pair{"destination_gain", "the destination"}}) {
    const auto* gain = against(find(table, indicator), reference);
    if (gain == nullptr || std::isnan(gain->median)) return "";
    if (!name.empty() && gain->median >= least) continue;
    name = words;
    least = gain->median;
  }
  return name;
}

std::string triple_win_words(const Table& table, const std::string& reference) {
  const auto* gain = against(find(table, triple_win), reference);
  if (gain == nullptr || gain->runs == 0) return "";
  const std::string least =
      "  The least favoured, each in its own yardstick: " + least_favoured(table, reference) +
      ".\n";
  if (table.runs < 2) {
    return (gain->median > 0 ? "Triple win: yes. Migrants, origin and destination all gain.\n"
                             : "Triple win: no. Not all three gain.\n") +
           least;
  }
  return fmt::format("Triple win: migrants, origin and destination all gain in {}{}.\n",
                     of_runs(gain->above_zero, gain->runs), scope(table)) +
         least;
}

/// "domestic workers (20), the origin state (3)": groups that lose, and in how many runs.
std::vector<std::string> losers(const Table& table, const std::string& reference) {
  std::vector<std::string> names;
  for (const auto& headline : table.headlines) {
    constexpr std::string_view front = "Gain of ";
    const auto* gain = against(&headline, reference);
    if (!headline.name.starts_with("gain_") || gain == nullptr || gain->losing == 0) continue;
    const bool is_counted = headline.name != "gain_origin_households";
    names.push_back(fmt::format("{} ({}{})", headline.long_name.substr(front.size()), gain->losing,
                                is_counted ? "" : ", not among the seven"));
  }
  const auto* migrants = against(find(table, "migrant_gain"), reference);
  if (migrants != nullptr && migrants->losing > 0)
    names.insert(names.begin(), fmt::format("the migrants ({})", migrants->losing));
  return names;
}

std::string losers_words(const Table& table, const std::string& reference) {
  const auto* share = against(find(table, nobody_worse_off), reference);
  if (share == nullptr || share->runs == 0) return "";
  const auto who = losers(table, reference);
  const std::string names =
      who.empty() ? "" : "  Groups that lose, and in how many runs:\n" + wrapped(who, "    ");
  if (table.runs < 2) {
    return (share->above_zero > 0 ? "Nobody is worse off.\n"
                                  : "At least one group is worse off.\n") +
           names;
  }
  return fmt::format("None of seven groups is worse off in {}{}.\n",
                     of_runs(share->above_zero, share->runs), scope(table)) +
         names;
}

/// EUR beside a gain per person, in millions.
std::string euro_row(const Table& table, const Headline& gain, const std::string& reference,
                     std::string_view which, const std::string& label) {
  constexpr std::string_view ending = "_gain";
  if (!gain.name.ends_with(ending)) return "";
  const auto name = gain.name.substr(0, gain.name.size() - ending.size()) + std::string(which);
  const auto* euro = find(table, name);
  const auto* interval = against(euro, reference);
  if (interval == nullptr) return "";
  const auto millions = [](double value) { return value * 1e-6; };
  const Interval scaled{millions(interval->low), millions(interval->median),
                        millions(interval->high), millions(interval->mean)};
  return row(table, *euro, scaled, label, with_sign);
}

}  // namespace

std::string gains_block(const Table& table, const std::string& reference) {
  std::string rows;
  for (const auto& headline : table.headlines) {
    const auto* gain = against(&headline, reference);
    const bool is_in_words = headline.name == triple_win || headline.name == nobody_worse_off ||
                             headline.name.ends_with(present_value) ||
                             headline.name.ends_with(within_horizon);
    const bool is_gain = headline.is_pair && !is_in_words && !is_share_of_pair(headline);
    if (!is_gain || gain == nullptr) continue;
    rows += row(table, headline, *gain, headline.long_name, with_sign);
    rows += euro_row(table, headline, reference, present_value, "    present value (million EUR)");
    rows += euro_row(table, headline, reference, within_horizon, "    of this within the horizon");
  }
  if (rows.empty()) return "";
  return heading("Who gains against " + reference, table) + rows + "\n" +
         triple_win_words(table, reference) + losers_words(table, reference);
}

}  // namespace skillscale::cli
