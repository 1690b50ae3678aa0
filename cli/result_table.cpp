#include "cli/result_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/estimates.h"
#include "cli/number_words.h"

namespace skillscale::cli {
namespace {

using experiments::Headline;
using experiments::Interval;

constexpr std::string_view bottleneck = "bottleneck_stage";
constexpr std::string_view triple_win = "triple_win";
constexpr std::string_view nobody_worse_off = "nobody_worse_off";

/// Everything the blocks need to know about the run.
struct Table {
  const std::vector<Headline>& headlines;
  long long runs = 1;  ///< replicates times draws
  bool has_draws = false;
};

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

double shown(const Headline& headline, double value) {
  return headline.is_share ? 100 * value : value;
}

/// Differences have the decimals of the number they belong to; a gain has none but itself.
int decimals_of(const Headline& headline, const Interval& interval) {
  const auto& of = headline.is_pair ? interval : headline.scenario;
  double size = 0;
  for (const double value : {of.low, of.median, of.high}) {
    if (!std::isnan(value)) size = std::max(size, std::fabs(shown(headline, value)));
  }
  return headline.is_share ? 1 : decimals_for(size);
}

std::string line(const std::string& label, const std::string& median, const std::string& range) {
  auto text = fmt::format("{:<58}{:>12}   {}", label, median, range);
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

using Words = std::string (*)(double, int);

std::string row(const Table& table, const Headline& headline, const Interval& interval,
                const std::string& label, Words words) {
  if (std::isnan(interval.median)) return line(label, "-", "not defined in this horizon");
  const int decimals = decimals_of(headline, interval);
  const auto say = [&](double value) { return words(shown(headline, value), decimals); };
  const bool has_range = table.runs > 1 && !std::isnan(interval.low);
  return line(label, say(interval.median),
              has_range ? say(interval.low) + " to " + say(interval.high) : "");
}

std::string unit_of(const Headline& headline) {
  if (headline.is_share) return " (%)";
  return headline.unit.empty() || headline.unit == "1" ? "" : " (" + headline.unit + ")";
}

std::string heading(const std::string& title, const Table& table) {
  return "\n" + line(title, "median", table.runs > 1 ? "90 % of the runs" : "");
}

bool is_clear(const Interval& interval) { return interval.low > 0 || interval.high < 0; }

/// "Clearly more than pilots_as_today: a, b. Clearly less: c."
std::string comparison(const Table& table, const std::string& reference) {
  std::vector<std::string> more, less;
  for (const auto& headline : table.headlines) {
    const auto* difference = against(&headline, reference);
    if (headline.is_pair || headline.name == bottleneck || difference == nullptr) continue;
    if (!is_clear(*difference)) continue;
    (difference->low > 0 ? more : less).push_back(headline.long_name);
  }
  if (table.runs < 2) return "";
  constexpr int fewest_runs = 10;
  if (table.runs < fewest_runs) {
    return fmt::format("With fewer than {} runs no difference from {} is called clear.\n",
                       fewest_runs, reference);
  }
  if (more.empty() && less.empty()) {
    return "No difference from " + reference + " stands out from chance.\n";
  }
  std::string text = "Compared with " + reference + scope(table) + ":\n";
  if (!more.empty())
    text += fmt::format("  clearly more:  {}\n", fmt::join(more, "\n                 "));
  if (!less.empty())
    text += fmt::format("  clearly less:  {}\n", fmt::join(less, "\n                 "));
  return text;
}

std::string bottleneck_words(const Table& table) {
  const auto* stage = find(table, bottleneck);
  if (stage == nullptr) return "";
  if (stage->word.empty())
    return "Bottleneck: none, because no partnership is at work at the end.\n";
  return "Bottleneck: " + stage->scarce + " (stage " + stage->word +
         ") limit the partnerships at the end,\n  in most runs" + scope(table) + ".\n";
}

std::vector<std::string> references_of(const Table& table) {
  std::vector<std::string> names;
  if (table.headlines.empty()) return names;
  for (const auto& [name, interval] : table.headlines.front().difference) names.push_back(name);
  return names;
}

/// A share that exists only against a reference, such as the contribution to closing the gap.
bool is_share_of_pair(const Headline& headline) {
  return headline.is_pair && headline.is_share && headline.name != nobody_worse_off;
}

std::string world_block(const Table& table) {
  std::string text = heading("What the scenario brings", table);
  for (const auto& headline : table.headlines) {
    if (headline.name == bottleneck || (headline.is_pair && !is_share_of_pair(headline))) continue;
    const std::string label = headline.long_name + unit_of(headline);
    text +=
        headline.is_pair ? label + "\n" : row(table, headline, headline.scenario, label, grouped);
    for (const auto& [name, difference] : headline.difference) {
      text += row(table, headline, difference, "    against " + name, with_sign);
    }
  }
  text += "\n" + bottleneck_words(table);
  for (const auto& reference : references_of(table)) text += comparison(table, reference);
  return text;
}

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
  if (gain == nullptr || std::isnan(gain->median)) return "";
  std::string verdict = "no. Not all three gain";
  if (gain->median > 0) verdict = "yes. Migrants, origin and destination all gain";
  if (table.runs > 1) {
    std::string how_often = "\n  in most runs";
    if (gain->low > 0 || gain->high <= 0) how_often = "\n  in 95 % of the runs or more";
    verdict += how_often + scope(table);
  }
  return "Triple win: " + verdict + ".\n  The least favoured: " + least_favoured(table, reference) +
         ".\n";
}

std::string losers_words(const Table& table, const std::string& reference) {
  const auto* share = against(find(table, nobody_worse_off), reference);
  if (share == nullptr || std::isnan(share->mean)) return "";
  if (table.runs < 2) {
    return share->mean > 0.5 ? "Nobody is worse off.\n" : "At least one group is worse off.\n";
  }
  return fmt::format("Nobody is worse off in {} % of the runs{}.\n", grouped(100 * share->mean, 0),
                     scope(table));
}

std::string gains_block(const Table& table, const std::string& reference) {
  std::string rows;
  for (const auto& headline : table.headlines) {
    const auto* gain = against(&headline, reference);
    const bool is_in_words = headline.name == triple_win || headline.name == nobody_worse_off;
    const bool is_gain = headline.is_pair && !is_in_words && !is_share_of_pair(headline);
    if (!is_gain || gain == nullptr) continue;
    rows += row(table, headline, *gain, headline.long_name, with_sign);
  }
  if (rows.empty()) return "";
  return heading("Who gains against " + reference, table) + rows + "\n" +
         triple_win_words(table, reference) + losers_words(table, reference);
}

std::string scope_words(const Table& table) {
  if (table.runs < 2) return "One run: there are no ranges, and chance is not told apart.\n";
  std::string text =
      table.has_draws
          ? "A range holds 90 % of the runs: chance and uncertain parameters together.\n"
          : "A range holds 90 % of the runs, over replicates only: it shows chance, not how sure\n"
            "the assumptions are.\n";
  constexpr long long enough = 20;
  if (table.runs < enough) text += "With so few runs the ranges are rough.\n";
  return text;
}

std::string head(const scenarios::Scenario& scenario, const experiments::RunOptions& options,
                 const Table& table) {
  const auto& start = scenario.run.start;
  const int last = start.month - 1 + options.months - 1;
  const scenarios::CalendarMonth end{start.year + last / 12, last % 12 + 1};
  auto text = fmt::format("{}\n{} to {}; {} replicate{}, seed {}", scenario.run.name,
                          to_text(start), to_text(end), options.replicates,
                          options.replicates == 1 ? "" : "s", options.seed);
  if (table.has_draws) text += fmt::format(", {} parameter draws", scenario.run.ensemble.draws);
  text += "\n";
  return text + scope_words(table);
}

constexpr std::string_view gain_units =
    "\nGains are discounted sums per person enrolled today. 1 is, for migrants, a yearly wage at "
    "the\n"
    "origin; for the origin, the training of one graduate; for the destination, a yearly wage of "
    "a\n"
    "recognised worker.\n";

}  // namespace

std::string result_table(const scenarios::Scenario& scenario,
                         const experiments::RunOptions& options,
                         const experiments::RunSummary& summary) {
  const int draws = scenario.run.ensemble.draws;
  const Table table{summary.headlines,
                    static_cast<long long>(options.replicates) * std::max(1, draws), draws > 0};
  std::string text = head(scenario, options, table) + world_block(table);
  std::string gains;
  for (const auto& reference : references_of(table)) gains += gains_block(table, reference);
  if (!gains.empty()) text += gains + std::string(gain_units);
  return text + "\n" + estimates_text(scenario.bound);
}

}  // namespace skillscale::cli
