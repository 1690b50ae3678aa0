#include "scenarios/model_advice.h"

namespace skillscale::scenarios {

ValueIndex::ValueIndex(const Bound& bound) {
  for (const auto& value : bound.values) values_.emplace(value.path, &value);
}

const ParameterValue* ValueIndex::find(std::string_view path) const {
  const auto at = values_.find(path);
  return at == values_.end() ? nullptr : at->second;
}

std::string_view ValueIndex::text(std::string_view path) const {
  const auto* value = find(path);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

std::vector<Finding> advise(const Bound& bound, int months) {
  const auto parameters =
      models::build_parameters({bound.names, bound.numbers, bound.lists, bound.texts}, months);
  const ValueIndex values(bound);
  std::vector<Finding> findings;
  advise_on_policy(bound, values, parameters, findings);
  advise_on_counts(bound, values, findings);
  advise_on_corridors(bound, values, findings);
  return findings;
}

}  // namespace skillscale::scenarios
