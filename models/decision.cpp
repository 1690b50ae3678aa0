#include "models/decision.h"

#include <algorithm>
#include <optional>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"
#include "sim/parallel.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

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

  /// What a person with savings at this quantile has, in EUR.
  double at(double quantile) const {
    return median_ * math::exp(spread_ * math::inverse_normal(quantile));
  }

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
  Choice(const ChoiceSet& offered, const SavingsShare& savings)
      : offered_(offered), savings_(savings) {
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

  /// Cents that someone with savings at this quantile must borrow for the option.
  std::int32_t debt(std::size_t option, double savings) const {
    if (savings >= credit_below_[option]) return 0;
    constexpr double least = 1, most = 1e9;
    const double missing = 100 * (offered_.own_cost[option] - savings_.at(savings));
    return static_cast<std::int32_t>(math::round_to_integer(std::clamp(missing, least, most)));
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
  const SavingsShare& savings_;
  std::array<double, option_count> closed_below_{}, credit_below_{};
  std::array<int, std::size_t{1} << partnership_type_count> position_{};
  std::vector<std::array<double, option_count>> shares_;
};

bool is_partnership(PartnershipType type) { return type <= PartnershipType::DualTrack; }

/// @param row  the first of as many new rows as there are applications
void apply(World& w, const OriginMarket& m, std::span<const Application> applications, Row row) {
  std::array<std::optional<PartnershipLottery>, partnership_type_count> lotteries;
  for (const auto& application : applications) {
    const auto type = static_cast<std::size_t>(application.type);
    begin_life(w, row, {application.key, m.cell, application.type}, Stage::Applicant);
    if (is_partnership(application.type)) {
      auto& lottery = lotteries[type];
      if (!lottery) lottery.emplace(w, m, application.type);
      w.persons.partnership[row] = lottery->draw(w, application.key);
    }
    w.persons.debt[row] = application.debt;
    if (application.debt > 0) w.persons.set(row, Indebted);
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

void decide(World& w, Pool& pool, std::span<const Key> keys, const ChoiceSet& offered,
            std::vector<Application>& applications) {
  OriginMarket& m = w.origins[pool.cell];
  std::vector<double> savings(keys.size()), taste(keys.size());
  w.draws.uniforms(keys, 0, purpose::savings, 0, savings);
  w.draws.uniforms(keys, event_of(w.month), purpose::choice, 0, taste);
  const SavingsShare savings_share(w, m);
  Choice choice(offered, savings_share);
  std::vector<Key> stay, leave_work;
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
      w.fates[m.cell].add(keys[i], CellFates::elsewhere);
    } else {
      applications.push_back(
          {keys[i], static_cast<PartnershipType>(option - 1), choice.debt(option, savings[i])});
    }
  }
  w.tally.add(w.layout.of_cell(Tally::StayChoices, m.cell), static_cast<std::int64_t>(stay.size()));
  w.tally.add(w.layout.of_cell(Tally::OtherChoices, m.cell), elsewhere);
  if (pool.group == PoolGroup::Qualified) m.elsewhere += elsewhere;
  if (!offered.from_pool && pool.group == PoolGroup::Qualified) resume_origin_work(w, m, stay);
  return_to_pool(w, pool, stay);
  leave_origin_work(w, m, leave_work);
}

void become_applicants(World& w, std::span<const std::vector<Application>> by_cell) {
  std::vector<std::size_t> first;
  std::size_t all = 0;
  for (const auto& applications : by_cell) {
    first.push_back(all);
    all += applications.size();
  }
  const Row row = add_persons(w, all);
  sim::for_each_task(by_cell.size(), [&](std::size_t cell) {
    apply(w, w.origins[cell], by_cell[cell], row + static_cast<Row>(first[cell]));
  });
}

void decide_again(World& w, OriginMarket& m, std::span<const Key> keys,
                  PartnershipType rejected_by) {
  const PoolGroup group = group_of(rejected_by);
  ChoiceSet choices = choice_set(w, m, group);
  choices.open[static_cast<std::size_t>(rejected_by) + 1] = false;
  choices.from_pool = false;
  std::vector<Application> applications;
  decide(w, pool_of(w, m.cell, group), keys, choices, applications);
  apply(w, m, applications, add_persons(w, applications.size()));
}

}  // namespace skillscale::models
