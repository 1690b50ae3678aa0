// The language of the shipped model: its parameter table, its axes, its result variables.
#include <array>

#include "models/indicators.h"
#include "models/policy.h"
#include "models/tallies.h"
#include "scenarios/bind.h"
#include "scenarios/language.h"
#include "scenarios/model_advice.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

constexpr std::array sums{
    SumRule{"partnership_types.{partnership_type}.pays.{party}", SumRule::Kind::AtMostOne},
    SumRule{"employers.{sector}.establishment_share.{size_class}"},
    SumRule{"employers.{sector}.headcount_share.{size_class}"},
    SumRule{"lands.{land}.share"},
    SumRule{"stages.{stage}.complete", SumRule::Kind::AtMostOne, "stages.{stage}.drop"},
    SumRule{"occupations.{occupation}.full_share", SumRule::Kind::AtMostOne,
            "occupations.{occupation}.refused_share"},
};

std::vector<std::string_view> indicator_names() {
  std::vector<std::string_view> names;
  for (const auto& row : models::tally_table()) names.push_back(row.name);
  for (const auto& row : models::derived_table()) names.push_back(row.name);
  return names;
}

using Names = std::vector<std::string>;

const Names& names_on(const Bound& bound, models::Axis axis) {
  return bound.names[static_cast<std::size_t>(axis)];
}

/// Levers whose condition the model cannot read, or that end before they begin.
void examine_levers(const models::Parameters& parameters, const Names& names,
                    std::vector<Finding>& findings) {
  for (std::size_t at = 0; at < parameters.levers.size(); ++at) {
    const auto& lever = parameters.levers[at];
    const std::string path = "levers." + names[at];
    std::string problem;
    if (!lever.when.empty() && !models::parse_condition(lever.when, parameters, problem)) {
      findings.push_back({path + ".when", "is \"" + lever.when + "\": " + problem,
                          "a comparison such as backlog(visa.PHL) > 6 months",
                          "name an office or an occupation of this scenario and a number"});
    }
    // A lever that never starts is no contradiction; it has a warning of its own.
    if (lever.end <= lever.start && lever.start < unlimited) {
      findings.push_back({path + ".end", "is not after the start, so the lever never acts",
                          "a month after " + path + ".start", "give a later end, or leave it out"});
    }
  }
}

/// Partnerships for which nobody can apply, or whose money ends before it begins.
void examine_partnerships(const models::Parameters& parameters, const Names& names,
                          std::vector<Finding>& findings) {
  for (std::size_t at = 0; at < parameters.partnerships.size(); ++at) {
    const auto& given = parameters.partnerships[at];
    const std::string path = "partnerships." + names[at];
    const auto& origin = parameters.origins[static_cast<std::size_t>(given.origin)];
    if (!origin.occupation[static_cast<std::size_t>(given.occupation)].present) {
      findings.push_back({path + ".occupation", "has no people at the partnership's origin",
                          "an occupation that the origin has",
                          "describe the occupation under the origin, or choose another"});
    }
    if (given.funding_end <= given.start && given.start < unlimited) {
      findings.push_back({path + ".funding_end", "is not after the start",
                          "a month after " + path + ".start, or never",
                          "give a later month, or never for lasting finance"});
    }
  }
}

/// A coverage that names nothing.
void examine_coverage(const Bound& bound, std::vector<Finding>& findings) {
  for (const auto& [path, items] : bound.lists) {
    if (!items.empty() || path.find(".only.") == std::string::npos) continue;
    findings.push_back({path, "is an empty list, so the lever would cover nothing",
                        "at least one name",
                        "leave the key out to cover all, or remove the lever"});
  }
}

/// What the model cannot make sense of although every value is in its range.
std::vector<Finding> examine(const Bound& bound, int months) {
  const auto parameters =
      models::build_parameters({bound.names, bound.numbers, bound.lists, bound.texts}, months);
  std::vector<Finding> findings;
  examine_levers(parameters, names_on(bound, models::Axis::Lever), findings);
  examine_partnerships(parameters, names_on(bound, models::Axis::Partnership), findings);
  examine_coverage(bound, findings);
  return findings;
}

}  // namespace

Language model_language() {
  static const std::vector<std::string_view> outputs = indicator_names();
  return {models::parameter_table(),
          models::fixed_names,
          models::axis_word,
          sums,
          outputs,
          examine,
          advise};
}

}  // namespace skillscale::scenarios
