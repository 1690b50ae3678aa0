// The real model in the hands of the engine: targets are what results say, a posterior reaches the
// draws, and a known truth is found again.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "experiments/calibration_files.h"
#include "experiments/calibration_summary.h"
#include "experiments/model_simulator.h"
#include "output/result_file.h"
#include "sim/error.h"
#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

scenarios::Calibration read(const Folder& folder, const std::string& text) {
  const std::filesystem::path root = SKILLSCALE_SOURCE_DIR;
  std::ofstream(folder / "c.yaml") << text;
  scenarios::LoadOptions options;
  options.library = root / "scenarios/library";
  auto loaded =
      scenarios::load_calibration(folder / "c.yaml", options, scenarios::model_language());
  if (!loaded.calibration) throw sim::InputError(loaded.faults.text());
  return *std::move(loaded.calibration);
}

const std::string text =
    "schema: 1\nname: C\nscenario: hello.yaml\nseed: 8\nreplicates: 2\n"
    "design: {points: 30, waves: 2}\n"
    "posterior: {particles: 60, generations: 4, tolerance: 0.8, most_points: 700}\n"
    "parameters:\n  - {path: migration.hazard, distribution: uniform}\n"
    "  - {path: language.drop, low: 0.002, high: 0.05, distribution: uniform}\n"
    "targets:\n"
    "  applications: {indicator: applications, years: [2025, 2026], value: 1000, "
    "standard_deviation: 40, unit: persons}\n"
    "  leaving: {indicator: dropped, where: {stage: language}, years: [2025, 2026], per: "
    "{indicator: entered, where: {stage: language}, years: [2025, 2026]}, value: 0.3, "
    "standard_deviation: 0.03, unit: \"1\"}\n"
    "  visa: {indicator: stock, where: {stage: visa}, months: 2026-12, take: end, value: 5, "
    "standard_deviation: 2, unit: persons, use: held_out}\n";

// The stated values stand at the middle of two-sided ranges, so the middle of the cube is the
// scenario itself.
TEST(ModelSimulator, MeasuresWhatTheResultFileHolds) {
  const Folder folder;
  auto plain = text;
  for (auto at = plain.find(", distribution: uniform"); at != std::string::npos;
       at = plain.find(", distribution: uniform"))
    plain.erase(at, std::string(", distribution: uniform").size());
  const auto calibration = read(folder, plain);
  Progress progress;
  const ModelSimulator simulator(calibration, progress);
  const auto outputs = simulator(std::vector<double>{0.5, 0.5}, 1);

  auto scenario = calibration.scenario;
  scenario.references.clear();
  RunOptions options;
  options.replicates = 2;
  options.seed = 8;
  options.months = 36;
  run_to_file(scenario, options, folder / "r.h5", progress);
  const output::ResultReader result(folder / "r.h5");
  const auto sum = [&](const char* name, std::vector<std::size_t> start,
                       std::vector<std::size_t> count) {
    start.insert(start.begin(), {0, 1});
    count.insert(count.begin(), {1, 1});
    double total = 0;
    for (const double v : result.read(name, start, count)) total += v;
    return total;
  };
  EXPECT_EQ(outputs[0], sum("applications", {12, 0, 0, 0}, {24, 1, 1, 6}));
  EXPECT_DOUBLE_EQ(outputs[1], sum("dropped", {12, 0, 0, 0, 1}, {24, 1, 1, 6, 1}) /
                                   sum("entered", {12, 0, 0, 0, 1}, {24, 1, 1, 6, 1}));
  EXPECT_EQ(outputs[2], sum("stock", {35, 0, 0, 0, 4}, {1, 1, 1, 6, 1}));
  EXPECT_GT(outputs[0], 0);
}

TEST(ModelSimulator, LeavesHeldOutTargetsToItself) {
  const Folder folder;
  const auto calibration = read(folder, text);
  const auto problem = problem_of(calibration);
  ASSERT_EQ(problem.targets.size(), 2u);
  EXPECT_EQ(problem.targets[1].name, "leaving");
  Progress progress;
  EXPECT_EQ(ModelSimulator(calibration, progress)(std::vector<double>{0.1, 0.1}, 0).size(), 3u);
}

