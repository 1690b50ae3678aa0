// Findings about people: who pays, who gains, who loses; and what rests on estimates.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "cli/findings_text.h"
#include "cli/findings_words.h"
#include "cli/number_words.h"
#include "experiments/rank_correlation.h"
#include "models/indicators.h"
#include "models/vocabulary.h"

namespace skillscale::cli {
namespace {

using experiments::PackageStudy;

constexpr std::array<const char*, models::party_count> party_words{
    "migrants", "German employers", "the German state",  "the origin state", "donors",
    "centres",  "agencies",         "origin households", "resources"};

std::vector<double> paid_by(const PackageStudy& s, std::size_t world, std::size_t party) {
  std::vector<double> paid;
  for (const auto& sums : s.payers(world)) paid.push_back(sums[party]);
  return paid;
}

std::vector<double> paid_by_all(const PackageStudy& s, std::size_t world) {
  std::vector<double> paid;
  for (const auto& sums : s.payers(world))
    paid.push_back(std::accumulate(sums.begin(), sums.end(), 0.0));
  return paid;
}

std::string who_pays(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  MarkdownTable rows({"payer", "the scenario, million EUR", "share of all",
                      of.title(worlds.after) + ", million EUR", "share of all"});
  const auto all_now = paid_by_all(s, 0), all_after = paid_by_all(s, worlds.after);
  for (std::size_t party = 0; party < party_words.size(); ++party) {
    const auto now = paid_by(s, 0, party), after = paid_by(s, worlds.after, party);
    const auto pays = [](double v) { return v != 0; };
    if (std::none_of(now.begin(), now.end(), pays) &&
        std::none_of(after.begin(), after.end(), pays))
      continue;
    rows.add({party_words[party], median_and_range(now, Form::Plain, 1e-6),
              median_and_range(ratio(now, all_now), Form::Percent),
              median_and_range(after, Form::Plain, 1e-6),
              median_and_range(ratio(after, all_after), Form::Percent)});
  }
  rows.add({"all", median_and_range(all_now, Form::Plain, 1e-6), "",
            median_and_range(all_after, Form::Plain, 1e-6), ""});
  return "\n## 5. Who pays?\n\nPreparation, fees and public services of all channels over the "
         "horizon, not discounted, by who carries it in the end.\n\n" +
         rows.text();
}

std::string who_gains(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  MarkdownTable rows({"group", "the scenario", "runs in which it loses", of.title(worlds.after),
                      "runs in which it loses"});
  const auto add = [&](std::string_view headline, const std::string& words) {
    const auto now = s.values(headline, 0, worlds.none);
    const auto after = s.values(headline, worlds.after, worlds.none);
    rows.add({words, median_and_range(now, Form::Signed),
              runs_below(now, models::worse_off_tolerance), median_and_range(after, Form::Signed),
              runs_below(after, models::worse_off_tolerance)});
  };
  add("migrant_gain", "migrants");
  for (const auto& row : models::headline_table()) {
    constexpr std::string_view front = "Gain of ";
    if (row.name.starts_with("gain_"))
      add(row.name, std::string(row.long_name.substr(front.size())));
  }
  return fmt::format(
      "\n## 6. Who gains, and is anybody worse off?\n\nAgainst a world without partnerships, per "
      "person enrolled under the scenario, each group in its side's yardstick of section 2. A "
      "group "
      "loses if that is below {:.2f}.\n\n{}\nNobody is worse off in {} runs of the scenario and in "
      "{} of *{}*; households at the origin are not counted there.\n",
      models::worse_off_tolerance, rows.text(),
      runs_above(s.values("nobody_worse_off", 0, worlds.none), 0.5),
      runs_above(s.values("nobody_worse_off", worlds.after, worlds.none), 0.5),
      of.title(worlds.after));
}

struct Influence {
  std::size_t value = 0;
  double correlation = 0;
};

/// Those beyond chance, the strongest first.
std::vector<Influence> influences(const PackageStudy& s, const std::vector<double>& outcome) {
  const double limit = experiments::chance_limit(s.runs(), s.uncertain().size());
  std::vector<Influence> found;
  for (std::size_t v = 0; v < s.uncertain().size(); ++v) {
    const double r = experiments::rank_correlation(s.drawn(v), outcome);
    if (std::abs(r) > limit) found.push_back({v, r});
  }
  std::stable_sort(found.begin(), found.end(), [](const Influence& a, const Influence& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return found;
}

void add_influence(const StudiedScenario& of, const Influence& influence, MarkdownTable& rows,
                   const std::string& outcome) {
  const auto& value = of.study.uncertain()[influence.value];
  const auto& known = of.scenario.bound.values;
  const auto at =
      std::find_if(known.begin(), known.end(), [&](const auto& v) { return v.path == value.path; });
  const bool is_known = at != known.end();
  const double size = std::max(std::abs(value.low), std::abs(value.high));
  const int decimals = size < 0.1 ? 4 : decimals_for(size);
  rows.add({outcome, "`" + value.path + "`", fmt::format("{:+.2f}", influence.correlation),
            fmt::format("{} to {} {}", grouped(value.low, decimals), grouped(value.high, decimals),
                        is_known ? std::string(at->decl->unit) : ""),
            is_known ? at->confidence : ""});
}

}  // namespace

std::string party_findings(const StudiedScenario& of, const ComparedWorlds& worlds) {
  return who_pays(of, worlds) + who_gains(of, worlds);
}

std::string estimate_findings(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  const std::string after = of.title(worlds.after);
  const std::vector<std::pair<std::string, std::vector<double>>> outcomes{
      {"contribution to the gap, " + after, s.values("gap_share", worlds.after, worlds.none)},
      {"smallest gain, " + after, s.values("triple_win", worlds.after, worlds.none)},
      {"smallest gain, the scenario", s.values("triple_win", 0, worlds.none)},
      {"smallest gain, " + after + " less the scenario",
       difference(s.values("triple_win", worlds.after, worlds.none),
                  s.values("triple_win", 0, worlds.none))},
      {"gain of domestic workers, " + after,
       s.values("gain_domestic_workers", worlds.after, worlds.none)}};
  MarkdownTable rows({"outcome", "uncertain value", "rank correlation", "range", "confidence"});
  std::vector<std::string> silent;
  for (const auto& [words, values] : outcomes) {
    const auto found = influences(s, values);
    if (found.empty()) silent.push_back(words);
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
      add_influence(of, found[i], rows, words);
  }
  std::string text = fmt::format(
      "\n## 7. What hangs on an unverified estimate?\n\n{} draws of {} uncertain values of `{}` "
      "(digest `{}`). Listed is what moves with an outcome more than the largest of {} "
      "correlations "
      "would by chance (rank correlation beyond {:.2f}); at most six an outcome.\n",
      s.draws(), s.uncertain().size(), of.file, s.digest(), s.uncertain().size(),
      experiments::chance_limit(s.runs(), s.uncertain().size()));
  if (silent.size() < outcomes.size()) text += "\n" + rows.text();
  for (const auto& words : silent)
    text += fmt::format("\nNo single value moves \"{}\" beyond chance.\n", words);
  return text;
}

}  // namespace skillscale::cli
