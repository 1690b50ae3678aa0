#include "scenarios/experiment.h"

#include <algorithm>

#include "scenarios/beside.h"
#include "scenarios/experiment_keys.h"
#include "scenarios/experiment_parts.h"
#include "scenarios/identity.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

/// Beside the file or in the library; nothing, with a fault added, if it is in neither.
std::optional<fs::path> scenario_path(const fs::path& file, const KeyReader& top,
                                      const LoadOptions& options) {
  const auto name = top.text("scenario");
  if (name.empty()) {
    top.refuse(top.node(), "scenario", "is missing", "a scenario file",
               "write scenario: hello.yaml");
    return std::nullopt;
  }
  return find_beside(file, *top.find("scenario"), top, "scenario", options.library);
}

DesignSettings read_design(const fs::path& file, const KeyReader& top, Faults& faults) {
  DesignSettings design;
  const Node* node = top.find("design");
  if (node == nullptr) {
    top.refuse(top.node(), "design", "is missing", "a map with method and points",
               "write design: {method: latin_hypercube, points: 100}");
    return design;
  }
  const KeyReader reader = top.inner(*node, "design", "design");
  if (!node->is_map()) return design;
  design.method = static_cast<DesignMethod>(reader.choice("method", 0));
  reader.number("points", design.points);
  reader.number("levels", design.levels);
  design.file = reader.text("file");
  if ((design.method == DesignMethod::Csv) == design.file.empty()) {
    reader.refuse(*node, "file", design.file.empty() ? "is missing" : "stands without method: csv",
                  "a table of points exactly with method: csv",
                  design.file.empty() ? "write file: points.csv" : "write method: csv");
  } else if (!design.file.empty()) {
    if (auto plan = read_source(file.parent_path() / design.file, faults))
      design.plan = *std::move(plan);
  }
  return design;
}

template <class Read>
void read_map(const KeyReader& top, std::string_view key, const char* example, Read read) {
  const Node* map = top.find(key);
  if (map == nullptr || !map->is_map() || map->children.empty()) {
    top.refuse(map == nullptr ? top.node() : *map, key, "names nothing", "a map by name", example);
    return;
  }
  for (const auto& child : map->children)
    if (!child.is_faulty) read(child);
}

void read_factors(const KeyReader& top, const LoadOptions& options, Experiment& experiment,
                  Faults& faults) {
  read_map(top, "factors", "write readiness: {path: migration.hazard}", [&](const Node& node) {
    auto factor = read_factor(node, experiment.scenarios.front(), options, faults);
    if (!factor) return;
    for (const auto& other : experiment.factors) {
      const bool is_same = factor->path.empty() ? other.path.empty() : other.path == factor->path;
      if (!is_same) continue;
      faults.add({factor->place, "factors." + factor->name,
                  factor->path.empty() ? "is a second factor of packages"
                                       : "varies " + factor->path + ", as " + other.name + " does",
                  "each path once, packages once", "remove one of the two"});
      return;
    }
    experiment.factors.push_back(*std::move(factor));
  });
}

void read_constraints(const KeyReader& top, Experiment& experiment, Faults& faults) {
  const auto items = top.items("constraints");
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto constraint = read_constraint(*items[i], i, experiment.factors, faults);
    if (constraint) experiment.constraints.push_back(*std::move(constraint));
  }
}

/// Constraints would tear the groups apart that these methods need.
void check_constraints(const KeyReader& top, const Experiment& experiment) {
  const auto method = experiment.design.method;
  const bool has_groups = method == DesignMethod::Morris || method == DesignMethod::Saltelli;
  if (!has_groups || experiment.constraints.empty()) return;
  top.refuse(*top.find("constraints"), "constraints", "stand beside a design of groups of points",
             "constraints with latin_hypercube, sobol, grid, one_at_a_time, csv",
             "choose another method, or narrower ranges");
}

