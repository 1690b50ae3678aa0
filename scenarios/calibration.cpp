#include "scenarios/calibration.h"

#include <algorithm>

#include "scenarios/beside.h"
#include "scenarios/calibration_keys.h"
#include "scenarios/calibration_target.h"
#include "scenarios/identity.h"
#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/read_quantity.h"
#include "sim/math.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

CalibrationSettings read_settings(const KeyReader& top) {
  CalibrationSettings settings;
  top.number("seed", settings.seed);
  top.number("replicates", settings.replicates);
  if (const Node* node = top.find("design")) {
    const KeyReader design = top.inner(*node, "design", "design");
    design.number("points", settings.design_points);
    design.number("waves", settings.waves);
    design.number("cut", settings.cut);
  }
  if (const Node* node = top.find("posterior")) {
    const KeyReader posterior = top.inner(*node, "posterior", "posterior");
    posterior.number("particles", settings.particles);
    posterior.number("generations", settings.generations);
    posterior.number("most_points", settings.most_points);
    posterior.number("quantile", settings.quantile);
    posterior.number("tolerance", settings.tolerance);
    posterior.number("smallest_acceptance", settings.smallest_acceptance);
    posterior.number("effective_share", settings.effective_share);
  }
  return settings;
}

const ParameterValue* find_number(const Scenario& scenario, std::string_view path) {
  for (const auto& value : scenario.bound.values) {
    if (value.path == path && value.decl->kind == models::ValueKind::Real) return &value;
  }
  return nullptr;
}

void refuse_path(const KeyReader& reader, const Scenario& scenario, const std::string& path) {
  std::vector<std::string> known;
  for (const auto& value : scenario.bound.values) {
    if (value.decl->kind == models::ValueKind::Real) known.push_back(value.path);
  }
  const auto near = nearest_name(path, known);
  const Node* given = reader.find("path");
  reader.refuse(
      given == nullptr ? reader.node() : *given, "path",
      path.empty() ? "is missing" : "is " + path + ", which is no number of the scenario",
      "the path of a number with a unit",
      near.empty() ? "`skillscale params` lists all paths" : "did you mean " + near + "?");
}

/// low or high of a free parameter, read as the scenario reads the parameter itself.
void read_bound(const KeyReader& reader, std::string_view key, const ParameterValue& known,
                double& into, Faults& faults) {
  const Node* node = reader.find(key);
  if (node == nullptr) return;
  ParameterValue value;
  value.path = reader.path() + "." + std::string(key);
  value.decl = known.decl;
  Node annotations;
  annotations.kind = NodeKind::Map;
  if (const Node* unit = reader.find("unit")) annotations.children.push_back(*unit);
  if (read_quantity_value(*node, &annotations, value, faults)) into = value.value;
}

void refuse_range(const KeyReader& reader, const FreeParameter& parameter) {
  const bool is_log = parameter.distribution == Distribution::LogUniform;
  const bool is_empty = parameter.low >= parameter.high;
  const std::string range = "to high is " + rounded_text(parameter.low) + " to " +
                            rounded_text(parameter.high) + " " + parameter.unit;
  const Node* low = reader.find("low");
  const Node& at = low == nullptr ? reader.node() : *low;
  if (is_empty) {
    reader.refuse(at, "low", range + ", an empty range", "low < high",
                  "give low and high; the scenario states no range that could be taken");
  } else if (is_log) {
    reader.refuse(at, "low", range + ", which has no logarithm throughout", "0 < low < high",
                  "give a low above 0, or distribution: uniform");
  } else {
    reader.refuse(at, "low",
                  range + ", which does not hold the scenario's " + rounded_text(parameter.value),
                  "low <= value <= high for distribution: two_sided",
                  "give distribution: uniform, or a range around the value");
  }
}

