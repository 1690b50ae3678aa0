// The peeling path: each dot is a box, the farther right and up the better.
#include <fmt/format.h>

#include "cli/discovery_report.h"
#include "cli/point_source.h"
#include "cli/svg.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::DiscoveredBox;

constexpr double left = 60, top = 60, side = 360;

double across(double coverage) { return left + side * coverage; }
double up(double density) { return top + side * (1 - density); }

std::string axes() {
  std::string text;
  for (int tenth = 0; tenth <= 10; tenth += 2) {
    const double share = tenth / 10.0;
    text += svg::line(across(share), up(0), across(share), up(1), "#e4e4e4");
    text += svg::line(across(0), up(share), across(1), up(share), "#e4e4e4");
    text += svg::label(across(share), up(0) + 16, "middle", fmt::format("{:.1f}", share));
    text += svg::label(left - 8, up(share) + 4, "end", fmt::format("{:.1f}", share));
  }
  text += svg::label(across(0.5), up(0) + 36, "middle", "coverage: share of the cases inside");
  return text + svg::label(left, top - 12, "start", "density: share of the inside that is a case");
}

std::string limits_list(const DiscoveryReport& report, const DiscoveredBox& box) {
  double y = top + 16;
  std::string text = svg::label(left + side + 30, y, "start", "The box", "font-weight=\"bold\"");
  text += svg::label(
      left + side + 30, y + 18, "start",
      fmt::format("coverage {:.2f}, density {:.2f}", box.standing.coverage, box.standing.density));
  y += 42;
  for (std::size_t f = 0; f < box.box.size(); ++f) {
    if (!box.box[f].any()) continue;
    const auto& factor = report.table.factors[f];
    text += svg::label(left + side + 30, y, "start",
                       factor.name + ": " + limits_words(factor, box.box[f]));
    y += 18;
  }
  return text;
}

}  // namespace

std::string discovery_picture(const DiscoveryReport& report) {
  const std::string title =
      to_text(report.condition) + in_year(report.table, report.outcome, report.year);
  std::string body = svg::label(14, 24, "start", title, "font-weight=\"bold\"") + axes();
  if (report.discovery.boxes.empty())
    return svg::picture(860, 470, title,
                        body + svg::label(left + 20, top + 30, "start", "No box."));
  const auto& box = report.discovery.boxes.front();
  for (std::size_t i = 0; i < box.path.size(); ++i) {
    const auto& s = box.path[i].standing;
    body += svg::dot(across(s.coverage), up(s.density), i == box.chosen ? 6 : 3.5,
                     i == box.chosen ? "#b3261e" : "#8fb3cf", "#1d3d5c");
  }
  // Widening and dropping moved the chosen box here.
  body += svg::line(across(box.path[box.chosen].standing.coverage),
                    up(box.path[box.chosen].standing.density), across(box.standing.coverage),
                    up(box.standing.density), "#b3261e");
  body += svg::dot(across(box.standing.coverage), up(box.standing.density), 6, "white", "#b3261e");
  return svg::picture(860, 470, title, body + limits_list(report, box));
}

}  // namespace skillscale::cli
