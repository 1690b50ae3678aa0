#include "scenarios/calibration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

const fs::path root = SKILLSCALE_SOURCE_DIR;

/// Reads a calibration text as a file of its own folder.
LoadedCalibration read(const std::string& text) {
  auto name = (fs::temp_directory_path() / "skillscale_XXXXXX").string();
  EXPECT_NE(mkdtemp(name.data()), nullptr);
  const fs::path folder = name;
  std::ofstream(folder / "c.yaml") << text;
  LoadOptions options;
  options.library = root / "scenarios/library";
  auto loaded = load_calibration(folder / "c.yaml", options, model_language());
  fs::remove_all(folder);
  return loaded;
}

const std::string head = "schema: 1\nname: C\nscenario: hello.yaml\n";
const std::string parameters =
    "parameters:\n  - {path: migration.hazard, low: 6 %/year, high: 0.01, distribution: uniform}\n";
const std::string targets =
    "targets:\n"
    "  late: {indicator: arrivals, years: 2026, take: sum, value: 12, standard_deviation: 2, "
    "unit: persons, use: held_out}\n"
    "  applications: {indicator: applications, where: {partnership_type: [private_agency, alone]}, "
    "years: [2025], value: 0.5, low: 0.4, high: 0.6, unit: 1000 persons, source: here}\n";

std::string faults_of(const std::string& text) { return read(text).faults.text(); }

TEST(CalibrationFile, ReadsParametersAndTargetsInTheirUnits) {
  const auto loaded = read(head + parameters + targets);
  ASSERT_TRUE(loaded.calibration) << loaded.faults.text();
  const auto& calibration = *loaded.calibration;
  ASSERT_EQ(calibration.parameters.size(), 1u);
  EXPECT_DOUBLE_EQ(calibration.parameters[0].low, 0.005);
  EXPECT_DOUBLE_EQ(calibration.parameters[0].at(0.5), 0.0075);
  ASSERT_EQ(calibration.targets.size(), 2u);
  EXPECT_EQ(calibration.calibrated(), 1u);
  const auto& target = calibration.targets[0];  // calibrated ones stand first
  EXPECT_EQ(target.name, "applications");
  EXPECT_DOUBLE_EQ(target.value, 500);
  EXPECT_NEAR(target.deviation, 200 / (2 * 1.6448536), 1e-4);
  EXPECT_EQ(target.of.months.front(), 12);
  EXPECT_EQ(target.of.months.size(), 12u);
  EXPECT_EQ(target.of.cells, (std::vector<std::size_t>{4, 5}));
}

TEST(CalibrationFile, TakesTheRangeOfTheScenarioAndItsTwoSides) {
  const auto loaded = read(head + "parameters:\n  - {path: migration.hazard}\n" + targets);
  ASSERT_TRUE(loaded.calibration) << loaded.faults.text();
  const auto& hazard = loaded.calibration->parameters[0];
  EXPECT_DOUBLE_EQ(hazard.at(0.5), 0.0065);
  EXPECT_DOUBLE_EQ(hazard.at(0.25), (0.004 + 0.0065) / 2);
  EXPECT_DOUBLE_EQ(hazard.at(0.75), (0.01 + 0.0065) / 2);
}

TEST(CalibrationFile, LogarithmicRangesHaveTheirMiddleAtTheGeometricMean) {
  FreeParameter parameter;
  parameter.low = 1;
  parameter.high = 100;
  parameter.distribution = Distribution::LogUniform;
  EXPECT_NEAR(parameter.at(0.5), 10, 1e-12);
}

TEST(CalibrationFile, ReadsGrowthRatiosAndBounds) {
  const auto loaded =
      read(head + parameters + targets +
           "  growth: {indicator: arrivals, years: [2025, 2026], take: growth, value: 12, "
           "standard_deviation: 3, unit: \"%/year\"}\n"
           "  stay: {indicator: stay_months, where: {stage: visa}, years: 2026, per: {indicator: "
           "entered, where: {stage: visa}, years: 2026}, at_most: 0.5, unit: years, use: "
           "structural_check}\n");
  ASSERT_TRUE(loaded.calibration) << loaded.faults.text();
  const auto& growth = loaded.calibration->targets[1];
  EXPECT_EQ(growth.name, "growth");
  EXPECT_DOUBLE_EQ(growth.value, 0.12);
  EXPECT_EQ(growth.of.months.size(), 24u);
  const auto& stay = loaded.calibration->targets[3];
  EXPECT_DOUBLE_EQ(stay.at_most.value(), 6);
  ASSERT_TRUE(stay.per);
}

struct Bad {
  const char* name;
  std::string text, path, says;
};

class BadCalibration : public ::testing::TestWithParam<Bad> {};

