#include "experiments/calibration_files.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "experiments/calibration_summary.h"
#include "output/table_file.h"
#include "scenarios/identity.h"
#include "scenarios/nearest.h"
#include "sim/error.h"
#include "sim/number_text.h"
#include "version.h"

namespace skillscale::experiments {
namespace {

using calibration::Point;
using output::Table;
using scenarios::Calibration;

constexpr const char* points_kind = "calibration points";
constexpr const char* posterior_kind = "posterior";

std::vector<std::string> paths_of(const Calibration& calibration) {
  std::vector<std::string> paths;
  paths.reserve(calibration.parameters.size());
  for (const auto& parameter : calibration.parameters) paths.push_back(parameter.path);
  return paths;
}

template <class Text>
std::vector<std::string> of_targets(const Calibration& calibration, Text text) {
  std::vector<std::string> texts;
  texts.reserve(calibration.targets.size());
  for (const auto& target : calibration.targets) texts.emplace_back(text(target));
  return texts;
}

template <class Number>
std::vector<double> numbers_of(const auto& list, Number number) {
  std::vector<double> numbers;
  numbers.reserve(std::size(list));
  for (const auto& item : list) numbers.push_back(number(item));
  return numbers;
}

Table frame(const Calibration& calibration, const char* kind) {
  Table table;
  table.attributes = {{"kind", kind},
                      {"title", calibration.name},
                      {"Conventions", "CF-1.10"},
                      {"source", "skillscale " + std::string(version())},
                      {"program_version", std::string(version())},
                      {"git_id", std::string(git_id())},
                      {"random_scheme", "threefry2x64-20/1"},
                      {"seed", std::to_string(calibration.settings.seed)},
                      {"scenario_digest", calibration.scenario.digest},
                      {"calibration_digest", calibration.digest}};
  table.axes.push_back({"parameter", "Free parameter", paths_of(calibration), 0});
  table.axes.push_back({"target", "Target, calibrated ones first",
                        of_targets(calibration, [](const auto& t) { return t.name; }), 0});
  return table;
}

[[noreturn]] void refuse_points(const std::filesystem::path& file, const std::string& why) {
  throw sim::InputError(file.string() + ": " + why +
                        "\n  next: begin anew with --force instead of --resume");
}

bool is_same(double one, double other) {
  return std::bit_cast<std::uint64_t>(one) == std::bit_cast<std::uint64_t>(other) ||
         (std::isnan(one) && std::isnan(other));
}

void check_first(const std::filesystem::path& file, const std::vector<Point>& points,
                 const calibration::Simulator& simulator) {
  if (points.empty()) return;
  const auto again = simulator(points.front().at, 0);
  const auto& kept = points.front().runs.front();
  if (again.size() != kept.size() || !std::equal(again.begin(), again.end(), kept.begin(), is_same))
    refuse_points(file, "the model answers otherwise than when these points were simulated");
}

void add_parameters(Table& table, const Calibration& calibration,
                    const calibration::Outcome& outcome) {
  const auto& list = calibration.parameters;
  std::vector<double> values;
  for (const auto& particle : outcome.particles()) {
    for (std::size_t i = 0; i < list.size(); ++i)
      values.push_back(list[i].at(outcome.points[particle.point].at[i]));
  }
  table.variables.push_back({"value",
                             "1",
                             "Parameter value",
                             "In the unit that parameter_unit names.",
                             {"particle", "parameter"},
                             std::move(values)});
  table.variables.push_back({"prior_low",
                             "1",
                             "Smallest value before anything was learnt",
                             "",
                             {"parameter"},
                             numbers_of(list, [](const auto& p) { return p.low; })});
  table.variables.push_back({"prior_high",
                             "1",
                             "Largest value before anything was learnt",
                             "",
                             {"parameter"},
                             numbers_of(list, [](const auto& p) { return p.high; })});
  output::TableWords units{"parameter_unit", "Unit of a parameter", "parameter", {}};
  for (const auto& parameter : list) units.texts.push_back(parameter.unit);
  table.words.push_back(std::move(units));
}

void add_targets(Table& table, const Calibration& calibration,
                 const calibration::Outcome& outcome) {
  const auto& list = calibration.targets;
  std::vector<double> predicted;
  for (const auto& particle : outcome.particles()) {
    for (std::size_t i = 0; i < list.size(); ++i)
      predicted.push_back(outcome.points[particle.point].mean(i) / list[i].scale);
  }
  table.variables.push_back({"predicted",
                             "1",
                             "Predicted target",
                             "Mean over replicates, in target_unit.",
                             {"particle", "target"},
                             std::move(predicted)});
  const auto summary = summary_of(calibration, outcome);
  table.variables.push_back(
      {"observed_low",
       "1",
       "Lower end of what was observed",
       "5 % of the observation, or at_least; in target_unit.",
       {"target"},
       numbers_of(summary.targets, [](const auto& t) { return t.observed_low; })});
  table.variables.push_back(
      {"observed_high",
       "1",
       "Upper end of what was observed",
       "95 %, or at_most.",
       {"target"},
       numbers_of(summary.targets, [](const auto& t) { return t.observed_high; })});
  const auto add_words = [&](const char* name, const char* long_name, auto text) {
    table.words.push_back({name, long_name, "target", of_targets(calibration, text)});
  };
  add_words("target_unit", "Unit of a target", [](const auto& t) { return t.unit; });
  add_words("target_use", "Use of a target",
            [](const auto& t) { return std::string(use_word(t.use)); });
  add_words("target_source", "Source of a target", [](const auto& t) { return t.source; });
}

}  // namespace

std::filesystem::path points_path(const std::filesystem::path& posterior) {
  auto path = posterior;
  if (path.extension() == ".h5") path.replace_extension();
  return path += ".points.h5";
}

void write_points(const std::filesystem::path& file, const Calibration& calibration,
                  const std::vector<Point>& points) {
  Table table = frame(calibration, points_kind);
  const std::size_t replicates = points.front().runs.size();
  table.axes.push_back({"point", "Simulated point", {}, points.size()});
  table.axes.push_back({"replicate", "Replicate", {}, replicates});
  std::vector<double> at, outputs;
  for (const auto& point : points) {
    at.insert(at.end(), point.at.begin(), point.at.end());
    for (const auto& run : point.runs) outputs.insert(outputs.end(), run.begin(), run.end());
  }
  table.variables.push_back({"coordinate",
                             "1",
                             "Place in the unit cube",
                             "Shares of the mass of each prior.",
                             {"point", "parameter"},
                             std::move(at)});
  table.variables.push_back({"output",
                             "1",
                             "Simulated target",
                             "In canonical units.",
                             {"point", "replicate", "target"},
                             std::move(outputs)});
  output::write_table(file, table);
}

std::vector<Point> read_points(const std::filesystem::path& file, const Calibration& calibration,
                               const calibration::Simulator& simulator) {
  const Table table = output::read_table(file, points_kind);
  if (table.attributes.at("calibration_digest") != calibration.digest)
    refuse_points(file, "belongs to another calibration file, scenario or seed");
  if (table.attributes.at("program_version") != version())
    refuse_points(file, "was written by skillscale " + table.attributes.at("program_version"));
  const std::size_t parameters = table.axis("parameter").size();
  const std::size_t targets = table.axis("target").size();
  std::vector<Point> points(table.axis("point").size());
  auto at = table.variable("coordinate").values.begin();
  auto output = table.variable("output").values.begin();
  for (auto& point : points) {
    point.at.assign(at, at + std::ptrdiff_t(parameters));
    at += std::ptrdiff_t(parameters);
    point.runs.resize(table.axis("replicate").size());
    for (auto& run : point.runs) {
      run.assign(output, output + std::ptrdiff_t(targets));
      output += std::ptrdiff_t(targets);
    }
  }
  check_first(file, points, simulator);
  return points;
}

void write_posterior(const std::filesystem::path& file, const Calibration& calibration,
                     const calibration::Outcome& outcome, const std::string& command_line) {
  Table table = frame(calibration, posterior_kind);
  const auto& last = outcome.posterior.generations.back();
  table.attributes["digest"] = outcome.digest;
  table.attributes["ended"] = outcome.posterior.end;
  table.attributes["tolerance"] = sim::number_text(last.tolerance);
  table.attributes["effective_particles"] = sim::number_text(last.effective);
  table.attributes["points"] = std::to_string(outcome.points.size());
  table.attributes["replicates"] = std::to_string(calibration.settings.replicates);
  table.axes.push_back({"particle", "Particle", {}, last.particles.size()});
  table.variables.push_back({"weight",
                             "1",
                             "Weight",
                             "All sum to 1.",
                             {"particle"},
                             numbers_of(last.particles, [](const auto& p) { return p.weight; })});
  table.variables.push_back({"distance",
                             "1",
                             "Distance to the calibrated targets",
                             "Root mean square, in standard deviations of a target.",
                             {"particle"},
                             numbers_of(last.particles, [](const auto& p) { return p.distance; })});
  add_parameters(table, calibration, outcome);
  add_targets(table, calibration, outcome);
  table.texts = {{"calibration_yaml", calibration.files.back().text},
                 {"effective_yaml", calibration.scenario.effective_yaml},
                 {"command_line", command_line}};
  output::write_table(file, table);
}

bool may_be_replaced(const std::filesystem::path& file, const Calibration& calibration) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return true;
  try {
    const auto there = output::read_table(file, posterior_kind);
    return there.attributes.at("calibration_digest") == calibration.digest;
  } catch (const sim::InputError&) {
    return false;
  } catch (const sim::StorageError&) {
    return false;
  }
}

