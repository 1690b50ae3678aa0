// An experiment file: what is varied, what is kept of every run, how points are laid out.
//
//   schema: 1
//   name: Which framework condition limits scaling
//   scenario: workshop.yaml
//   design: {method: latin_hypercube, points: 64}
//   replicates: 4
//   factors:
//     readiness: migration.hazard                         range of the scenario, else of the table
//     welcome: {path: levers.welcome.strength, low: 0, high: 1}
//     package: {packages: [denkfabrik_full, pilots_as_today]}
//   constraints: [welcome + 2 * readiness <= 1.5]
//   outcomes:
//     arrivals_a_year: {indicator: arrivals, each_year: on}
//     gain: {headline: triple_win, against: pilots_as_today}
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/calibration.h"
#include "scenarios/measure.h"
#include "scenarios/scenario.h"

namespace skillscale::scenarios {

enum class FactorKind : unsigned char {
  Range,    ///< a number, from low to high
  Numbers,  ///< one of these numbers
  Words,    ///< one of these words for a parameter that is no number
  Package,  ///< a package of the library
  Base      ///< one of the base scenarios; always the last factor
};

struct ExperimentFactor {
  std::string name;  ///< as the file names it; "scenario" for the choice of bases
  std::string path;  ///< of the parameter; empty for packages and bases
  std::string unit;  ///< "1" without one
  FactorKind kind = FactorKind::Range;
  bool is_whole = false;                        ///< values of a range are rounded
  FreeParameter range;                          ///< of Range
  std::vector<double> numbers;                  ///< of Numbers, canonical unit
  std::vector<std::string> words;               ///< of Words, Package and Base
  const models::ParameterDecl* decl = nullptr;  ///< of Range and Numbers
  bool is_policy = false;                       ///< references do not see it
  Place place;

  bool has_words() const { return kind >= FactorKind::Words; }
  /// How many values it can take; 0 for a range.
  std::size_t size() const;
  /// The value at a coordinate in [0, 1]: canonical unit, or a position among the words.
  double at(double share) const;
  /// A coordinate of a value; outside [0, 1] for one that lies outside the range.
  double share_of(double value) const;
};

/// terms + ... <= bound, or < bound.
struct FactorConstraint {
  std::vector<std::pair<double, std::size_t>> terms;  ///< times the value of a factor
  double bound = 0;
  bool is_strict = false;
  std::string text;  ///< as written

  bool holds(std::span<const double> values) const;
};

/// A number that every run yields, once or for several years.
struct ExperimentOutcome {
  std::string name, unit, long_name;
  std::vector<int> years;    ///< empty for one without years
  std::vector<Measure> of;   ///< by year; empty for a headline
  std::vector<Measure> per;  ///< by year, or empty
  std::size_t headline = 0;  ///< position in the table of headlines, for one
  int against = 0;           ///< world of the reference whose value is taken off; 0 for none
  double scale = 1;          ///< canonical units in one of `unit`
  Place place;

  bool is_headline() const { return of.empty(); }
  std::size_t width() const { return years.empty() ? 1 : years.size(); }
};

enum class DesignMethod : unsigned char {
  LatinHypercube,
  Sobol,
  Morris,
  Saltelli,
  Grid,
  OneAtATime,
  List,
  Csv,
  Posterior
};
std::string_view method_word(DesignMethod method);

struct DesignSettings {
  DesignMethod method = DesignMethod::LatinHypercube;
  std::size_t points = 0;  ///< of morris the paths, of saltelli the base points
  std::size_t levels = 0;  ///< 0 takes what the method does without
  std::size_t candidates = 0;
  std::vector<std::vector<double>> rows;  ///< of list; values by factor
  std::filesystem::path file;             ///< of csv and posterior, as found
  Place place;
};

/// Replicates until the mean of an outcome is known well enough.
struct Until {
  std::string outcome;
  double relative_error = 0;  ///< standard error by mean
  int at_most = 0;
};

enum class OnFailure : unsigned char { Continue, Stop, Retry };

struct ExperimentBase {
  std::string name;            ///< as written
  std::filesystem::path file;  ///< as found
  Scenario scenario;
};

/// Most points of a design, and most runs of a point.
constexpr std::size_t most_points = 10'000'000;
constexpr int most_replicates = 100'000;

struct Experiment {
  std::string name, description, package;
  std::uint64_t seed = 1;
  int replicates = 2;
  std::optional<Until> until;
  bool are_random_numbers_common = true;
  OnFailure on_failure = OnFailure::Continue;
  DesignSettings design;
  std::vector<ExperimentBase> bases;
  std::vector<ExperimentFactor> factors;
  std::vector<FactorConstraint> constraints;
  std::vector<ExperimentOutcome> outcomes;  ///< as the first base has them
  std::vector<SourceFile> files;            ///< every file read, the experiment first
  LoadOptions options;                      ///< it was read with
  Node tree;                                ///< of the file
  std::string digest;                       ///< of all that decides about results
};

struct LoadedExperiment {
  std::optional<Experiment> experiment;  ///< set exactly if there are no faults
  Faults faults;
};

/// Reads and checks an experiment file, its scenarios, and each package and word it may choose.
/// Files are looked up beside it, then in the library.
LoadedExperiment load_experiment(const std::filesystem::path& file, const LoadOptions& options,
                                 const Language& language);

/// Whether a file is an experiment: it has the key `factors`. Never throws.
bool looks_like_experiment(const std::filesystem::path& file);

/// A scenario of the experiment with words chosen, and its outcomes.
struct ExperimentVariant {
  Scenario scenario;
  std::vector<ExperimentOutcome> outcomes;
};

/// @param values  of all factors; only those with words count
std::optional<ExperimentVariant> load_variant(const Experiment& experiment,
                                              std::span<const double> values, Faults& faults);

/// A value of a factor as a plan writes it: a quantity, or one of its words.
std::optional<double> read_factor_value(const ExperimentFactor& factor, const Node& written,
                                        const std::string& path, Faults& faults);
/// The inverse: the number in its canonical unit, or the word.
std::string factor_text(const ExperimentFactor& factor, double value);

/// JSON Schema (draft 2020-12) of experiment files.
std::string experiment_schema();

}  // namespace skillscale::scenarios
