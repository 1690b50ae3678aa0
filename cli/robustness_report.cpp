#include "cli/robustness_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/point_source.h"
#include "cli/svg.h"
#include "experiments/designs/plan_csv.h"

namespace skillscale::cli {
namespace {

using experiments::csv_field;
using experiments::analysis::Aim;
using experiments::analysis::Robustness;
using Json = nlohmann::ordered_json;

Json number(double value) { return std::isnan(value) ? Json(nullptr) : Json(value); }

std::string digits(double value) { return std::isnan(value) ? "" : fmt::format("{}", value); }

std::size_t name_width(const RobustnessReport& report) {
  std::size_t width = 7;
  for (const auto& name : report.futures.packages) width = std::max(width, name.size());
  return width;
}

std::string goal_block(const RobustnessReport& report, const Goal& goal) {
  const auto& outcome = report.table.outcomes[goal.outcome];
  const std::size_t width = name_width(report);
  std::string text = fmt::format(
      "{}{}{}: {} is better\n", outcome.name, in_year(report.table, goal.outcome, report.year),
      in_unit(outcome.unit), goal.aim == Aim::Larger ? "larger" : "smaller");
  const std::string held = goal.condition ? to_text(*goal.condition) : "";
  text += fmt::format("  {:<{}}  {:>10}  {:>10}  {:>10}  {:>11}  {:>11}  {:>9}{}\n", "package",
                      width, "worst", "mean", "best", "max regret", "mean regret", "no regret",
                      held.empty() ? "" : "  holds");
  for (std::size_t p = 0; p < goal.packages.size(); ++p) {
    const auto& one = goal.packages[p];
    text += fmt::format("  {:<{}}  {:>10}  {:>10}  {:>10}  {:>11}  {:>11}  {:>7.0f} %",
                        report.futures.packages[p], width, in_short(one.worst), in_short(one.mean),
                        in_short(one.best), in_short(one.largest_regret), in_short(one.mean_regret),
                        100 * one.best_of_all);
    if (!held.empty()) text += fmt::format("  {:>3.0f} %", 100 * one.satisfied);
    text += '\n';
  }
  const auto best = [&](auto key) {
    const auto at =
        std::min_element(goal.packages.begin(), goal.packages.end(),
                         [&](const Robustness& a, const Robustness& b) { return key(a) < key(b); });
    return report.futures.packages[static_cast<std::size_t>(at - goal.packages.begin())];
  };
  const double sign = goal.aim == Aim::Larger ? -1 : 1;
  text += fmt::format("  smallest largest regret: {}; best worst case: {}",
                      best([](const Robustness& r) { return r.largest_regret; }),
                      best([&](const Robustness& r) { return sign * r.worst; }));
  if (!held.empty())
    text += fmt::format("; {} most often: {}", held,
                        best([](const Robustness& r) { return -r.satisfied; }));
  text += '\n';
  const std::size_t lost = report.futures.futures - goal.packages.front().futures;
  if (lost > 0)
    text += fmt::format("  left out, as the outcome is not defined: {} futures\n", lost);
  return text + '\n';
}

}  // namespace

std::string robustness_text(const RobustnessReport& report) {
  const auto& futures = report.futures;
  const auto counted = [](std::size_t count, const char* thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
  };
  std::string text = fmt::format(
      "{} in {}, means over {}\n", counted(futures.packages.size(), "package"),
      counted(futures.futures, "future"), counted(report.table.replicates, "replicate"));
  if (futures.left_out > 0)
    text +=
        fmt::format("left out, as not every package was run there: {} futures\n", futures.left_out);
  text += "regret: distance to the best package of the same future\n\n";
  for (const auto& goal : report.goals) text += goal_block(report, goal);
  if (report.goals.size() > 1) {
    text += "Not beaten in the worst cases of all goals together (Pareto):\n";
    for (std::size_t p = 0; p < report.is_pareto.size(); ++p) {
      if (report.is_pareto[p]) text += "  " + futures.packages[p] + "\n";
    }
  }
  return text;
}

std::string robustness_json(const RobustnessReport& report) {
  Json goals = Json::array();
  for (const auto& goal : report.goals) {
    const auto& outcome = report.table.outcomes[goal.outcome];
    Json packages = Json::array();
    for (std::size_t p = 0; p < goal.packages.size(); ++p) {
      const auto& one = goal.packages[p];
      packages.push_back({{"package", report.futures.packages[p]},
                          {"worst", number(one.worst)},
                          {"mean", number(one.mean)},
                          {"best", number(one.best)},
                          {"largest_regret", number(one.largest_regret)},
                          {"mean_regret", number(one.mean_regret)},
                          {"regret_90", number(one.regret_90)},
                          {"no_regret", number(one.best_of_all)},
                          {"satisfied", number(one.satisfied)},
                          {"futures", one.futures}});
    }
    goals.push_back({{"outcome", outcome.name},
                     {"unit", outcome.unit},
                     {"aim", goal.aim == Aim::Larger ? "larger" : "smaller"},
                     {"condition", goal.condition ? Json(to_text(*goal.condition)) : Json(nullptr)},
                     {"packages", std::move(packages)}});
  }
  Json pareto = Json::array();
  for (std::size_t p = 0; p < report.is_pareto.size(); ++p) {
    if (report.is_pareto[p]) pareto.push_back(report.futures.packages[p]);
  }
  const Json all{{"year", report.table.years[report.year]},
                 {"packages", report.futures.packages},
                 {"futures", report.futures.futures},
                 {"left_out", report.futures.left_out},
                 {"goals", std::move(goals)},
                 {"pareto", std::move(pareto)}};
  return all.dump(2) + "\n";
}

std::string robustness_csv(const RobustnessReport& report) {
  const auto& futures = report.futures;
  const auto is_given = [&](std::size_t factor) {
    return std::find(futures.decisions.begin(), futures.decisions.end(), factor) ==
           futures.decisions.end();
  };
  std::string text = "package,is_pareto,future,outcome,value,regret";
  for (std::size_t f = 0; f < report.table.factors.size(); ++f) {
    if (is_given(f)) text += "," + csv_field(report.table.factors[f].name);
  }
  text += '\n';
  for (const auto& goal : report.goals) {
    const auto regret = regrets(goal.values, goal.aim);
    for (std::size_t p = 0; p < futures.packages.size(); ++p) {
      for (std::size_t future = 0; future < futures.futures; ++future) {
        text += fmt::format("{},{},{},{},{},{}", csv_field(futures.packages[p]),
                            static_cast<bool>(report.is_pareto[p]), future,
                            csv_field(report.table.outcomes[goal.outcome].name),
                            digits(goal.values[p][future]), digits(regret[p][future]));
        for (std::size_t f = 0; f < report.table.factors.size(); ++f) {
          const double value = report.table.value(futures.point(p, future), f);
          const auto& choices = report.table.factors[f].choices;
          if (is_given(f))
            text += "," + (choices.empty() ? digits(value)
                                           : csv_field(choices[static_cast<std::size_t>(value)]));
        }
        text += '\n';
      }
    }
  }
  return text;
}

std::string robustness_picture(const RobustnessReport& report) {
  const double left = 30 + 6.6 * static_cast<double>(name_width(report)), width = 420;
  double y = 24;
  std::string body =
      svg::label(14, y, "start", "Packages over all futures", "font-weight=\"bold\"");
  for (const auto& goal : report.goals) {
    const auto& outcome = report.table.outcomes[goal.outcome];
    double low = goal.packages.front().worst, high = low;
    for (const auto& one : goal.packages) {
      low = std::min({low, one.worst, one.best});
      high = std::max({high, one.worst, one.best});
    }
    const double span = high > low ? high - low : 1;
    const auto at = [&](double value) { return left + width * (value - low) / span; };
    y += 34;
    body += svg::label(
        14, y, "start",
        outcome.name + in_year(report.table, goal.outcome, report.year) + in_unit(outcome.unit) +
            (goal.aim == Aim::Larger ? ": larger is better" : ": smaller is better"));
    body += svg::label(left + width + 16, y, "start", "largest regret", "fill=\"#666\"");
    y += 22;
    for (std::size_t p = 0; p < goal.packages.size(); ++p) {
      const auto& one = goal.packages[p];
      body += svg::label(left - 10, y + 4, "end", report.futures.packages[p]);
      body += svg::bar(at(one.worst), at(one.best), y - 5, 10,
                       report.is_pareto[p] ? "#8fb3cf" : "#d5d5d5");
      body += svg::dot(at(one.worst), y, 4, "#b3261e") + svg::dot(at(one.mean), y, 4, "#1d3d5c");
      body += svg::label(left + width + 16, y + 4, "start", in_short(one.largest_regret));
      y += 20;
    }
    body += svg::label(left, y + 4, "start", in_short(low), "fill=\"#666\"");
    body += svg::label(left + width, y + 4, "end", in_short(high), "fill=\"#666\"");
    y += 10;
  }
  y += 24;
  body +=
      svg::label(14, y, "start",
                 "Bar: worst to best future; red: worst, blue: mean. Grey bars: beaten by another "
                 "package in all worst cases.",
                 "fill=\"#666\"");
  return svg::picture(std::max(left + width + 110, 660.0), y + 20, "Packages over all futures",
                      body);
}

}  // namespace skillscale::cli
