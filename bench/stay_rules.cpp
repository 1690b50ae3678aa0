#include <algorithm>

#include "bench/pipeline.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::bench {

StayRules::StayRules(const PipelineRules& rules, sim::Month months)
    : hazards_{sim::hazard_of_probability(rules.start_language),
               sim::hazard_of_probability(rules.pass_language + rules.leave_language),
               sim::hazard_of_probability(rules.pass_training + rules.leave_training),
               sim::hazard_of_probability(rules.apply),
               0.0,
               sim::hazard_of_probability(rules.rejoin_pool)},
      pass_language_share_(rules.pass_language / (rules.pass_language + rules.leave_language)),
      pass_training_share_(rules.pass_training / (rules.pass_training + rules.leave_training)),
      employed_hazard_{0.0},
      integration_{0.0} {
  for (std::size_t state = 0; state < state_count; ++state) {
    mean_months_[state] = hazards_[state] > 0.0 ? 1.0 / hazards_[state] : 0.0;
  }
  for (sim::Month month = 0; month <= months; ++month) {
    const double missing = 1.0 - integration_.back();
    const double hazard = sim::hazard_of_probability(rules.return_home * missing);
    employed_hazard_.push_back(employed_hazard_.back() + hazard);
    integration_.push_back(integration_.back() + rules.integrate * missing);
  }
}

State StayRules::next(State state, double u) const {
  switch (state) {
    case State::Pool:
      return State::Language;
    case State::Language:
      return u < pass_language_share_ ? State::Training : State::Pool;
    case State::Training:
      return u < pass_training_share_ ? State::Recognition : State::Pool;
    case State::Recognition:
      return State::Employed;
    case State::Employed:
      return State::Returned;
    case State::Returned:
      return State::Pool;
  }
  return State::Pool;
}

sim::Month StayRules::length(State state, double budget, std::size_t employed_before) const {
  if (state == State::Employed) {
    const double target = employed_hazard_[employed_before] + budget;
    const auto from = employed_hazard_.begin() + static_cast<std::ptrdiff_t>(employed_before) + 1;
    const auto found = std::lower_bound(from, employed_hazard_.end(), target);
    return static_cast<sim::Month>(found - from) + 1;
  }
  const double monthly = hazard(state);
  auto months = static_cast<sim::Month>(budget * mean_months_[static_cast<std::size_t>(state)]);
  // The product is rounded; the rule is the first whole month whose hazard sum reaches the budget.
  while (months > 0 && months * monthly >= budget) --months;
  while (months * monthly < budget) ++months;
  return std::max(months, 1);
}

}  // namespace skillscale::bench