std::optional<FreeParameter> read_parameter(const Node& node, std::size_t number,
                                            const Scenario& scenario, Faults& faults) {
  const KeyReader reader(node, calibration_keys(), "parameter",
                         "parameters[" + std::to_string(number) + "]", faults);
  if (!node.is_map()) return std::nullopt;
  FreeParameter parameter;
  parameter.path = reader.text("path");
  reader.text("note");
  const auto* known = find_number(scenario, parameter.path);
  if (known == nullptr) {
    refuse_path(reader, scenario, parameter.path);
    return std::nullopt;
  }
  const auto before = faults.size();
  parameter.unit = known->decl->unit;
  parameter.place = node.place;
  parameter.value = known->value;
  parameter.low = known->low;
  parameter.high = known->high;
  if (known->low == known->high && known->is_default) {
    parameter.low = known->decl->range_low;
    parameter.high = known->decl->range_high;
  }
  read_bound(reader, "low", *known, parameter.low, faults);
  read_bound(reader, "high", *known, parameter.high, faults);
  parameter.distribution = static_cast<Distribution>(reader.choice("distribution", 0));
  const bool is_sided = parameter.distribution == Distribution::TwoSided;
  const bool is_log = parameter.distribution == Distribution::LogUniform;
  const bool is_sound =
      parameter.low < parameter.high && (!is_log || parameter.low > 0) &&
      (!is_sided || (parameter.low <= parameter.value && parameter.value <= parameter.high));
  if (is_sound && faults.size() == before) return parameter;
  if (faults.size() == before) refuse_range(reader, parameter);
  return std::nullopt;
}

std::vector<FreeParameter> read_parameters(const KeyReader& top, const Scenario& scenario,
                                           Faults& faults) {
  std::vector<FreeParameter> parameters;
  const Node* list = top.find("parameters");
  if (list == nullptr || !list->is_sequence() || list->children.empty()) {
    top.refuse(list == nullptr ? top.node() : *list, "parameters", "names no free parameter",
               "a list of maps with a path", "write - {path: migration.hazard}");
    return parameters;
  }
  for (std::size_t i = 0; i < list->children.size(); ++i) {
    auto read = read_parameter(list->children[i], i, scenario, faults);
    if (!read) continue;
    const bool is_known = std::any_of(parameters.begin(), parameters.end(),
                                      [&](const auto& other) { return other.path == read->path; });
    if (is_known) {
      faults.add({read->place, "parameters[" + std::to_string(i) + "]",
                  "names " + read->path + " twice", "each parameter once",
                  "remove one of the two"});
    } else {
      parameters.push_back(*std::move(read));
    }
  }
  return parameters;
}

bool measures_the_same(const Target& one, const Target& other) {
  return one.of == other.of && one.per == other.per;
}

void refuse_duplicates(const std::vector<Target>& targets, Faults& faults) {
  for (std::size_t i = 0; i < targets.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!measures_the_same(targets[i], targets[j])) continue;
      const bool is_check = targets[i].use != Use::Calibrated && targets[i].use != targets[j].use;
      if (is_check) continue;  // the same number may be held against a bound as well
      faults.add({targets[i].place, "targets." + targets[i].name,
                  "measures the same as targets." + targets[j].name,
                  "each number once, or it counts twice", "remove one of the two"});
      break;
    }
  }
}

std::vector<Target> read_targets(const KeyReader& top, const MeasureContext& context,
                                 Faults& faults) {
  std::vector<Target> targets;
  const Node* map = top.find("targets");
  if (map == nullptr || !map->is_map() || map->children.empty()) {
    top.refuse(map == nullptr ? top.node() : *map, "targets", "names no target",
               "a map of targets by name", "write starts_2022: {indicator: arrivals, ...}");
    return targets;
  }
  for (const auto& child : map->children) {
    if (child.is_faulty) continue;
    if (auto target = read_target(child, context, faults)) targets.push_back(*std::move(target));
  }
  refuse_duplicates(targets, faults);
  std::stable_sort(targets.begin(), targets.end(), [](const Target& one, const Target& other) {
    return one.use == Use::Calibrated && other.use != Use::Calibrated;
  });
  return targets;
}

