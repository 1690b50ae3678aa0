#include "experiments/model_simulator.h"

#include <limits>

#include "experiments/measured.h"

namespace skillscale::experiments {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

Recording recording_of(const scenarios::Calibration& calibration) {
  Recording recording;
  for (const auto& target : calibration.targets) {
    record_for(target.of, recording);
    if (target.per) record_for(*target.per, recording);
  }
  return recording;
}

}  // namespace

ModelSimulator::ModelSimulator(const scenarios::Calibration& calibration, Progress& progress)
    : calibration_(calibration),
      progress_(progress),
      world_(world_values(calibration.scenario).front()),
      recording_(recording_of(calibration)) {}

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
  const int months = calibration_.scenario.run.months;
  std::vector<double> outputs;
  for (const auto& target : calibration_.targets) {
    if (monthly.empty()) {
      outputs.push_back(undefined);
      continue;
    }
    const double value = measured(target.of, recording_, monthly, months);
    const double by = target.per ? measured(*target.per, recording_, monthly, months) : 1;
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
