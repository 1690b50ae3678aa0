// The language of the shipped model: its parameter table, its axes, its result variables.
#include <array>

#include "models/indicators.h"
#include "models/policy.h"
#include "models/tallies.h"
#include "scenarios/bind.h"
#include "scenarios/language.h"

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

/// Conditions of levers that the model cannot read.
std::vector<Finding> examine(const Bound& bound, int months) {
  const auto parameters =
      models::build_parameters({bound.names, bound.numbers, bound.lists, bound.texts}, months);
  const auto& names = bound.names[static_cast<std::size_t>(models::Axis::Lever)];
  std::vector<Finding> findings;
  for (std::size_t at = 0; at < parameters.levers.size(); ++at) {
    const auto& when = parameters.levers[at].when;
    std::string problem;
    if (when.empty() || models::parse_condition(when, parameters, problem)) continue;
    findings.push_back({"levers." + names[at] + ".when", "is \"" + when + "\": " + problem,
                        "a comparison such as backlog(visa.PHL) > 6 months",
                        "name an office or an occupation of this scenario and a number"});
  }
  return findings;
}

}  // namespace

Language model_language() {
  static const std::vector<std::string_view> outputs = indicator_names();
  return {
      models::parameter_table(), models::fixed_names, models::axis_word, sums, outputs, examine};
}

}  // namespace skillscale::scenarios