/// The base scenario, beside the file or in the library.
std::optional<Scenario> read_base(const fs::path& file, const KeyReader& top,
                                  const LoadOptions& options, const Language& language,
                                  Faults& faults) {
  const auto name = top.text("scenario");
  if (name.empty()) {
    if (top.find("scenario") == nullptr)
      top.refuse(top.node(), "scenario", "is missing", "a scenario file",
                 "write scenario: hello.yaml");
    return std::nullopt;
  }
  // A calibration may be called as its scenario.
  const auto path = find_beside(file, *top.find("scenario"), top, "scenario", options.library);
  if (!path) return std::nullopt;
  auto loaded = load(*path, options, language);
  faults.add(loaded.faults);
  return std::move(loaded.scenario);
}

/// The waves and the first generation must fit into what may be simulated.
void check_budget(const CalibrationSettings& settings, const KeyReader& top, Faults& faults) {
  const long long least = 1LL * settings.design_points * settings.waves + 2LL * settings.particles;
  if (settings.most_points >= least) return;
  const Node* node = top.find("posterior");
  faults.add({node == nullptr ? top.node().place : node->key_place, "posterior.most_points",
              "is " + std::to_string(settings.most_points) + ", too few for its waves",
              "at least points x waves + 2 x particles, here " + std::to_string(least),
              "raise it, or lower the others"});
}

/// A calibration with fewer numbers to meet than to find would find anything.
void check_counts(const Calibration& calibration, const KeyReader& top, Faults& faults) {
  if (calibration.calibrated() >= calibration.parameters.size()) return;
  const Node* targets = top.find("targets");
  faults.add({targets == nullptr ? top.node().place : targets->key_place, "targets",
              "has " + std::to_string(calibration.calibrated()) + " of use calibrated for " +
                  std::to_string(calibration.parameters.size()) + " free parameters",
              "at least as many targets as free parameters",
              "add targets, or fix parameters that no target speaks of"});
}

}  // namespace

double FreeParameter::at(double share) const {
  switch (distribution) {
    case Distribution::TwoSided:
      return share < 0.5 ? low + 2 * share * (value - low)
                         : value + (2 * share - 1) * (high - value);
    case Distribution::Uniform:
      return low + share * (high - low);
    case Distribution::LogUniform:
      return low * sim::math::exp(share * sim::math::log(high / low));
  }
  return value;
}

std::string_view use_word(Use use) {
  return use == Use::Calibrated        ? "calibrated"
         : use == Use::StructuralCheck ? "structural_check"
                                       : "held_out";
}

std::size_t Calibration::calibrated() const {
  return static_cast<std::size_t>(
      std::count_if(targets.begin(), targets.end(),
                    [](const Target& target) { return target.use == Use::Calibrated; }));
}

LoadedCalibration load_calibration(const fs::path& file, const LoadOptions& options,
                                   const Language& language) {
  LoadedCalibration loaded;
  Faults& faults = loaded.faults;
  auto source = read_source(file, faults);
  if (!source) return loaded;
  const auto tree = parse_document(source->text, source->name, faults);
  if (!tree) return loaded;
  const KeyReader top(*tree, calibration_keys(), "", "", faults);
  Calibration calibration;
  if (!top.number("schema") && top.find("schema") == nullptr)
    top.refuse(*tree, "schema", "is missing", "1", "write schema: 1");
  calibration.name = top.text("name");
  calibration.description = top.text("description");
  calibration.settings = read_settings(top);
  auto scenario = read_base(file, top, options, language, faults);
  if (!scenario) return loaded;
  const auto& bound = scenario->bound;
  const auto parameters = models::build_parameters(
      {bound.names, bound.numbers, bound.lists, bound.texts}, scenario->run.months);
  calibration.parameters = read_parameters(top, *scenario, faults);
  const auto before = faults.size();
  calibration.targets = read_targets(top, {parameters, scenario->run}, faults);
  // A target with a fault may be the one that is missing.
  if (faults.size() == before) check_counts(calibration, top, faults);
  check_budget(calibration.settings, top, faults);
  faults.sort();
  if (!faults.empty()) return loaded;
  calibration.digest = identity_of(source->text + scenario->digest);
  calibration.files = scenario->files;
  calibration.files.push_back(*std::move(source));
  calibration.scenario = *std::move(scenario);
  loaded.calibration = std::move(calibration);
  return loaded;
}

}  // namespace skillscale::scenarios
