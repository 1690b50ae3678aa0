// The picture of a calibration: a row per target, each on a scale of its own.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/calibration_report.h"

namespace skillscale::cli {
namespace {

using experiments::TargetSummary;
using experiments::Verdict;

constexpr double row_height = 22, left = 290, width = 420, top = 46;

/// From a target's numbers to the width of the picture.
struct Scale {
  double low = 0, high = 1;
  double at(double value) const {
    const double share = (std::clamp(value, low, high) - low) / (high - low);
    return left + width * share;
  }
};

Scale scale_of(const TargetSummary& t) {
  double low = std::min(t.predicted.low, t.predicted.median);
  double high = std::max(t.predicted.high, t.predicted.median);
  for (const double end : {t.observed_low, t.observed_high}) {
    if (std::isinf(end)) continue;
    low = std::min(low, end);
    high = std::max(high, end);
  }
  const double room = std::max(0.08 * (high - low), 1e-9 + 1e-6 * std::abs(high));
  return {low - room, high + room};
}

std::string label(double x, double y, const char* anchor, const std::string& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor,
                     text);
}

std::string row(const TargetSummary& t, double y) {
  std::string text = label(left - 12, y + 4, "end", t.target->name);
  if (t.verdict == Verdict::Undefined) return text + label(left, y + 4, "start", "not defined");
  const Scale scale = scale_of(t);
  const double from = scale.at(t.observed_low), to = scale.at(t.observed_high);
  text += fmt::format(
      "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"12\" fill=\"#b8c4d0\"/>\n", from,
      y - 6, std::max(1.5, to - from));
  const char* colour = t.verdict == Verdict::Hit ? "#0b6e4f" : "#b3261e";
  text += fmt::format(
      "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
      "stroke-width=\"3\"/>\n",
      scale.at(t.predicted.low), y, scale.at(t.predicted.high), y, colour);
  text += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4\" fill=\"{}\"/>\n",
                      scale.at(t.predicted.median), y, colour);
  return text +
         label(left + width + 12, y + 4, "start", t.verdict == Verdict::Hit ? "hit" : "miss");
}

}  // namespace

std::string calibration_picture(const experiments::CalibrationSummary& summary) {
  const auto rows = static_cast<double>(summary.targets.size());
  std::string body;
  double y = top;
  const scenarios::Target* before = nullptr;
  for (const auto& t : summary.targets) {
    if (before == nullptr || before->use != t.target->use) {
      body += fmt::format("<text x=\"10\" y=\"{:.1f}\" font-weight=\"bold\">{}</text>\n", y + 4,
                          use_word(t.target->use));
      y += row_height;
    }
    before = t.target;
    body += row(t, y);
    y += row_height;
  }
  const double height = top + (rows + 3) * row_height;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 780 {0:.0f}\" width=\"780\" "
      "height=\"{0:.0f}\" font-family=\"sans-serif\" font-size=\"12\" "
      "role=\"img\">\n<title>Observed "
      "and predicted targets</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
      "<text x=\"10\" y=\"20\">Grey: observed, 90 %. Line and dot: predicted, 90 % and median; "
      "green "
      "hit, red missed. Each row has a scale of its own.</text>\n{1}</svg>\n",
      height, body);
}

}  // namespace skillscale::cli
