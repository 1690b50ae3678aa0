#include "models/aspiration.h"

#include <algorithm>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

const OriginOccupation& pair_of(const World& w, const OriginMarket& m) {
  return w.now.origins[static_cast<std::size_t>(m.origin)]
      .occupation[static_cast<std::size_t>(m.occupation)];
}

/// Log ratio of wages in purchasing power, Germany against the origin.
double log_wage_ratio(const World& w, const OriginMarket& m) {
  const double price = w.now.origins[static_cast<std::size_t>(m.origin)].price_level;
  return math::log(w.now.occupations[static_cast<std::size_t>(m.occupation)].wage * price /
                   std::max(m.wage, 1.0));
}

bool has_open_partnership(const World& w, const OriginMarket& m, PartnershipType type) {
  return std::any_of(w.partnerships.begin(), w.partnerships.end(), [&](const Partnership& p) {
    return p.state == PartnershipState::Active && p.type == type && p.cell == m.cell;
  });
}

bool is_offered(const World& w, const OriginMarket& m, PartnershipType type, PoolGroup group) {
  const auto& channel = w.now.types[static_cast<std::size_t>(type)];
  if (channel.open == 0 || channel.route.empty() || group_of(type) != group) return false;
  if (type == PartnershipType::PrivateAgency || type == PartnershipType::Alone) return true;
  return has_open_partnership(w, m, type);
}

void apply_for(World& w, OriginMarket& m, Key key, PartnershipType type, bool in_debt) {
  const Row row = add_person(w, key, m.cell, type, Stage::Applicant);
  if (type != PartnershipType::PrivateAgency && type != PartnershipType::Alone) {
    w.persons.partnership[row] = pick_partnership(w, m, type, key);
  }
  if (in_debt) w.persons.set(row, Indebted);
  w.tally.add(w.layout.of_cell(Tally::Applications, m.cell, static_cast<std::size_t>(type)), 1);
}

double savings_of(const World& w, const OriginMarket& m, Key key) {
  const auto& migration = w.now.migration;
  return migration.savings * m.wage *
         math::exp(migration.savings_spread * w.draws.normal({key, 0, purpose::savings}));
}

}  // namespace

std::uint16_t pick_partnership(const World& w, const OriginMarket& m, PartnershipType type,
                               Key key) {
  double seats = 0;
  for (const auto& p : w.partnerships) {
    if (p.state == PartnershipState::Active && p.type == type && p.cell == m.cell)
      seats += p.seats + 1e-9;
  }
  double left = w.draws.uniform({key, event_of(w.month), purpose::which_partnership}) * seats;
  std::uint16_t last = no_partnership;
  for (std::size_t i = 0; i < w.partnerships.size(); ++i) {
    const auto& p = w.partnerships[i];
    if (p.state != PartnershipState::Active || p.type != type || p.cell != m.cell) continue;
    last = static_cast<std::uint16_t>(i);
    left -= p.seats + 1e-9;
    if (left <= 0) break;
  }
  return last;
}

double application_hazard(const World& world, const OriginMarket& market) {
  const auto& migration = world.now.migration;
  return migration.constant_hazard >= 0 ? migration.constant_hazard
                                        : migration.hazard * market.intention;
}

double expected_preparation_cost(const Parameters& p, PartnershipType type) {
  const auto& channel = p.types[static_cast<std::size_t>(type)];
  double cost = 0;
  for (double stage_number : channel.route) {
    const auto stage = static_cast<Stage>(static_cast<int>(stage_number));
    double months = 3;
    if (stage == Stage::Training) months = channel.training_months;
    if (stage == Stage::Language) {
      months = 0;
      for (int level = static_cast<int>(channel.start_level) + 1;
           level <= static_cast<int>(channel.language_target); ++level) {
        months += p.language.months_to[static_cast<std::size_t>(level)];
      }
    }
    const auto& s = p.stages[static_cast<std::size_t>(stage)];
    cost += s.cost_once + s.cost_per_month * months;
  }
  return cost;
}

