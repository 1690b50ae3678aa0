#include "models/indicators.h"
#include "models/tallies.h"
#include "scenarios/language.h"

namespace skillscale::scenarios {
namespace {

constexpr SumRule sum_rules[] = {
    {"partnership_types.{partnership_type}.pays.{party}", SumRule::Kind::AtMostOne},
    {"employers.{sector}.establishment_share.{size_class}", SumRule::Kind::ExactlyOne},
    {"employers.{sector}.headcount_share.{size_class}", SumRule::Kind::ExactlyOne},
    {"lands.{land}.share", SumRule::Kind::ExactlyOne},
    {"stages.{stage}.complete", SumRule::Kind::AtMostOne, "stages.{stage}.drop"},
};

std::vector<std::string_view> names_of_outputs() {
  std::vector<std::string_view> names;
  for (const auto& row : models::tally_table()) names.push_back(row.name);
  for (const auto& row : models::derived_table()) names.push_back(row.name);
  return names;
}

}  // namespace

Language model_language() {
  static const std::vector<std::string_view> outputs = names_of_outputs();
  return {models::parameter_table(), models::fixed_names, models::axis_word, sum_rules, outputs};
}

}  // namespace skillscale::scenarios