void take_posterior(scenarios::Scenario& scenario, const std::filesystem::path& file) {
  const Table table = output::read_table(file, posterior_kind);
  scenarios::ParameterSample sample;
  sample.paths = table.axis("parameter").labels;
  sample.weights = table.variable("weight").values;
  sample.digest = table.attributes.at("digest");
  const auto& values = table.variable("value").values;
  const auto width = std::ptrdiff_t(sample.paths.size());
  for (auto at = values.begin(); at != values.end(); at += width)
    sample.values.emplace_back(at, at + width);
  std::vector<std::string> known;
  for (const auto& value : scenario.bound.values) known.push_back(value.path);
  for (const auto& path : sample.paths) {
    if (std::find(known.begin(), known.end(), path) != known.end()) continue;
    const auto near = scenarios::nearest_name(path, known);
    throw sim::InputError(file.string() + ": has the parameter " + path +
                          ", which this scenario lacks\n  allowed: a posterior of parameters that "
                          "the scenario has" +
                          (near.empty() ? "" : "; the nearest is " + near) +
                          "\n  next: calibrate on a base that this scenario shares");
  }
  if (scenario.run.ensemble.draws == 0) {
    throw sim::InputError(
        "ensemble.draws is 0, so that nothing would be drawn from the posterior\n  allowed: 1 and "
        "more with --posterior\n  next: --set ensemble.draws=50");
  }
  scenario.digest = scenarios::identity_of(scenario.digest + sample.digest);
  scenario.posterior = std::make_shared<const scenarios::ParameterSample>(std::move(sample));
}

}  // namespace skillscale::experiments
