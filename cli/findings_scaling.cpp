// Findings about numbers: scaling, additionality, packages, bottleneck, success.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/findings_text.h"
#include "cli/findings_words.h"
#include "experiments/interval.h"
#include "experiments/rank_correlation.h"
#include "models/vocabulary.h"

namespace skillscale::cli {
namespace {

using experiments::PackageStudy;

double median(std::vector<double> values) {
  return experiments::interval_of(std::move(values)).median;
}

/// A contribution of this share of the gap is called substantial.
constexpr double substantial = 0.1;

std::string size_words(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  const auto by_partnership = s.values("partnership_arrivals_per_year", worlds.after);
  const auto now = s.values("partnership_arrivals_per_year", 0);
  const auto all = s.values("arrivals_per_year", worlds.after);
  const auto none = s.values("arrivals_per_year", worlds.none);
  return fmt::format(
      "*{0}* brings {1} persons a year through partnerships, mean over the horizon, against {2} "
      "under the scenario: {3} times as many. Without partnerships {4} persons a year arrive by "
      "all channels, with *{0}* {5}: {6} more.\n",
      of.title(worlds.after), median_and_range(by_partnership), median_and_range(now),
      median_and_range(ratio(by_partnership, now)), median_and_range(none), median_and_range(all),
      median_and_range(difference(all, none)));
}

std::string additional_words(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  const auto fate = [&](const char* name) {
    const auto headline = fmt::format("reference_fate_{}_share", name);
    return median_and_range(s.values(headline, worlds.after, worlds.none), Form::Percent);
  };
  return fmt::format(
      "\nFor every 100 arrivals that partnerships bring more than without them, arrivals of all "
      "channels grow by {}. Below 100, some would have come anyway or took places, tokens and "
      "posts "
      "from others; above, other channels grow too.\n\n"
      "Of those who come through partnerships with *{}*, {} come by an agency or alone in the "
      "world "
      "without partnerships, {} leave for another destination, {} stay qualified, {} stay without "
      "the training.\n",
      median_and_range(s.values("additionality", worlds.after, worlds.none), Form::Plain, 100),
      of.title(worlds.after), fate("private"), fate("elsewhere"), fate("at_origin"),
      fate("otherwise"));
}

std::string gap_words(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto gap = of.study.values("gap_share", worlds.after, worlds.none);
  const auto now = of.study.values("gap_share", 0, worlds.none);
  return fmt::format(
      "\nNet qualified worker-years reach {} of the reference gap, {} under the scenario. A tenth "
      "of the gap, called substantial, is reached in {} runs, under the scenario in {}.\n",
      median_and_range(gap, Form::Percent), median_and_range(now, Form::Percent),
      runs_above(gap, substantial), runs_above(now, substantial));
}

std::string scaling(const StudiedScenario& of, const ComparedWorlds& worlds) {
  return "## 1. Does scaling work, and is it additional?\n\n" + size_words(of, worlds) +
         additional_words(of, worlds) + gap_words(of, worlds);
}

std::string packages(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  std::vector<std::size_t> order;
  for (std::size_t w = 0; w < s.worlds().size(); ++w)
    if (w != worlds.none) order.push_back(w);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return median(s.values("triple_win", a, worlds.none)) >
           median(s.values("triple_win", b, worlds.none));
  });
  MarkdownTable numbers({"package", "arrivals a year through partnerships",
                         "more arrivals a year, all channels", "contribution to the gap",
                         "cost per retained worker, thousand EUR"});
  MarkdownTable gains({"package", "migrants", "origin", "destination", "smallest of the three",
                       "runs in which all three gain", "runs in which nobody is worse off"});
  for (const auto w : order) {
    numbers.add({of.title(w), median_and_range(s.values("partnership_arrivals_per_year", w)),
                 median_and_range(difference(s.values("arrivals_per_year", w),
                                             s.values("arrivals_per_year", worlds.none)),
                                  Form::Signed),
                 median_and_range(s.values("gap_share", w, worlds.none), Form::Percent),
                 median_and_range(s.values("cost_per_retained_worker", w), Form::Plain, 1e-3)});
    const auto smallest = s.values("triple_win", w, worlds.none);
    gains.add({of.title(w),
               median_and_range(s.values("migrant_gain", w, worlds.none), Form::Signed),
               median_and_range(s.values("origin_gain", w, worlds.none), Form::Signed),
               median_and_range(s.values("destination_gain", w, worlds.none), Form::Signed),
               median_and_range(smallest, Form::Signed), runs_above(smallest, 0),
               runs_above(s.values("nobody_worse_off", w, worlds.none), 0.5)});
  }
  return "\n## 2. Which packages?\n\nThe package whose least favoured party gains most comes "
         "first. All against a world without partnerships.\n\n" +
         numbers.text() +
         "\nGains per person enrolled under the scenario: in yearly wages of the origin at "
         "purchasing power for migrants, in training costs of one graduate for the origin, in "
         "yearly wages of a recognised worker for the destination.\n\n" +
         gains.text();
}