ChoiceSet choice_set(const World& w, const OriginMarket& m, PoolGroup group) {
  const auto& migration = w.now.migration;
  ChoiceSet c;
  c.scale = migration.choice_scale;
  c.satisficing = migration.satisficing != 0;
  c.open[option_stay] = true;
  c.open[option_other] = group == PoolGroup::Qualified;
  c.utility[option_other] = pair_of(w, m).competing_attraction;
  const double yearly_wage = std::max(12 * m.wage, 1.0);
  for (int t = 0; t < partnership_type_count; ++t) {
    const auto type = static_cast<PartnershipType>(t);
    const auto i = static_cast<std::size_t>(t) + 1;
    c.open[i] = is_offered(w, m, type, group);
    if (!c.open[i]) continue;
    const auto& channel = w.now.types[static_cast<std::size_t>(t)];
    c.own_cost[i] = channel.migrant_fee + channel.pays[static_cast<std::size_t>(Party::Migrant)] *
                                              expected_preparation_cost(w.now, type);
    c.utility[i] = channel.attraction - migration.cost_effect * c.own_cost[i] / yearly_wage -
                   migration.wait_effect * m.wait_years + migration.success_effect * m.success;
  }
  return c;
}

std::size_t choose(const ChoiceSet& c, double uniform) {
  if (c.satisficing) {
    for (std::size_t i = 1; i < option_count; ++i) {
      if (c.open[i] && c.utility[i] > c.utility[option_stay]) return i;
    }
    return option_stay;
  }
  double best = c.utility[option_stay];
  for (std::size_t i = 1; i < option_count; ++i) {
    if (c.open[i]) best = std::max(best, c.utility[i]);
  }
  std::array<double, option_count> weight{};
  double sum = 0;
  for (std::size_t i = 0; i < option_count; ++i) {
    if (c.open[i]) weight[i] = math::exp((c.utility[i] - best) / c.scale);
    sum += weight[i];
  }
  double left = uniform * sum;
  for (std::size_t i = 0; i < option_count; ++i) {
    left -= weight[i];
    if (c.open[i] && left < 0) return i;
  }
  return option_stay;
}

void decide(World& w, OriginMarket& m, Pool& pool, Key key, const ChoiceSet& offered) {
  ChoiceSet c = offered;
  bool needs_credit = false;
  const double savings = savings_of(w, m, key);
  for (std::size_t i = 1; i <= partnership_type_count; ++i) {
    if (c.own_cost[i] > 2 * savings) c.open[i] = false;
  }
  const std::size_t option = choose(c, w.draws.uniform({key, event_of(w.month), purpose::choice}));
  if (option >= 1 && option <= partnership_type_count) needs_credit = c.own_cost[option] > savings;
  if (option == option_stay) {
    w.tally.add(w.layout.of_cell(Tally::StayChoices, m.cell), 1);
    return_to_pool(w, pool, key);
  } else if (option == option_other) {
    w.tally.add(w.layout.of_cell(Tally::OtherChoices, m.cell), 1);
    if (pool.group == PoolGroup::Qualified) ++m.elsewhere;
    if (c.from_pool && pool.group == PoolGroup::Qualified) leave_origin_work(w, m, key);
  } else {
    if (c.from_pool && pool.group == PoolGroup::Qualified) leave_origin_work(w, m, key);
    apply_for(w, m, key, static_cast<PartnershipType>(option - 1), needs_credit);
  }
}

void decide_again(World& w, OriginMarket& m, Key key, PartnershipType rejected_by) {
  const PoolGroup group = group_of(rejected_by);
  ChoiceSet choices = choice_set(w, m, group);
  choices.open[static_cast<std::size_t>(rejected_by) + 1] = false;
  choices.from_pool = false;
  decide(w, m, pool_of(w, m.cell, group), key, choices);
}

void update_intentions(World& w) {
  const auto& migration = w.now.migration;
  for (auto& m : w.origins) {
    if (!m.present) continue;
    const auto& origin = w.now.origins[static_cast<std::size_t>(m.origin)];
    const double attitude = migration.wage_effect * log_wage_ratio(w, m) -
                            migration.language_effect * origin.linguistic_distance -
                            migration.distance_effect * math::log(std::max(origin.distance, 0.1));
    const double stock =
        static_cast<double>(pool_of(w, m.cell, PoolGroup::Qualified).present + m.abroad) + 1;
    const double norm = static_cast<double>(m.abroad) / stock;
    const double pull = migration.weight_attitude * attitude + migration.weight_norm * norm +
                        migration.weight_control * (m.success - 0.5);
    const double target = 1 / (1 + math::exp(-pull));
    m.intention += migration.intention_speed * (target - m.intention);
  }
}

}  // namespace skillscale::models
