#include "models/month_tables.h"

#include <algorithm>
#include <array>

#include "models/person_accounts.h"
#include "sim/error.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {

namespace math = sim::math;

std::int64_t cents(double eur) { return math::round_to_integer(eur * 100); }

namespace {

/// Social integration grows with language, welcome and contacts of the same origin; discrimination
/// slows it.
void fill_social_pace(World& w) {
  const auto& rule = w.now.integration;
  auto& pace = w.tables.social_pace;
  pace.clear();
  for (const auto& origin : w.origins) {
    const auto abroad = static_cast<double>(origin.abroad);
    constexpr double many = 500;
    const double contacts = rule.contacts_effect * abroad / (abroad + many);
    for (int level = 0; level < language_level_count; ++level) {
      const double support = (level / 5.0 + rule.welcome + contacts) / 3;
      pace.push_back(rule.social_speed * support * (1 - rule.discrimination / 3));
    }
  }
}

/// Waiting long since application, and failing, make every hazard of giving up grow.
void fill_patience(World& w) {
  const auto& language = w.now.language;
  auto& t = w.tables;
  for (std::size_t months = 0; months < t.waiting.size(); ++months)
    t.waiting[months] =
        math::exp(language.drop_per_waiting_year * (static_cast<double>(months) / 12.0));
  for (std::size_t fails = 0; fails < t.failing.size(); ++fails)
    t.failing[fails] = math::exp(language.drop_per_fail * static_cast<double>(fails));
}

/// Pay of a kind against a recognised worker's.
double wage_level(const World& w, std::size_t kind, std::size_t occupation) {
  switch (static_cast<WageKind>(kind)) {
    case RecognisedWage:
      return 1;
    case AssistantWage:
      return w.now.occupations[occupation].assistant_wage_share;
    case TraineeWage:
      return w.now.wages.trainee_share;
    case OtherWage:
      return w.now.wages.other_work_share;
  }
  sim::fail_bug("wage of an unknown kind");
}

/// What somebody yields to an employer. Other work yields what it costs, because its employers are
/// not those of the model.
double yield_of(const World& w, std::size_t kind, std::size_t occupation) {
  return kind == OtherWage ? 1 + w.now.costs.employer_contribution
                           : w.now.occupations[occupation].productivity;
}

/// Wages catch up with those of natives in the years after arrival; remittances fade.
void fill_pay(World& w) {
  auto& t = w.tables;
  const auto& rule = w.now.wages;
  for (std::size_t kind = 0; kind < wage_kind_count; ++kind) {
    t.pay[kind].clear();
    t.output_cents[kind].resize(w.occupations());
    for (std::size_t j = 0; j < w.occupations(); ++j) {
      const auto& occupation = w.now.occupations[j];
      const double level = wage_level(w, kind, j);
      t.output_cents[kind][j] = cents(occupation.wage * level * yield_of(w, kind, j));
      for (std::size_t tau = 0; tau < t.horizon; ++tau) {
        const double gap =
            kind == RecognisedWage
                ? rule.gap_end + (rule.gap_start - rule.gap_end) *
                                     math::exp(-rule.closing * static_cast<double>(tau))
                : 0;
        const std::int64_t wage = cents(occupation.wage * level * math::exp(-gap));
        const double net = static_cast<double>(wage) * (1 - rule.tax_share - rule.social_share);
        const auto fade =
            static_cast<float>(math::exp(-rule.remit_decay * static_cast<double>(tau)));
        const bool sends = w.now.on.remittances != 0;
        const double sent = sends ? net * rule.remit_share * fade : 0;
        const double less = w.now.on.family != 0 ? 1 - w.now.family.remit_effect : 1;
        t.pay[kind].push_back({wage, math::round_to_integer(net), math::round_to_integer(sent),
                               math::round_to_integer(sent * less)});
      }
    }
  }
}

}  // namespace

void build_tables(World& w) {
  fill_social_pace(w);
  w.tables.discount = discount_of(w.now, w.month);
  if (!w.policy.changed) return;
  auto& t = w.tables;
  fill_patience(w);
  t.horizon = static_cast<std::size_t>(w.now.months) + 2;
  for (std::size_t s = 0; s < stage_count; ++s) {
    const auto& stage = w.now.stages[s];
    t.is_constant[s] = stage.complete >= 0 || stage.drop >= 0;
    const double complete = std::max(0.0, stage.complete), drop = std::max(0.0, stage.drop),
                 both = complete + drop;
    const double total = both > 0 ? sim::hazard_of_probability(std::min(both, 1 - 1e-12)) : 0;
    t.constant[s] = {both > 0 ? total * complete / both : 0, both > 0 ? total * drop / both : 0};
  }
  for (std::size_t k = 0; k < exit_cause_count; ++k) {
    const auto& cause = w.now.retention.cause[k];
    const std::array<double, 3> rule{cause.shape, cause.scale, w.now.on.retention};
    if (t.exit_hazard[k].size() == t.horizon && t.exit_rule[k] == rule) continue;
    t.exit_rule[k] = rule;
    t.exit_hazard[k].assign(t.horizon, 0.0F);
    for (std::size_t tau = 1; tau < t.horizon && w.now.on.retention != 0; ++tau) {
      t.exit_hazard[k][tau] = static_cast<float>(sim::hazard_of_weibull(
          cause.shape, cause.scale, static_cast<double>(tau - 1), static_cast<double>(tau)));
    }
  }
  if (w.now.on.costs == 0) return;
  fill_pay(w);
}

}  // namespace skillscale::models
