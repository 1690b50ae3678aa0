// A calibration file: which parameters are free, which numbers the model shall meet, how hard to
// look.
//
//   schema: 1
//   name: Hindcast
//   scenario: hindcast.yaml
//   parameters:
//     - {path: migration.hazard}                    range of the scenario, else of the table
//     - {path: visa.lapse, low: 1 %/month, high: 4 %/month, distribution: uniform}
//   targets:
//     starts_2022: {indicator: arrivals, where: {partnership_type: recruit_and_bridge}, years:
//     2022,
//       value: 656, standard_deviation: 60, unit: persons, source: ba_2022, use: calibrated}
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/measure.h"
#include "scenarios/scenario.h"

namespace skillscale::scenarios {

/// How a parameter is drawn before anything is learnt.
enum class Distribution : unsigned char {
  TwoSided,   ///< half of the mass on each side of the stated value, even within each side
  Uniform,    ///< even from low to high
  LogUniform  ///< its logarithm even from low to high
};

struct FreeParameter {
  std::string path, unit;
  double value = 0, low = 0, high = 0;  ///< canonical unit
  Distribution distribution = Distribution::TwoSided;
  Place place;

  /// The value at a share of the mass, in (0, 1).
  double at(double share) const;
};

enum class Use : unsigned char { Calibrated, StructuralCheck, HeldOut };

struct Target {
  std::string name;
  Measure of;
  std::optional<Measure> per;  ///< divides
  Use use = Use::Calibrated;
  double value = 0, deviation = 0, discrepancy = 0;  ///< canonical unit of the measure
  std::optional<double> at_least, at_most;           ///< instead of a value
  double weight = 1;
  double scale = 1;  ///< canonical units in one of `unit`
  std::string unit, source, confidence, note;
  Place place;
};

struct CalibrationSettings {
  std::uint64_t seed = 1;
  int replicates = 4;
  int design_points = 60, waves = 2;
  double cut = 3;
  int particles = 100, generations = 6, most_points = 5000;
  double quantile = 0.5, tolerance = 0.5, smallest_acceptance = 0.02, effective_share = 0.25;
};

struct Calibration {
  std::string name, description;
  Scenario scenario;
  CalibrationSettings settings;
  std::vector<FreeParameter> parameters;
  std::vector<Target> targets;  ///< calibrated ones first
  std::vector<SourceFile> files;
  std::string digest;  ///< of the file and of the scenario's document

  std::size_t calibrated() const;  ///< number of targets that are calibrated to
};

struct LoadedCalibration {
  std::optional<Calibration> calibration;  ///< set exactly if there are no faults
  Faults faults;
};

/// Reads and checks a calibration file and its scenario, which is looked up beside the file, then
/// in the library.
LoadedCalibration load_calibration(const std::filesystem::path& file, const LoadOptions& options,
                                   const Language& language);

/// JSON Schema (draft 2020-12) of calibration files.
std::string calibration_schema();

std::string_view use_word(Use use);

}  // namespace skillscale::scenarios
