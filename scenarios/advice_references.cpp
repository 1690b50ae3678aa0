// Switches of mechanisms that the scenario has otherwise than its references.
//
// References take their switches from the corridor, so that a switch set above it turns a part of
// the model off in one world alone, and the difference between the worlds is no longer the policy.
#include <algorithm>
#include <array>

#include "scenarios/document_advice.h"

namespace skillscale::scenarios {
namespace {

/// What policy decides: whether there are partnerships, whether more may come, and the platform.
/// The other switches take a mechanism out of the model.
constexpr std::array<std::string_view, 4> policy_switches{
    "switches.partnerships", "switches.formation", "switches.growth", "switches.platform"};

bool is_mechanism(const ParameterValue& value) {
  return value.decl->kind == models::ValueKind::Switch &&
         std::find(policy_switches.begin(), policy_switches.end(), value.path) ==
             policy_switches.end();
}

/// Where the switch of a document stands; the whole document if it is left at its standard.
Place place_of_switch(const Node& root, std::string_view path) {
  const Node* section = root.find(path.substr(0, path.find('.')));
  if (section == nullptr) return root.place;
  const Node* given = section->find(path.substr(path.find('.') + 1));
  return given != nullptr ? given->place : section->key_place;
}

bool differs(const ParameterValue& own, const Reference& reference) {
  const auto& values = reference.bound.values;
  const auto other = std::find_if(values.begin(), values.end(),
                                  [&](const auto& value) { return value.path == own.path; });
  if (other == values.end() || other->value == own.value) return false;
  return other->place.file() != reference.file;
}

}  // namespace

void advise_on_switches(const Scenario& scenario, Faults& warnings) {
  for (const auto& value : scenario.bound.values) {
    if (!is_mechanism(value)) continue;
    std::string names;
    for (const auto& reference : scenario.references) {
      if (differs(value, reference)) names += (names.empty() ? "" : ", ") + reference.package;
    }
    if (names.empty()) continue;
    const auto key = value.path.substr(value.path.find('.') + 1);
    const bool is_on = value.value != 0;
    const std::string own = is_on ? "on" : "off";
    warnings.add({place_of_switch(scenario.document.root, value.path), value.path,
                  "is " + own + " here and " + (is_on ? "off" : "on") + " in the references " +
                      names + ", so the difference to them shows the mechanism, not the policy",
                  "the same switch in all worlds",
                  "put switches: {" + key + ": " + own +
                      "} into the corridor file, or into one of your own that extends it, has the "
                      "key corridor, and is extended by this scenario",
                  Severity::Warning});
  }
}

}  // namespace skillscale::scenarios