/// A quick calibration: hardly anything is learnt.
scenarios::Calibration quick(const Folder& folder) {
  auto calibration = read(folder, text);
  calibration.settings.design_points = 10;
  calibration.settings.waves = 1;
  calibration.settings.cut = 20;
  calibration.settings.particles = 10;
  calibration.settings.generations = 1;
  calibration.targets[0].value = 500;
  return calibration;
}

TEST(CalibrationFiles, GiveBackPointsAndHandParticlesToTheDraws) {
  const Folder folder;
  const auto calibration = quick(folder);
  Progress progress;
  const ModelSimulator simulator(calibration, progress);
  const auto outcome =
      calibration::calibrate(problem_of(calibration), settings_of(calibration), simulator);
  write_points(folder / "p.points.h5", calibration, outcome.points);
  const auto again = read_points(folder / "p.points.h5", calibration, simulator);
  ASSERT_EQ(again.size(), outcome.points.size());
  EXPECT_EQ(again.back().runs, outcome.points.back().runs);
  EXPECT_EQ(again.back().at, outcome.points.back().at);

  write_posterior(folder / "p.h5", calibration, outcome, "");
  EXPECT_TRUE(may_be_replaced(folder / "p.h5", calibration));
  auto scenario = calibration.scenario;
  EXPECT_THROW(take_posterior(scenario, folder / "p.h5"), sim::InputError) << "there are no draws";
  scenario.run.ensemble.draws = 2;
  const auto identity = scenario.digest;
  take_posterior(scenario, folder / "p.h5");
  EXPECT_NE(scenario.digest, identity);
  std::vector<double> known;
  for (const auto& particle : outcome.particles())
    known.push_back(calibration.parameters[1].at(outcome.points[particle.point].at[1]));
  for (std::uint32_t draw = 1; draw <= 20; ++draw) {
    const auto worlds = make_worlds(scenario, 12, 1, draw);
    const double drop = worlds.parameters[0]->language.drop;
    EXPECT_NE(std::find(known.begin(), known.end(), drop), known.end()) << drop;
    EXPECT_EQ(worlds.parameters[1]->language.drop, drop) << "references share the particle";
  }
}

TEST(Posterior, ParticlesAreTakenAsOftenAsTheirWeightsSay) {
  auto scenario = tiny({"ensemble.draws=5"});
  scenario.posterior = std::make_shared<const scenarios::ParameterSample>(
      scenarios::ParameterSample{{"language.drop"}, {{0.01}, {0.02}, {0.03}}, {0.7, 0, 0.3}, "x"});
  const auto values = world_values(scenario);
  int first = 0;
  constexpr int draws = 400;
  for (std::uint32_t draw = 1; draw <= draws; ++draw) {
    const double drop = make_worlds(values, 1, 5, draw).parameters[0]->language.drop;
    EXPECT_NE(drop, 0.02) << "has no weight";
    if (drop == 0.01) ++first;
  }
  // Standard deviation of the count: sqrt(400 * 0.7 * 0.3) = 9.2; four of them.
  EXPECT_NEAR(first, 0.7 * draws, 37);
  EXPECT_EQ(make_worlds(values, 1, 5, 0).parameters[0]->language.drop,
            make_worlds(tiny(), 1, 5, 0).parameters[0]->language.drop)
      << "without a draw the stated values stand";
}

TEST(Posterior, OfAnotherModelIsRefused) {
  const Folder folder;
  const auto calibration = read(folder, text);
  auto point = calibration::Point{{0.5, 0.5}, {{1, 1, 1}, {1, 1, 1}}};
  calibration::Outcome outcome;
  outcome.points = {point};
  outcome.digest = "d";
  outcome.posterior.generations = {{0, 1, 1, {{0, 1, 0.5}}}};
  write_posterior(folder / "p.h5", calibration, outcome, "");
  auto scenario = tiny({"ensemble.draws=5"});
  std::erase_if(scenario.bound.values,
                [](const auto& value) { return value.path == "language.drop"; });
  try {
    take_posterior(scenario, folder / "p.h5");
    FAIL() << "was taken";
  } catch (const sim::InputError& error) {
    EXPECT_NE(std::string(error.what()).find("has the parameter language.drop"), std::string::npos);
  }
  EXPECT_THROW(take_posterior(scenario, folder / "c.yaml"), sim::InputError);
}

}  // namespace
}  // namespace skillscale::experiments