/// Scenarios of the packages, if packages are a factor.
void read_packages(const fs::path& path, LoadOptions options, const Language& language,
                   Experiment& experiment, Faults& faults) {
  for (const auto& factor : experiment.factors) {
    if (factor.packages.empty()) continue;
    experiment.scenarios.clear();
    for (const auto& package : factor.packages) {
      options.package = package;
      auto loaded = load(path, options, language);
      faults.add(loaded.faults);
      if (loaded.scenario) experiment.scenarios.push_back(*std::move(loaded.scenario));
    }
  }
}

/// A lever that only some packages have cannot be varied by its path.
void check_paths(const Experiment& experiment, Faults& faults) {
  for (const auto& factor : experiment.factors) {
    for (const auto& scenario : experiment.scenarios) {
      const auto& values = scenario.bound.values;
      const bool is_there =
          factor.path.empty() || std::any_of(values.begin(), values.end(), [&](const auto& value) {
            return value.path == factor.path;
          });
      if (is_there) continue;
      faults.add({factor.place, "factors." + factor.name,
                  "varies " + factor.path + ", which not every package has",
                  "numbers that are there under every package",
                  "vary assumptions, or leave out packages"});
      break;
    }
  }
}

void read_parts(const fs::path& path, const KeyReader& top, const LoadOptions& options,
                const Language& language, Experiment& experiment, Faults& faults) {
  read_factors(top, options, experiment, faults);
  const auto before = faults.size();
  read_constraints(top, experiment, faults);
  if (before == faults.size()) check_constraints(top, experiment);
  const auto& scenario = experiment.scenarios.front();
  const auto& bound = scenario.bound;
  const auto parameters = models::build_parameters(
      {bound.names, bound.numbers, bound.lists, bound.texts}, scenario.run.months);
  read_map(top, "outcomes", "write arrivals: {headline: arrivals_per_year}", [&](const Node& node) {
    auto outcome = read_outcome(node, {scenario, parameters}, faults);
    if (!outcome) return;
    if (!outcome->yearly.empty()) experiment.years = whole_years(scenario.run);
    experiment.outcomes.push_back(*std::move(outcome));
  });
  read_packages(path, options, language, experiment, faults);
  if (faults.empty()) check_paths(experiment, faults);
}

}  // namespace

LoadedExperiment load_experiment(const fs::path& file, const LoadOptions& options,
                                 const Language& language) {
  LoadedExperiment loaded;
  Faults& faults = loaded.faults;
  auto source = read_source(file, faults);
  if (!source) return loaded;
  const auto tree = parse_document(source->text, source->name, faults);
  if (!tree) return loaded;
  const KeyReader top(*tree, experiment_keys(), "", "", faults);
  Experiment experiment;
  if (!top.number("schema") && top.find("schema") == nullptr)
    top.refuse(*tree, "schema", "is missing", "1", "write schema: 1");
  experiment.name = top.text("name");
  experiment.description = top.text("description");
  top.number("seed", experiment.seed);
  top.number("replicates", experiment.replicates);
  experiment.has_common_random_numbers = top.choice("random_numbers", 0) == 0;
  experiment.on_failure = static_cast<OnFailure>(top.choice("on_failure", 0));
  experiment.design = read_design(file, top, faults);
  const auto path = scenario_path(file, top, options);
  if (path) {
    auto base = load(*path, options, language);
    faults.add(base.faults);
    if (base.scenario) {
      experiment.scenarios.push_back(*std::move(base.scenario));
      read_parts(*path, top, options, language, experiment, faults);
    }
  }
  faults.sort();
  if (!faults.empty()) return loaded;
  std::string identity = source->text + experiment.design.plan.text;
  for (const auto& scenario : experiment.scenarios) {
    identity += scenario.digest;
    for (const auto& source_file : scenario.files) experiment.files.push_back(source_file);
  }
  experiment.digest = identity_of(identity);
  experiment.files.push_back(*std::move(source));
  loaded.experiment = std::move(experiment);
  return loaded;
}

}  // namespace skillscale::scenarios
