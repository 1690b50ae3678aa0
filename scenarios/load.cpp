// From a file name to a checked scenario.
#include <algorithm>

#include "scenarios/document_advice.h"
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

bool exists(const LoadOptions& options, const Place& place, std::string_view path,
            const std::string& package, Faults& faults) {
  std::error_code error;
  if (std::filesystem::exists(options.library / "package" / (package + ".yaml"), error))
    return true;
  const auto known = packages_in(options.library);
  const std::vector<std::string_view> views(known.begin(), known.end());
  const auto near = nearest_name(package, known);
  faults.add({place, std::string(path), "names " + package + ", which is no package of the library",
              known.empty() ? "names of packages" : name_list(views),
              near.empty() ? "add package/" + package + ".yaml to the library or remove the name"
                           : "did you mean " + near + "?"});
  return false;
}

/// Where a path stands in the document: its value, its key if it is a map, or the nearest map
/// above.
Place place_of(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (true) {
    const auto dot = path.find('.');
    const Node* next = node->find(path.substr(0, dot));
    if (next == nullptr) break;
    node = next;
    if (dot == std::string_view::npos) break;
    path.remove_prefix(dot + 1);
  }
  return node->is_map() && !node->key.empty() ? node->key_place : node->place;
}

using Examine = std::vector<Finding> (*)(const Bound& bound, int months);

/// What the model itself has to say about values that are sound one by one.
void examine(const Node& root, const Bound& bound, int months, Examine rules, Severity severity,
             Faults& faults) {
  if (rules == nullptr) return;
  for (auto& finding : rules(bound, months)) {
    const Place place = place_of(root, finding.path);
    faults.add({place, std::move(finding.path), std::move(finding.problem),
                std::move(finding.allowed), std::move(finding.next), severity});
  }
}

void add_in_reference(const Faults& own, const std::string& package, Faults& faults) {
  for (Fault fault : own.all()) {
    fault.problem += " (in the reference " + package + ")";
    faults.add(std::move(fault));
  }
}

Reference read_reference(const Scenario& scenario, const std::string& package,
                         const LoadOptions& options, const Language& language,
                         std::vector<SourceFile>& files, Faults& faults) {
  Faults own;
  Reference reference;
  reference.package = package;
  reference.file = package_file(options, package).generic_string();
  reference.effective = reference_document(scenario.document, package, options, files, own);
  reference.bound = bind(reference.effective, language, scenario.run, own);
  if (const Node* name = reference.effective.find("name")) reference.name = name->text;
  if (own.empty()) {
    examine(reference.effective, reference.bound, scenario.run.months, language.examine,
            Severity::Error, own);
  }
  add_in_reference(own, package, faults);
  return reference;
}

/// The corridor under the policy of the package that was asked for, named after both.
void take_package(Document& document, const LoadOptions& options, std::vector<SourceFile>& files,
                  Faults& faults) {
  if (options.package.empty()) return;
  if (!exists(options, whole_file("command line"), "--package", options.package, faults)) return;
  const auto layer = std::find_if(document.layers.begin(), document.layers.end(),
                                  [](const Layer& one) { return one.states_corridor; });
  const Node& corridor = layer == document.layers.end() ? document.root : layer->effective;
  const Node* of_corridor = corridor.find("name");
  const std::string before = of_corridor != nullptr ? of_corridor->text + ", " : "";
  document.root = reference_document(document, options.package, options, files, faults);
  if (Node* name = document.root.find("name")) name->text = before + name->text;
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
  if (faults.empty())
    examine(root, scenario.bound, scenario.run.months, language.examine, Severity::Error, faults);
  const bool is_sound = faults.empty();
  for (const auto& package : scenario.run.ensemble.references) {
    // A fault of the scenario would show again in every reference.
    const bool is_there =
        exists(options, named_at(root, package), "ensemble.references", package, faults);
    if (!is_there || !is_sound) continue;
    scenario.references.push_back(
        read_reference(scenario, package, options, language, scenario.files, faults));
  }
  return scenario;
}

/// A value stands at one place; what is said of it in the scenario need not be said of a reference.
bool is_about_the_same(const Fault& one, const Fault& other) {
  return one.path == other.path && to_text(one.place) == to_text(other.place);
}

/// Warnings about the scenario, and those about values that only a reference has.
Faults warnings_about(const Scenario& scenario, const Language& language) {
  const auto advise = [&](const Node& root, const Bound& bound) {
    Faults found;
    examine(root, bound, scenario.run.months, language.advise, Severity::Warning, found);
    advise_on_writing(root, bound, found);
    return found;
  };
  Faults warnings = advise(scenario.document.root, scenario.bound);
  const auto shared = warnings;
  for (const auto& reference : scenario.references) {
    const Faults all = advise(reference.effective, reference.bound);
    Faults own;
    for (const auto& found : all.all()) {
      const auto known = shared.all();
      const bool is_known = std::any_of(known.begin(), known.end(), [&](const Fault& fault) {
        return is_about_the_same(fault, found);
      });
      if (!is_known) own.add(found);
    }
    add_in_reference(own, reference.package, warnings);
  }
  advise_on_switches(scenario, warnings);
  warnings.sort();
  return warnings;
}

}  // namespace

Loaded load(const std::filesystem::path& file, const LoadOptions& options,
            const Language& language) {
  Loaded loaded;
  std::vector<SourceFile> files;
  auto document = read_chain(file, options.library, files, loaded.faults);
  if (document) {
    take_package(*document, options, files, loaded.faults);
    apply_overrides(document->root, options, loaded.faults);
    Scenario scenario = read_scenario(std::move(*document), options, language, loaded.faults);
    if (loaded.faults.empty()) {
      scenario.files.insert(scenario.files.begin(), std::make_move_iterator(files.begin()),
                            std::make_move_iterator(files.end()));
      scenario.effective_yaml = emit_yaml(scenario.document.root, false);
      scenario.digest = identity_of(scenario.effective_yaml);
      scenario.warnings = warnings_about(scenario, language);
      loaded.scenario = std::move(scenario);
    }
  }
  loaded.faults.sort();
  return loaded;
}

Report check(std::span<const std::filesystem::path> files, const LoadOptions& options,
             const Language& language) {
  Report report;
  for (const auto& file : files) {
    const auto loaded = load(file, options, language);
    report.faults.add(loaded.faults);
    if (loaded.scenario) report.warnings.add_new(loaded.scenario->warnings);
  }
  return report;
}

}  // namespace skillscale::scenarios
