#include "scenarios/point_check.h"

#include <algorithm>

#include "scenarios/json_text.h"
#include "scenarios/read_value.h"
#include "scenarios/sums.h"

namespace skillscale::scenarios {
namespace {

/// The value of a factor at the point, in the place of the scenario's.
void put(const ExperimentFactor& factor, double value, const Scenario& scenario, Bound& bound,
         Faults& faults) {
  const auto at = std::find_if(bound.values.begin(), bound.values.end(),
                               [&](const auto& known) { return known.path == factor.path; });
  if (at == bound.values.end()) {
    faults.add({factor.place, factor.path, "is no parameter of " + scenario.run.name,
                "a path that every chosen scenario and package has",
                "vary it in an experiment of its own"});
    return;
  }
  at->value = value;
  at->is_default = false;
  bound.numbers.emplace_back(factor.path, value);
  if (value >= at->decl->allowed_low && value <= at->decl->allowed_high) return;
  faults.add({factor.place, factor.name, "is " + rounded_text(value) + " " + factor.unit,
              allowed_text(*at->decl), "narrow the range of the factor"});
}

}  // namespace

void check_point(const Experiment& experiment, const Scenario& scenario,
                 std::span<const double> values, Faults& faults) {
  const auto language = model_language();
  const auto before = faults.size();
  Bound bound = scenario.bound;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!experiment.factors[i].has_words())
      put(experiment.factors[i], values[i], scenario, bound, faults);
  }
  check_sums(bound, language, faults);
  if (faults.size() != before || language.examine == nullptr) return;
  const auto place = whole_file(experiment.files.front().name);
  for (auto& finding : language.examine(bound, scenario.run.months))
    faults.add({place, std::move(finding.path), std::move(finding.problem),
                std::move(finding.allowed), std::move(finding.next)});
}

}  // namespace skillscale::scenarios
