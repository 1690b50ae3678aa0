#include "experiments/model_simulator.h"

#include <algorithm>
#include <limits>

#include "sim/math.h"

namespace skillscale::experiments {
namespace {

using scenarios::Measure;
using scenarios::Take;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t months_a_year = 12;

Recording recording_of(const scenarios::Calibration& calibration) {
  Recording recording;
  const auto add = [&](const Measure& measure) {
    auto& known = recording.indicators;
    if (std::find(known.begin(), known.end(), measure.indicator) == known.end())
      known.push_back(measure.indicator);
  };
  for (const auto& target : calibration.targets) {
    add(target.of);
    if (target.per) add(*target.per);
  }
  return recording;
}

/// Growth a year between the first and the last twelve of these months.
double growth(const std::vector<double>& months, int years) {
  double first = 0, last = 0;
  for (std::size_t i = 0; i < months_a_year; ++i) {
    first += months[i];
    last += months[months.size() - 1 - i];
  }
  return first > 0 ? sim::math::pow(last / first, 1.0 / years) - 1 : undefined;
}

double aggregate(const Measure& of, const std::vector<double>& months) {
  if (of.take == Take::End) return months.back();
  if (of.take == Take::Growth) return growth(months, of.years_apart);
  double sum = 0;
  for (const double value : months) sum += value;
  return of.take == Take::Mean ? sum / static_cast<double>(months.size()) : sum;
}

}  // namespace

ModelSimulator::ModelSimulator(const scenarios::Calibration& calibration, Progress& progress)
    : calibration_(calibration),
      progress_(progress),
      world_(world_values(calibration.scenario).front()),
      recording_(recording_of(calibration)) {}

double ModelSimulator::measure(const Measure& of,
                               const std::vector<std::vector<double>>& monthly) const {
  const auto& known = recording_.indicators;
  const auto at = std::find(known.begin(), known.end(), of.indicator) - known.begin();
  const auto& values = monthly[static_cast<std::size_t>(at)];
  const std::size_t width =
      values.size() / static_cast<std::size_t>(calibration_.scenario.run.months);
  std::vector<double> months;
  for (const int month : of.months) {
    double sum = 0;
    for (const auto cell : of.cells) sum += values[static_cast<std::size_t>(month) * width + cell];
    months.push_back(sum);
  }
  return aggregate(of, months);
}

std::vector<double> ModelSimulator::operator()(std::span<const double> point,
                                               std::uint32_t replicate) const {
  WorldValues world = world_;
  for (std::size_t i = 0; i < calibration_.parameters.size(); ++i) {
    const auto& parameter = calibration_.parameters[i];
    world.values.numbers.emplace_back(parameter.path, parameter.at(point[i]));
  }
  const auto seed = calibration_.settings.seed;
  const auto worlds = make_worlds(std::span(&world, 1), calibration_.scenario.run.months, seed, 0);
  const auto records = run_replicate(worlds, {seed, replicate, 0}, recording_, progress_);
  const auto& monthly = records.front().monthly;
  std::vector<double> outputs;
  for (const auto& target : calibration_.targets) {
    if (monthly.empty()) {
      outputs.push_back(undefined);
      continue;
    }
    const double value = measure(target.of, monthly);
    const double by = target.per ? measure(*target.per, monthly) : 1;
    outputs.push_back(by != 0 ? value / by : undefined);
  }
  return outputs;
}

calibration::Problem problem_of(const scenarios::Calibration& calibration) {
  calibration::Problem problem;
  for (const auto& parameter : calibration.parameters) problem.parameters.push_back(parameter.path);
  for (const auto& target : calibration.targets) {
    if (target.use != scenarios::Use::Calibrated) continue;
    problem.targets.push_back(
        {target.name, target.value, target.deviation, target.discrepancy, target.weight});
  }
  return problem;
}

calibration::Settings settings_of(const scenarios::Calibration& calibration) {
  const auto& from = calibration.settings;
  calibration::Settings to;
  to.seed = from.seed;
  to.replicates = from.replicates;
  to.design_points = from.design_points;
  to.waves = from.waves;
  to.cut = from.cut;
  to.particles = from.particles;
  to.generations = from.generations;
  to.quantile = from.quantile;
  to.tolerance = from.tolerance;
  to.smallest_acceptance = from.smallest_acceptance;
  to.effective_share = from.effective_share;
  to.most_points = from.most_points;
  return to;
}

}  // namespace skillscale::experiments
