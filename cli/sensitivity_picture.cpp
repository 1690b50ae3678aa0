// Bars with intervals: the longest on top, a panel per outcome and year.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/point_source.h"
#include "cli/sensitivity_report.h"
#include "cli/svg.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::Sensitivity;

constexpr double row_height = 20, width = 420, head = 44;

/// From a measure to the width of the picture; 0 is always on it.
struct Scale {
  double left = 0, low = 0, high = 1;
  double at(double value) const {
    return left + width * (std::clamp(value, low, high) - low) / (high - low);
  }
};

Scale scale_of(const Sensitivity& found, double left) {
  Scale scale{left, 0, 0};
  for (const auto& measure : found.measures) {
    for (const auto& one : measure.factors) {
      if (std::isnan(one.value)) continue;
      scale.low = std::min(scale.low, one.low);
      scale.high = std::max(scale.high, one.high);
    }
  }
  if (scale.high <= scale.low) scale.high = scale.low + 1;
  return scale;
}

std::string row(const Sensitivity& found, std::size_t factor, const Scale& scale, double y) {
  const auto& first = found.measures.front().factors[factor];
  if (std::isnan(first.value)) return svg::label(scale.at(0) + 6, y + 4, "start", "not defined");
  std::string text = svg::bar(scale.at(0), scale.at(first.value), y - 7, 14, "#8fb3cf");
  text += svg::line(scale.at(first.low), y, scale.at(first.high), y, "#1d3d5c", 1.5);
  // The last measure stands beside the first: first-order index, or spread of the effects.
  if (found.measures.size() > 1) {
    const auto& last = found.measures.back().factors[factor];
    if (!std::isnan(last.value)) text += svg::dot(scale.at(last.value), y, 4, "white", "#b3261e");
  }
  return text + svg::label(scale.left + width + 10, y + 4, "start", in_short(first.value));
}

std::string axis(const Scale& scale, double y, double rows_height) {
  std::string text = svg::line(scale.at(0), y, scale.at(0), y + rows_height, "#888888");
  for (const double end : {scale.low, scale.high}) {
    // Too near to the 0 to be read beside it.
    if (std::abs(scale.at(end) - scale.at(0)) < 60) continue;
    text +=
        svg::label(scale.at(end), y + rows_height + 12, "middle", in_short(end), "fill=\"#666\"");
  }
  return text + svg::label(scale.at(0), y + rows_height + 12, "middle", "0", "fill=\"#666\"");
}

}  // namespace

std::string sensitivity_picture(const SensitivityReport& report, std::size_t most_factors) {
  std::size_t longest = 8;
  for (const auto& factor : report.table.factors) longest = std::max(longest, factor.name.size());
  const double left = 30 + 6.6 * static_cast<double>(longest);
  double y = 24;
  std::string body =
      svg::label(14, y, "start", std::string(report.method.title), "font-weight=\"bold\"");
  for (const auto& finding : report.findings) {
    const auto& found = finding.sensitivity;
    const auto& outcome = report.table.outcomes[finding.column.outcome];
    y += head - 14;
    std::string title = outcome.name +
                        in_year(report.table, finding.column.outcome, finding.column.year) +
                        in_unit(outcome.unit) + ": " + found.measures.front().name;
    if (found.measures.size() > 1) title += ", circle " + found.measures.back().name;
    if (!finding.convergence.is_enough) title += " (not enough runs)";
    if (found.is_constant) title += ": does not vary over the points";
    body += svg::label(14, y, "start", title);
    y += 20;
    if (found.is_constant) continue;
    const Scale scale = scale_of(found, left);
    const auto order = ranking(found);
    const std::size_t shown = std::min(most_factors, order.size());
    body += axis(scale, y - 10, row_height * static_cast<double>(shown));
    for (std::size_t i = 0; i < shown; ++i) {
      body += svg::label(left - 10, y + 4, "end", report.table.factors[order[i]].name);
      body += row(found, order[i], scale, y);
      y += row_height;
    }
    y += 14;
  }
  return svg::picture(left + width + 90, y + 20, report.method.title, body);
}

}  // namespace skillscale::cli
