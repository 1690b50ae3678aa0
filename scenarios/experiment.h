// An experiment file: what is varied over which scenario, how often, and which numbers are kept.
//
//   schema: 1
//   name: Which estimates matter
//   scenario: workshop.yaml
//   design: {method: latin_hypercube, points: 16}
//   replicates: 2
//   factors:
//     readiness: {path: migration.hazard}                 range of the scenario, else of the table
//     staff: {path: levers.staff.strength, low: 0, high: 1}
//     policy: {packages: [pilots_as_today, denkfabrik_full]}
//   constraints: ["staff + 2 * readiness <= 1.5"]
//   outcomes:
//     gain: {headline: origin_gain, against: no_partnerships}
//     arrivals: {indicator: arrivals, take: sum, each_year: on}
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/calibration.h"
#include "scenarios/measure.h"

namespace skillscale::scenarios {

enum class DesignMethod : unsigned char {
  LatinHypercube,
  Sobol,
  Grid,
  OneAtATime,
  Morris,
  Saltelli,
  Csv
};

struct DesignSettings {
  DesignMethod method = DesignMethod::LatinHypercube;
  std::size_t points = 16;  ///< groups of points for Morris and Saltelli
  std::size_t levels = 4;   ///< of a range in a grid, one at a time, or Morris
  std::string file;         ///< of a CSV plan
  SourceFile plan;          ///< its text
};

/// What is varied: a number of the scenario over a range or a list, or the package whose policy it
/// has.
struct ExperimentFactor {
  std::string name, path, unit;
  double value = 0, low = 0, high = 0;  ///< canonical unit
  Distribution distribution = Distribution::Uniform;
  bool is_whole = false;              ///< values of the range are rounded
  std::vector<double> values;         ///< instead of a range
  std::vector<std::string> packages;  ///< instead of a path
  Place place;

  std::size_t choices() const { return packages.empty() ? values.size() : packages.size(); }
  /// The value at a share of the range, in [0, 1]; of packages the position.
  double at(double share) const;
};

/// weights[i] * factor i, summed, is at most `most`; in canonical units.
struct Constraint {
  std::string text;
  std::vector<double> weights;
  double most = 0;
};

/// A number of every run: a headline, or a measure of a monthly indicator.
struct ExperimentOutcome {
  std::string name, unit;
  std::string headline;         ///< empty for a measure
  std::string against;          ///< reference: the headline's, or what the measure is reduced by
  std::optional<Measure> of;    ///< of the whole span
  std::vector<Measure> yearly;  ///< one a calendar year instead, if it was asked for
  std::optional<Measure> per;
};

enum class OnFailure : unsigned char { Continue, Stop, Retry };

struct Experiment {
  std::string name, description;
  std::uint64_t seed = 1;
  int replicates = 1;
  bool has_common_random_numbers = true;
  OnFailure on_failure = OnFailure::Continue;
  DesignSettings design;
  std::vector<ExperimentFactor> factors;
  std::vector<Constraint> constraints;
  std::vector<ExperimentOutcome> outcomes;
  std::vector<int> years;           ///< calendar years of yearly outcomes; empty without any
  std::vector<Scenario> scenarios;  ///< one, or one for each package
  std::vector<SourceFile> files;
  std::string digest;  ///< of the file and of the scenarios' documents
};

struct LoadedExperiment {
  std::optional<Experiment> experiment;  ///< set exactly if there are no faults
  Faults faults;
};

/// Reads and checks an experiment file and its scenario, which is looked up beside the file, then
/// in the library.
LoadedExperiment load_experiment(const std::filesystem::path& file, const LoadOptions& options,
                                 const Language& language);

/// JSON Schema (draft 2020-12) of experiment files.
std::string experiment_schema();

}  // namespace skillscale::scenarios
