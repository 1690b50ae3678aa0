#include "models/aspiration.h"

#include <algorithm>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

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

}  // namespace

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
    const double shared = stage == Stage::Language ? 1 - p.language.subsidy : 1;
    cost += shared * (s.cost_once + s.cost_per_month * months);
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

std::array<double, option_count> choice_shares(const ChoiceSet& c) {
  std::array<double, option_count> share{};
  if (c.satisficing) {
    std::size_t taken = option_stay;
    for (std::size_t i = option_count; i-- > 1;) {
      if (c.open[i] && c.utility[i] > c.utility[option_stay]) taken = i;
    }
    share[taken] = 1;
    return share;
  }
  double best = c.utility[option_stay];
  for (std::size_t i = 1; i < option_count; ++i) {
    if (c.open[i]) best = std::max(best, c.utility[i]);
  }
  double sum = 0;
  for (std::size_t i = 0; i < option_count; ++i) {
    if (c.open[i]) share[i] = math::exp((c.utility[i] - best) / c.scale);
    sum += share[i];
  }
  for (double& part : share) part /= sum;
  return share;
}

std::size_t choose(const std::array<double, option_count>& shares, double uniform) {
  for (std::size_t i = 0; i < option_count; ++i) {
    uniform -= shares[i];
    if (uniform < 0) return i;
  }
  return option_stay;
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
