#include "models/aspiration.h"

#include <algorithm>
#include <optional>

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

double normal_probability(double x) {
  constexpr double root_half = 0.7071067811865476;
  return 0.5 * math::erfc(-x * root_half);
}

/// Share of the cell's persons whose savings lie below an amount. A person's savings stand at the
/// quantile that is the person's own uniform number, so comparing takes no draw from the
/// distribution.
class SavingsShare {
 public:
  SavingsShare(const World& w, const OriginMarket& m)
      : median_(w.now.migration.savings * m.wage), spread_(w.now.migration.savings_spread) {}

  double below(double amount) const {
    if (amount <= 0) return 0;
    if (median_ <= 0) return 1;
    if (spread_ <= 0) return median_ < amount ? 1 : 0;
    return normal_probability(math::log(amount / median_) / spread_);
  }

 private:
  double median_, spread_;
};

/// The choice of a cell in a month for persons with more or less savings.
class Choice {
 public:
  Choice(const ChoiceSet& offered, const SavingsShare& savings) : offered_(offered) {
    for (std::size_t i = 1; i <= partnership_type_count; ++i) {
      closed_below_[i] = savings.below(offered.own_cost[i] / 2);
      credit_below_[i] = savings.below(offered.own_cost[i]);
    }
    position_.fill(-1);
  }

  std::size_t option(double savings, double taste) {
    std::size_t closed = 0;
    for (std::size_t i = 1; i <= partnership_type_count; ++i)
      closed |= std::size_t{savings < closed_below_[i]} << (i - 1);
    if (position_[closed] < 0) add(closed);
    return choose(shares_[static_cast<std::size_t>(position_[closed])], taste);
  }

  bool on_credit(std::size_t option, double savings) const {
    return savings < credit_below_[option];
  }

 private:
  void add(std::size_t closed) {
    ChoiceSet here = offered_;
    for (std::size_t i = 1; i <= partnership_type_count; ++i) {
      if ((closed >> (i - 1) & 1U) != 0) here.open[i] = false;
    }
    position_[closed] = static_cast<int>(shares_.size());
    shares_.push_back(choice_shares(here));
  }

  const ChoiceSet& offered_;
  std::array<double, option_count> closed_below_{}, credit_below_{};
  std::array<int, std::size_t{1} << partnership_type_count> position_{};
  std::vector<std::array<double, option_count>> shares_;
};

/// An application of one decider.
struct Application {
  Key key;
  PartnershipType type;
  bool on_credit;
};

bool is_partnership(PartnershipType type) { return type <= PartnershipType::DualTrack; }

void apply(World& w, const OriginMarket& m, std::span<const Application> applications) {
  std::array<std::optional<PartnershipLottery>, partnership_type_count> lotteries;
  auto row = static_cast<Row>(add_persons(w, applications.size()));
  for (const auto& application : applications) {
    const auto type = static_cast<std::size_t>(application.type);
    begin_life(w, row, {application.key, m.cell, application.type}, Stage::Applicant);
    if (is_partnership(application.type)) {
      auto& lottery = lotteries[type];
      if (!lottery) lottery.emplace(w, m, application.type);
      w.persons.partnership[row] = lottery->draw(w, application.key);
    }
    if (application.on_credit) w.persons.set(row, Indebted);
    w.tally.add(w.layout.of_cell(Tally::Applications, m.cell, type), 1);
    ++row;
  }
}

}  // namespace

PartnershipLottery::PartnershipLottery(const World& w, const OriginMarket& m,
                                       PartnershipType type) {
  double seats = 0;
  for (std::size_t i = 0; i < w.partnerships.size(); ++i) {
    const auto& p = w.partnerships[i];
    if (p.state != PartnershipState::Active || p.type != type || p.cell != m.cell) continue;
    constexpr double something = 1e-9;  // a partnership without seats has applicants, too
    seats += p.seats + something;
    partnership_.push_back(static_cast<std::uint16_t>(i));
    seats_up_to_.push_back(seats);
  }
}

std::uint16_t PartnershipLottery::draw(const World& w, Key key) const {
  if (partnership_.empty()) return no_partnership;
  const double at =
      w.draws.uniform({key, event_of(w.month), purpose::which_partnership}) * seats_up_to_.back();
  const auto found = std::lower_bound(seats_up_to_.begin(), seats_up_to_.end() - 1, at);
  return partnership_[static_cast<std::size_t>(found - seats_up_to_.begin())];
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

void decide(World& w, OriginMarket& m, Pool& pool, std::span<const Key> keys,
            const ChoiceSet& offered) {
  std::vector<double> savings(keys.size()), taste(keys.size());
  w.draws.uniforms(keys, 0, purpose::savings, 0, savings);
  w.draws.uniforms(keys, event_of(w.month), purpose::choice, 0, taste);
  Choice choice(offered, SavingsShare(w, m));
  std::vector<Key> stay, leave_work;
  std::vector<Application> applications;
  std::int64_t elsewhere = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t option = choice.option(savings[i], taste[i]);
    if (option == option_stay) {
      stay.push_back(keys[i]);
      continue;
    }
    if (offered.from_pool && pool.group == PoolGroup::Qualified) leave_work.push_back(keys[i]);
    if (option == option_other) {
      ++elsewhere;
    } else {
      applications.push_back({keys[i], static_cast<PartnershipType>(option - 1),
                              choice.on_credit(option, savings[i])});
    }
  }
  w.tally.add(w.layout.of_cell(Tally::StayChoices, m.cell), static_cast<std::int64_t>(stay.size()));
  w.tally.add(w.layout.of_cell(Tally::OtherChoices, m.cell), elsewhere);
  if (pool.group == PoolGroup::Qualified) m.elsewhere += elsewhere;
  return_to_pool(w, pool, stay);
  leave_origin_work(w, m, leave_work);
  apply(w, m, applications);
}

void decide_again(World& w, OriginMarket& m, std::span<const Key> keys,
                  PartnershipType rejected_by) {
  const PoolGroup group = group_of(rejected_by);
  ChoiceSet choices = choice_set(w, m, group);
  choices.open[static_cast<std::size_t>(rejected_by) + 1] = false;
  choices.from_pool = false;
  decide(w, m, pool_of(w, m.cell, group), keys, choices);
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
