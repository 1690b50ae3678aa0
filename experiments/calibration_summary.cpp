#include "experiments/calibration_summary.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace skillscale::experiments {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
// Standard deviations from the middle to the ends of what holds 90 %.
constexpr double normal_95 = 1.6448536269514722;

void take_observation(const scenarios::Target& target, TargetSummary& summary) {
  if (target.at_least || target.at_most) {
    summary.observed_low = target.at_least.value_or(-infinity) / target.scale;
    summary.observed_high = target.at_most.value_or(infinity) / target.scale;
    return;
  }
  // A stated discrepancy makes a miss bearable for the calibration, not a hit.
  summary.observed_low = (target.value - normal_95 * target.deviation) / target.scale;
  summary.observed_high = (target.value + normal_95 * target.deviation) / target.scale;
}

Verdict verdict_of(const TargetSummary& summary) {
  if (std::isnan(summary.predicted.median)) return Verdict::Undefined;
  // Against a bound the middle of the prediction counts: an interval would meet nearly any.
  const bool is_bound = summary.target->at_least || summary.target->at_most;
  const double low = is_bound ? summary.predicted.median : summary.predicted.low;
  const double high = is_bound ? summary.predicted.median : summary.predicted.high;
  return low <= summary.observed_high && high >= summary.observed_low ? Verdict::Hit
                                                                      : Verdict::Miss;
}

}  // namespace

Spread spread_of(const std::vector<double>& values, const std::vector<double>& weights) {
  std::vector<std::pair<double, double>> sorted;
  double all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    sorted.emplace_back(values[i], weights[i]);
    all += weights[i];
  }
  const double undefined = std::numeric_limits<double>::quiet_NaN();
  if (sorted.empty() || !(all > 0)) return {undefined, undefined, undefined};
  std::sort(sorted.begin(), sorted.end());
  const auto quantile = [&](double share) {
    double sum = 0;
    for (const auto& [value, weight] : sorted) {
      if ((sum += weight) >= share * all) return value;
    }
    return sorted.back().first;
  };
  return {quantile(0.05), quantile(0.5), quantile(0.95)};
}

CalibrationSummary summary_of(const scenarios::Calibration& calibration,
                              const calibration::Outcome& outcome) {
  CalibrationSummary summary;
  std::vector<double> weights;
  for (const auto& particle : outcome.particles()) weights.push_back(particle.weight);
  const auto over_particles = [&](auto value) {
    std::vector<double> values;
    for (const auto& particle : outcome.particles())
      values.push_back(value(outcome.points[particle.point]));
    return spread_of(values, weights);
  };
  for (std::size_t i = 0; i < calibration.parameters.size(); ++i) {
    const auto& parameter = calibration.parameters[i];
    summary.parameters.push_back({&parameter, over_particles([&](const calibration::Point& point) {
                                    return parameter.at(point.at[i]);
                                  })});
  }
  for (std::size_t i = 0; i < calibration.targets.size(); ++i) {
    TargetSummary target;
    target.target = &calibration.targets[i];
    target.predicted = over_particles(
        [&](const calibration::Point& point) { return point.mean(i) / target.target->scale; });
    take_observation(*target.target, target);
    target.verdict = verdict_of(target);
    summary.targets.push_back(target);
  }
  return summary;
}

}  // namespace skillscale::experiments