/// "the recognition offices (20 of 32 runs), language places (12)".
std::string scarcest(const PackageStudy& s, std::size_t world) {
  std::map<int, int> votes;
  int defined = 0;
  for (const double stage : s.values("bottleneck_stage", world)) {
    if (std::isnan(stage)) continue;
    ++votes[static_cast<int>(stage)];
    ++defined;
  }
  std::vector<std::pair<int, int>> most(votes.begin(), votes.end());
  std::stable_sort(most.begin(), most.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [stage, count] : most) {
    text += fmt::format("{}{} ({} of {})", text.empty() ? "" : ", ",
                        models::stage_scarcity[static_cast<std::size_t>(stage)], count, defined);
  }
  return text.empty() ? "none: no partnership is at work" : text;
}

std::string bottleneck(const StudiedScenario& of, const ComparedWorlds& worlds) {
  constexpr std::array<std::pair<const char*, const char*>, 5> offices{
      {{"language_wait_months", "a language place"},
       {"recognition_wait_months", "the recognition office"},
       {"visa_wait_months", "the visa post"},
       {"bridging_wait_months", "a bridging course"},
       {"placement_wait_months", "placement staff"}}};
  const auto& s = of.study;
  MarkdownTable waits(
      {"months of waiting for", "the scenario", of.title(worlds.after), "difference"});
  for (const auto& [headline, office] : offices) {
    const auto now = s.values(headline, 0), after = s.values(headline, worlds.after);
    waits.add({office, median_and_range(now), median_and_range(after),
               median_and_range(difference(after, now), Form::Signed)});
  }
  return fmt::format(
      "\n## 3. Which step is the bottleneck, before and after?\n\n"
      "Where the smallest cut of the partnership graph lies at the end, over runs. The scenario: "
      "{}. *{}*: {}.\n\n{}",
      scarcest(s, 0), of.title(worlds.after), scarcest(s, worlds.after), waits.text());
}

std::string success(const StudiedScenario& of, const ComparedWorlds& worlds) {
  const auto& s = of.study;
  MarkdownTable rows({"", "the scenario", of.title(worlds.after), "difference, paired"});
  const auto add = [&](const char* headline, const char* words, Form form, Form change,
                       double scale) {
    const auto now = s.values(headline, 0), after = s.values(headline, worlds.after);
    rows.add({words, median_and_range(now, form, scale), median_and_range(after, form, scale),
              median_and_range(difference(after, now), change, scale)});
  };
  add("success_from_enrolment_share", "success from enrolment", Form::Percent, Form::Points, 1);
  add("recognised_share", "recognised per arrival, all channels", Form::Percent, Form::Points, 1);
  add("retained_share_36", "at work in the occupation after 36 months, all channels", Form::Percent,
      Form::Points, 1);
  add("own_cost_in_earnings", "own cost, months of earnings", Form::Plain, Form::Signed, 1);
  add("cost_per_retained_worker", "cost per retained worker, thousand EUR", Form::Plain,
      Form::Signed, 1e-3);
  std::vector<double> size, share;
  for (std::size_t w = 0; w < s.worlds().size(); ++w) {
    if (w == worlds.none) continue;
    size.push_back(median(s.values("partnership_arrivals_per_year", w)));
    share.push_back(median(s.values("success_from_enrolment_share", w)));
  }
  const double together = experiments::rank_correlation(size, share);
  const std::string over_packages =
      std::isnan(together)
          ? ""
          : fmt::format(
                "\nOver the {} worlds with partnerships the rank correlation of size "
                "(arrivals through partnerships) and success from enrolment is {:+.2f}; by "
                "chance alone it stays within {:.2f}.\n",
                size.size(), together, experiments::chance_limit(size.size(), 1));
  return "\n## 4. Does success fall with scale?\n\n" + rows.text() + over_packages;
}

}  // namespace

std::string scaling_findings(const StudiedScenario& of, const ComparedWorlds& worlds) {
  return scaling(of, worlds) + packages(of, worlds) + bottleneck(of, worlds) + success(of, worlds);
}

}  // namespace skillscale::cli
