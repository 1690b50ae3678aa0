// From a file name to a checked scenario.
#include <algorithm>

#include "scenarios/emit_yaml.h"
#include "scenarios/identity.h"
#include "scenarios/nearest.h"
#include "scenarios/scenario.h"
#include "scenarios/set_value.h"

namespace skillscale::scenarios {
namespace {

/// Place of the item of `ensemble.references` that names a package.
Place named_at(const Node& root, std::string_view package) {
  const Node* ensemble = root.find("ensemble");
  const Node* list = ensemble != nullptr ? ensemble->find("references") : nullptr;
  if (list == nullptr) return root.place;
  for (const auto& item : list->children) {
    if (item.text == package) return item.place;
  }
  return list->place;
}

std::vector<std::string> packages_in(const std::filesystem::path& library) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(library / "package", error)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool exists(const LoadOptions& options, const Node& root, const std::string& package,
            Faults& faults) {
  std::error_code error;
  if (std::filesystem::exists(options.library / "package" / (package + ".yaml"), error))
    return true;
  const auto known = packages_in(options.library);
  const std::vector<std::string_view> views(known.begin(), known.end());
  const auto near = nearest_name(package, known);
  faults.add({named_at(root, package), "ensemble.references",
              "names " + package + ", which is no package of the library",
              known.empty() ? "names of packages" : name_list(views),
              near.empty() ? "add package/" + package + ".yaml to the library or remove the name"
                           : "did you mean " + near + "?"});
  return false;
}

/// What the model itself has to say about values that are sound one by one.
void examine(const Bound& bound, int months, const Language& language, Faults& faults) {
  if (language.examine == nullptr) return;
  for (auto& finding : language.examine(bound, months)) {
    const auto at =
        std::find_if(bound.values.begin(), bound.values.end(),
                     [&](const ParameterValue& value) { return value.path == finding.path; });
    faults.add({at != bound.values.end() ? at->place : Place{}, finding.path, finding.problem,
                finding.allowed, finding.next});
  }
}

Reference read_reference(const Scenario& scenario, const std::string& package,
                         const LoadOptions& options, const Language& language,
                         std::vector<SourceFile>& files, Faults& faults) {
  Faults own;
  Reference reference;
  reference.package = package;
  reference.effective = reference_document(scenario.document, package, options, files, own);
  reference.bound = bind(reference.effective, language, scenario.run, own);
  if (const Node* name = reference.effective.find("name")) reference.name = name->text;
  if (own.empty()) examine(reference.bound, scenario.run.months, language, own);
  for (Fault fault : own.all()) {
    fault.problem += " (in the reference " + package + ")";
    faults.add(std::move(fault));
  }
  return reference;
}

void apply_overrides(Node& root, const LoadOptions& options, Faults& faults) {
  for (const auto& change : options.overrides) set_value(root, change, faults);
}

Scenario read_scenario(Document document, const LoadOptions& options, const Language& language,
                       Faults& faults) {
  Scenario scenario;
  scenario.document = std::move(document);
  const Node& root = scenario.document.root;
  scenario.run = read_run_settings(root, language, faults);
  scenario.bound = bind(root, language, scenario.run, faults);
  if (faults.empty()) examine(scenario.bound, scenario.run.months, language, faults);
  const bool is_sound = faults.empty();
  for (const auto& package : scenario.run.ensemble.references) {
    // A fault of the scenario would show again in every reference.
    if (!exists(options, root, package, faults) || !is_sound) continue;
    scenario.references.push_back(
        read_reference(scenario, package, options, language, scenario.files, faults));
  }
  return scenario;
}

}  // namespace

Loaded load(const std::filesystem::path& file, const LoadOptions& options,
            const Language& language) {
  Loaded loaded;
  std::vector<SourceFile> files;
  auto document = read_chain(file, options.library, files, loaded.faults);
  if (document) {
    apply_overrides(document->root, options, loaded.faults);
    Scenario scenario = read_scenario(std::move(*document), options, language, loaded.faults);
    if (loaded.faults.empty()) {
      scenario.files.insert(scenario.files.begin(), std::make_move_iterator(files.begin()),
                            std::make_move_iterator(files.end()));
      scenario.effective_yaml = emit_yaml(scenario.document.root, false);
      scenario.digest = identity_of(scenario.effective_yaml);
      loaded.scenario = std::move(scenario);
    }
  }
  loaded.faults.sort();
  return loaded;
}

Faults check(std::span<const std::filesystem::path> files, const LoadOptions& options,
             const Language& language) {
  Faults faults;
  for (const auto& file : files) faults.add(load(file, options, language).faults);
  return faults;
}

}  // namespace skillscale::scenarios