TEST_P(BadCalibration, IsRefusedWithPlaceAndNextStep) {
  const auto loaded = read(GetParam().text);
  EXPECT_FALSE(loaded.calibration);
  ASSERT_FALSE(loaded.faults.empty());
  bool is_found = false;
  for (const auto& fault : loaded.faults.all()) {
    EXPECT_FALSE(fault.next.empty()) << fault.path;
    EXPECT_FALSE(fault.allowed.empty()) << fault.path;
    if (fault.path != GetParam().path) continue;
    is_found = (fault.problem + fault.next).find(GetParam().says) != std::string::npos;
    EXPECT_GT(fault.place.line, 0);
  }
  EXPECT_TRUE(is_found) << loaded.faults.text();
}

std::string with_target(const std::string& target) {
  return head + parameters + targets + "  more: {" + target + "}\n";
}
const std::string sound = "value: 3, standard_deviation: 1, unit: persons";

INSTANTIATE_TEST_SUITE_P(
    Faults, BadCalibration,
    ::testing::Values(
        Bad{"UnknownKey", head + parameters + targets + "replicats: 3\n", "replicats",
            "did you mean replicates?"},
        Bad{"UnknownParameter", head + "parameters: [{path: migration.hazrd}]\n" + targets,
            "parameters[0].path", "did you mean migration.hazard?"},
        Bad{"EmptyRange",
            head + "parameters: [{path: migration.hazard, low: 0.01, high: 0.01}]\n" + targets,
            "parameters[0].low", "empty range"},
        Bad{"ValueOutsideItsSides",
            head + "parameters: [{path: migration.hazard, low: 0.1, high: 0.2}]\n" + targets,
            "parameters[0].low", "does not hold"},
        Bad{"ParameterTwice",
            head + "parameters: [{path: migration.hazard}, {path: migration.hazard}]\n" + targets,
            "parameters[1]", "twice"},
        Bad{"UnitOfAnotherKind",
            head + "parameters: [{path: migration.hazard, low: 3 EUR}]\n" + targets,
            "parameters[0].low", "money"},
        Bad{"FewerTargetsThanParameters",
            head + "parameters: [{path: migration.hazard}, {path: language.drop}]\n" + targets,
            "targets", "for 2 free parameters"},
        Bad{"UnknownIndicator", with_target("indicator: arrival, years: 2025, " + sound),
            "targets.more.indicator", "did you mean arrivals?"},
        Bad{"UnknownLabel",
            with_target("indicator: arrivals, where: {origin: BHI}, years: 2025, " + sound),
            "targets.more.where.origin", "did you mean BIH?"},
        Bad{"UnknownAxis",
            with_target("indicator: arrivals, where: {orign: BIH}, years: 2025, " + sound),
            "targets.more.where.orign", "did you mean origin?"},
        Bad{"MonthsOutsideTheRun", with_target("indicator: arrivals, years: 2027, " + sound),
            "targets.more.years", "not wholly in the run"},
        Bad{"NoMonths", with_target("indicator: arrivals, " + sound), "targets.more.years",
            "exactly one"},
        Bad{"NoUncertainty",
            with_target("indicator: arrivals, years: 2025, value: 3, unit: persons"),
            "targets.more.standard_deviation", "without uncertainty"},
        Bad{"NoUnit",
            with_target("indicator: arrivals, years: 2025, value: 3, standard_deviation: 1"),
            "targets.more.unit", "missing"},
        Bad{"WrongUnit", with_target("indicator: arrivals, years: 2025, take: mean, " + sound),
            "targets.more.unit", "which is persons"},
        Bad{"BoundOfACalibratedTarget",
            with_target("indicator: arrivals, years: 2025, at_most: 3, unit: persons"),
            "targets.more", "at_least or at_most"},
        Bad{"TargetTwice", with_target("indicator: arrivals, months: [2026-01, 2026-12], " + sound),
            "targets.more", "measures the same as targets.late"},
        Bad{"UnknownScenario", "schema: 1\nscenario: helo.yaml\n" + parameters + targets,
            "scenario", "did you mean hello.yaml?"},
        Bad{"TooFewPoints", head + parameters + targets + "posterior: {most_points: 200}\n",
            "posterior.most_points", "too few"},
        Bad{"TooFewReplicates", head + parameters + targets + "replicates: 1\n", "replicates",
            "is 1"}),
    [](const auto& tested) { return tested.param.name; });

TEST(CalibrationFile, ReportsTheFaultsOfItsScenario) {
  EXPECT_NE(faults_of("schema: 1\nname: C\n" + parameters + targets).find("scenario is missing"),
            std::string::npos);
}

class ShippedCalibration : public ::testing::TestWithParam<fs::path> {};

TEST_P(ShippedCalibration, IsSound) {
  LoadOptions options;
  options.library = root / "scenarios/library";
  const auto loaded = load_calibration(GetParam(), options, model_language());
  EXPECT_TRUE(loaded.calibration) << loaded.faults.text();
}

std::vector<fs::path> shipped() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(root / "scenarios/calibrations"))
    files.push_back(entry.path());
  return files;
}
INSTANTIATE_TEST_SUITE_P(Library, ShippedCalibration, ::testing::ValuesIn(shipped()),
                         [](const auto& tested) { return tested.param.stem().string(); });

}  // namespace
}  // namespace skillscale::scenarios
