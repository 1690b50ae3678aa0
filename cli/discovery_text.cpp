#include <fmt/format.h>

#include <algorithm>

#include "cli/discovery_report.h"
#include "cli/point_source.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::DiscoveredBox;
using experiments::analysis::Evidence;
using experiments::analysis::Face;
using experiments::analysis::Factor;
using experiments::analysis::Limits;
using experiments::analysis::Standing;

std::string choices_words(const Factor& factor, const std::vector<bool>& marked, bool mark) {
  std::string words;
  for (std::size_t c = 0; c < factor.choices.size(); ++c) {
    if (marked[c] == mark) words += (words.empty() ? "" : ", ") + factor.choices[c];
  }
  return words;
}

std::string standing_words(const Standing& s) {
  return fmt::format("coverage {:.2f}, density {:.2f}, {} of the points, {} cases", s.coverage,
                     s.density, s.inside, s.cases);
}

std::string face_words(const Factor& factor, const Limits& limits, const Face& face) {
  Limits one;
  if (face.side == Face::Side::Low) one.low = limits.low;
  if (face.side == Face::Side::High) one.high = limits.high;
  if (face.side == Face::Side::Choices) one.refused = limits.refused;
  return limits_words(factor, one);
}

std::string face_row(const DiscoveryReport& report, const DiscoveredBox& box,
                     const Evidence& evidence, std::size_t width) {
  const auto& factor = report.table.factors[evidence.face.factor];
  const auto& limits = box.box[evidence.face.factor];
  std::string text = fmt::format(
      "  {:<{}}  {:<24}  {:>9}", factor.name, width, face_words(factor, limits, evidence.face),
      evidence.quasi_p < 0.001 ? "< 0.001" : fmt::format("{:.3f}", evidence.quasi_p));
  if (box.resamples > 0) {
    text += fmt::format("  {:>2} of {}", evidence.found_again, box.resamples);
    if (evidence.face.side != Face::Side::Choices && evidence.found_again > 0)
      text += fmt::format(", at {} to {}", in_short(evidence.low), in_short(evidence.high));
  }
  return text + '\n';
}

/// About ten steps of the path, the chosen one among them.
std::string path_rows(const DiscoveredBox& box) {
  std::string text = "  peeling   coverage  density    mass  factors\n";
  const std::size_t stride = std::max<std::size_t>(1, (box.path.size() + 8) / 9);
  for (std::size_t i = 0; i < box.path.size(); ++i) {
    if (i % stride != 0 && i != box.chosen && i + 1 != box.path.size()) continue;
    const auto& s = box.path[i].standing;
    text +=
        fmt::format("  {:>7}   {:>8.2f}  {:>7.2f}  {:>6.3f}  {:>7}{}\n", i, s.coverage, s.density,
                    s.mass, limited(box.path[i].box), i == box.chosen ? "  <- chosen" : "");
  }
  return text;
}

std::string box_block(const DiscoveryReport& report, std::size_t number) {
  const auto& box = report.discovery.boxes[number];
  std::size_t width = 6;
  for (const auto& evidence : box.evidence)
    width = std::max(width, report.table.factors[evidence.face.factor].name.size());
  std::string text = fmt::format("Box {}: {}\n", number + 1, standing_words(box.standing));
  text += fmt::format("  {:<{}}  {:<24}  {:>9}{}\n", "factor", width, "where the cases are",
                      "quasi-p", box.resamples > 0 ? "  found again in resamples" : "");
  for (const auto& evidence : box.evidence) text += face_row(report, box, evidence, width);
  const bool is_shaky =
      std::any_of(box.evidence.begin(), box.evidence.end(),
                  [&](const Evidence& one) { return 2 * one.found_again < box.resamples; });
  if (is_shaky) text += "  a limit found again in fewer than half of the resamples may be chance\n";
  return text + '\n' + path_rows(box) + '\n';
}

std::string tree_rows(const DiscoveryReport& report, std::size_t at, const std::string& indent) {
  const auto& node = report.cart.tree.nodes()[at];
  if (node.is_leaf()) return "";
  const auto& factor = report.table.factors[node.factor];
  std::string text;
  for (const bool is_left : {true, false}) {
    const std::size_t child = is_left ? node.left : node.right;
    const auto& below = report.cart.tree.nodes()[child];
    const std::string question =
        !node.goes_left.empty()
            ? fmt::format("{}: {}", factor.name, choices_words(factor, node.goes_left, is_left))
            : fmt::format("{} {} {}", factor.name, is_left ? "below" : "from",
                          in_short(node.threshold));
    text += fmt::format("{}{}: {:.0f} points, density {:.2f}\n", indent, question, below.count,
                        below.mean);
    text += tree_rows(report, child, indent + "  ");
  }
  return text;
}

}  // namespace

std::string limits_words(const Factor& factor, const Limits& limits) {
  if (!limits.refused.empty()) return choices_words(factor, limits.refused, false);
  if (limits.has_low() && limits.has_high())
    return in_short(limits.low) + " to " + in_short(limits.high);
  if (limits.has_low()) return "above " + in_short(limits.low);
  if (limits.has_high()) return "below " + in_short(limits.high);
  return "any";
}

std::string discovery_text(const DiscoveryReport& report) {
  const auto& found = report.discovery;
  std::string text =
      fmt::format("{}{}: {} of {} points\n\n", to_text(report.condition),
                  in_year(report.table, report.outcome, report.year), found.cases, found.points);
  if (found.cases == 0) return text + "Nothing to discover: no point is such a case.\n";
  if (found.cases == found.points)
    return text + "Nothing to discover: every point is such a case.\n";
  if (found.boxes.empty())
    text += "No box: nothing among the factors tells these points from the others.\n\n";
  for (std::size_t i = 0; i < found.boxes.size(); ++i) text += box_block(report, i);
  if (found.boxes.size() > 1)
    text += fmt::format("All boxes: {}\n\n", standing_words(found.together));
  return text;
}

std::string tree_text(const DiscoveryReport& report) {
  const auto& found = report.discovery;
  if (found.cases == 0 || found.cases == found.points) return "";
  if (report.cart.tree.leaves() == 1)
    return "Tree: cross-validation supports no question at all.\n";
  return fmt::format("Tree: {:.0f} % of the variance of left-out points\n{}",
                     100 * report.cart.explained, tree_rows(report, 0, "  "));
}

}  // namespace skillscale::cli
