#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/point_source.h"
#include "cli/sensitivity_report.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::Estimate;
using experiments::analysis::Finding;
using experiments::analysis::Layout;

constexpr std::size_t bar_letters = 24;

std::string per_cent(double share) {
  if (share > 0 && share < 0.001) return "less than 0.1 %";
  return fmt::format("{:.{}f} %", 100 * share, share < 0.0995 ? 1 : 0);
}

/// How long a size is beside the largest.
std::string bar(double size, double largest) {
  if (std::isnan(size) || largest == 0) return "";
  const auto letters =
      static_cast<std::size_t>(std::lround(bar_letters * std::abs(size) / largest));
  return std::string(std::min(letters, bar_letters), size < 0 ? '-' : '#');
}

std::string cell(const Estimate& one) {
  if (std::isnan(one.value)) return fmt::format("{:>12}  {:<21}", "-", "");
  return fmt::format("{:>12}  {:<21}", in_short(one.value),
                     in_short(one.low) + " to " + in_short(one.high));
}

std::string factor_rows(const SensitivityReport& report, const Finding& finding,
                        std::size_t most_factors) {
  const auto& measures = finding.sensitivity.measures;
  const auto order = ranking(finding.sensitivity);
  const std::size_t shown = std::min(most_factors, order.size());
  std::size_t width = 6;
  for (std::size_t i = 0; i < shown; ++i)
    width = std::max(width, report.table.factors[order[i]].name.size());
  std::string text = fmt::format("  {:<{}}", "factor", width);
  for (const auto& measure : measures) text += fmt::format("{:>12}  {:<21}", measure.name, "95 %");
  while (text.ends_with(' ')) text.pop_back();
  text += '\n';
  const double largest = std::abs(measures.front().factors[order.front()].value);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t f = order[i];
    text += fmt::format("  {:<{}}", report.table.factors[f].name, width);
    for (const auto& measure : measures) text += cell(measure.factors[f]);
    text += " " + bar(measures.front().factors[f].value, largest);
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
  }
  if (shown < order.size()) {
    text += fmt::format("  and {} more factors, none above {}\n", order.size() - shown,
                        in_short(std::abs(measures.front().factors[order[shown]].value)));
  }
  return text;
}

std::string points_words(const SensitivityReport& report, std::size_t units) {
  const std::size_t size = report.method.layout == Layout::Free ? 1 : report.table.group_size();
  if (size == 1) return fmt::format("{} points", units);
  return fmt::format("{} {} ({} points)", units, report.method.units, units * size);
}

std::string precision_line(const SensitivityReport& report, const Finding& finding) {
  const auto& c = finding.convergence;
  if (!report.method.is_judged || std::isnan(c.half_width)) return "";
  const auto& factor = report.table.factors[c.factor].name;
  if (c.is_enough) {
    return fmt::format(
        "  enough runs: the widest interval, of {}, is {} to each side; {} is asked\n", factor,
        in_short(c.half_width), in_short(c.wanted));
  }
  return fmt::format(
      "  NOT ENOUGH RUNS: the interval of {} is {} to each side, {} is asked;\n"
      "    about {} would do, {} were run\n",
      factor, in_short(c.half_width), in_short(c.wanted), points_words(report, c.units_wanted),
      points_words(report, finding.sensitivity.units));
}

std::string chance_line(const Finding& finding, std::size_t replicates) {
  const auto& chance = finding.chance;
  if (!chance.is_known) return "";
  std::string text = fmt::format(
      "  chance: {} of the variance of single runs, {} of the variance between means of {} runs\n",
      per_cent(chance.replicates + chance.interaction), per_cent(chance.of_means), replicates);
  if (chance.of_means > 0.5)
    text +=
        "  MOSTLY CHANCE: the means differ more by chance than by factors; run more replicates\n";
  return text;
}

bool says_nothing(const experiments::analysis::Sensitivity& found) {
  return std::all_of(found.measures.begin(), found.measures.end(), [](const auto& measure) {
    return std::all_of(measure.factors.begin(), measure.factors.end(),
                       [](const auto& one) { return std::isnan(one.value); });
  });
}

std::string block(const SensitivityReport& report, const Finding& finding,
                  std::size_t most_factors) {
  const auto& outcome = report.table.outcomes[finding.column.outcome];
  const auto& found = finding.sensitivity;
  std::string text = fmt::format("{}{}{}\n", outcome.name,
                                 in_year(report.table, finding.column.outcome, finding.column.year),
                                 in_unit(outcome.unit));
  if (found.units == 0) return text + "  is not defined at any point\n\n";
  if (found.is_constant) return text + "  does not vary over the points\n\n";
  if (says_nothing(found))
    return text + fmt::format("  NOT ENOUGH RUNS: {} are too few for this method\n\n",
                              points_words(report, found.units));
  text += factor_rows(report, finding, most_factors);
  const bool is_chance = finding.chance.is_known && finding.chance.of_means > 0.5;
  if (!std::isnan(found.explained) && !report.method.explains.empty() && !is_chance)
    text += fmt::format("  {}: {}\n", report.method.explains, per_cent(found.explained));
  if (found.left_out > 0)
    text += fmt::format("  left out, as the outcome is not defined: {} {}\n", found.left_out,
                        report.method.units);
  text += precision_line(report, finding);
  text += chance_line(finding, report.table.replicates);
  return text + '\n';
}

}  // namespace

std::string sensitivity_text(const SensitivityReport& report, std::size_t most_factors) {
  std::string text = fmt::format("{}\n", report.method.title);
  text += fmt::format(
      "{} factors, {} points x {} replicate{}; means over replicates{}\n\n",
      report.table.factors.size(), report.table.points, report.table.replicates,
      report.table.replicates == 1 ? "" : "s",
      report.table.replicates == 1 ? "; chance cannot be told from factors with a single one" : "");
  for (const auto& finding : report.findings) text += block(report, finding, most_factors);
  return text;
}

}  // namespace skillscale::cli
