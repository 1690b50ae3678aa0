#include "models/partnership.h"

#include <algorithm>
#include <optional>

#include "models/aspiration.h"
#include "models/employer.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

constexpr std::size_t most_partnerships = 10000;
/// Of placements and failures, from month to month.
constexpr double memory = 0.98;

/// Named by the scenario: by their order there.
Key key_of_named(std::size_t partnership) {
  return sim::make_key(partnership_cell, 0, static_cast<std::uint32_t>(partnership));
}

/// Formed during the run: by cell and type, month, and order within these.
Key key_of_formed(const Partnership& p, Month month, std::int64_t order) {
  constexpr std::uint32_t formed = 0x80000000U, most_a_month = 1U << 12U;
  const std::uint32_t place =
      p.cell * std::uint32_t{partnership_type_count} + static_cast<std::uint32_t>(p.type);
  return sim::make_key(partnership_cell, month,
                       formed + place * most_a_month + static_cast<std::uint32_t>(order));
}

void count(World& w, Tally tally, PartnershipType type, std::int64_t amount = 1) {
  w.tally.add(w.layout.at(tally, static_cast<std::size_t>(type)), amount);
}

void end_partnership(World& w, std::size_t k, Tally why) {
  auto& p = w.partnerships[k];
  p.state = PartnershipState::Ended;
  p.seats = 0;
  count(w, why, p.type);
}

/// Project money ends. Employers then carry the donors' part; the better a hire pays, the likelier
/// the partnership lives on.
void meet_the_cliff(World& w, std::size_t k) {
  auto& p = w.partnerships[k];
  const double value = hire_value(w, static_cast<std::size_t>(p.occupation), p.type);
  const double donors =
      w.now.types[static_cast<std::size_t>(p.type)].pays[static_cast<std::size_t>(Party::Donor)];
  const double yearly_wage = 12 * w.now.occupations[static_cast<std::size_t>(p.occupation)].wage;
  const double left_to_employers = donors * (1 - w.now.partnership.bridge_share);
  const double burden = left_to_employers * expected_preparation_cost(w.now, p.type) / yearly_wage;
  const double log_odds = w.now.partnership.cliff_slope * (value - burden) - 1;
  const double chance = 1 / (1 + math::exp(-log_odds));
  const bool lives_on = w.draws.uniform({p.key, event_of(w.month), purpose::cliff}) < chance;
  if (lives_on) {
    p.self_financed = true;
    count(w, Tally::PartnershipsPastCliff, p.type);
  } else {
    end_partnership(w, k, Tally::PartnershipsEndedAtCliff);
  }
}

void dated_events(World& w) {
  for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
    auto& p = w.partnerships[k];
    if (p.state == PartnershipState::Planned && w.month >= p.start)
      p.state = PartnershipState::Active;
    if (p.state != PartnershipState::Active) continue;
    if (k < w.now.partnerships.size()) {
      p.seats += w.now.partnerships[k].seats_per_month - p.given_seats;
      p.given_seats = w.now.partnerships[k].seats_per_month;
    }
    if (!p.ordered.empty()) {
      p.seats += p.ordered.front();
      p.ordered.pop_front();
    }
    if (w.now.on.funding_cliff != 0 && w.month == p.funding_end) meet_the_cliff(w, k);
  }
}

double success_of(const Partnership& p) { return (p.placed + 1) / (p.placed + p.failed + 2); }

void learn(World& w) {
  const auto& rule = w.now.partnership;
  std::vector<std::int64_t> placed_at(w.centres.size(), 0);
  for (const auto& p : w.partnerships) {
    if (p.centre >= 0) placed_at[static_cast<std::size_t>(p.centre)] += p.placed_this_month;
  }
  for (auto& p : w.partnerships) {
    const auto gained = static_cast<double>(p.placed_this_month);
    const double heard =
        p.centre >= 0 ? static_cast<double>(placed_at[static_cast<std::size_t>(p.centre)]) - gained
                      : 0;
    p.experience = std::max(
        1.0, rule.knowledge_retention * p.experience + gained + rule.partner_spillover * heard);
    p.placed *= memory;
    p.failed *= memory;
    p.trust += 0.02 * (success_of(p) - p.trust);
    p.placed_this_month = 0;
  }
}

/// Orders seats towards what members' open posts and waiting applicants call for; too fast a growth
/// costs quality.
void grow(World& w, Partnership& p) {
  const auto& rule = w.now.partnership;
  const double months_to_fill = 12;
  const double called_for = rule.safety * static_cast<double>(p.open_posts) / months_to_fill;
  const double applicants = w.origins[p.cell].applications[static_cast<std::size_t>(p.type)];
  const double wanted = std::min(called_for, applicants);
  double on_order = 0;
  for (double seats : p.ordered) on_order += seats;
  const double order = std::max(0.0, (wanted - p.seats - on_order) / rule.seat_adjustment);
  const double affordable = std::min(order, 2 * rule.growth_limit * std::max(p.seats, 1.0));
  const auto delay = static_cast<std::size_t>(rule.seat_delay);
  p.ordered.resize(std::max(p.ordered.size(), delay), 0.0);
  p.ordered[delay - 1] += affordable;
  const double growth = affordable / std::max(p.seats, 1.0);
  p.quality += rule.quality_gain * (1 - p.quality) -
               rule.quality_loss * std::max(0.0, growth - rule.growth_limit);
  p.quality = std::clamp(p.quality, 0.3, 1.0);
}

bool dissolves(World& w, std::size_t k) {
  auto& p = w.partnerships[k];
  const auto& rule = w.now.partnership;
  const double age = w.month - p.start;
  const double base = sim::hazard_of_weibull(rule.dissolution_shape, rule.dissolution_scale,
                                             std::max(0.0, age), std::max(0.0, age) + 1);
  p.life_budget -=
      base * math::exp(-rule.success_effect * success_of(p) - rule.trust_effect * p.trust);
  return p.life_budget <= 0;
}

void add_partnership(World& w, Partnership p) {
  p.life_budget = w.draws.exponential({p.key, 0, purpose::dissolution});
  w.partnerships.push_back(std::move(p));
}

double aware_share(const World& w, std::size_t occupation) {
  double aware = 0, all = 0;
  for (std::size_t size = 0; size < size_class_count; ++size) {
    aware += static_cast<double>(w.employers.aware_count[occupation * size_class_count + size]);
    all += static_cast<double>(w.employers.all_count[occupation * size_class_count + size]);
  }
  return all > 0 ? aware / all : 0;
}

/// An adopter of the occupation without a partnership takes the lead; none, when all have one.
std::optional<std::uint32_t> lead_employer(const World& w, const Partnership& p) {
  const auto& e = w.employers;
  std::vector<std::uint32_t> free;
  for (const std::uint32_t i : e.adopted) {
    const bool employs =
        static_cast<int>(w.now.sectors[e.setup->sector[i]].occupation) == p.occupation;
    if (employs && e.membership[i] == no_partnership) free.push_back(i);
  }
  if (free.empty()) return std::nullopt;
  const auto at = w.draws.below({p.key, event_of(w.month), purpose::lead_employer}, free.size());
  return free[at];
}

bool trains_at_centre(const World& w, PartnershipType type) {
  return (type == PartnershipType::TrainAtOrigin || type == PartnershipType::DualTrack) &&
         !w.now.types[static_cast<std::size_t>(type)].route.empty();
}

/// Where the training takes place: a centre of the origin with free places, more likely one that
/// has partnerships already. Without such a centre the partnership teaches in rooms of its own.
int centre_for(const World& w, const Partnership& p) {
  if (!trains_at_centre(w, p.type)) return -1;
  const auto& rule = w.now.partnership;
  std::vector<double> weight_up_to;
  double sum = 0;
  for (std::size_t c = 0; c < w.centres.size(); ++c) {
    const auto& centre = w.now.centres[c];
    const auto partners =
        std::count_if(w.partnerships.begin(), w.partnerships.end(), [&](const Partnership& other) {
          return other.state != PartnershipState::Ended && other.centre == static_cast<int>(c);
        });
    const double free =
        centre.seats > 0
            ? std::max(0.0, 1 - static_cast<double>(w.centres[c].occupied) / centre.seats)
            : 0;
    if (static_cast<int>(centre.origin) == p.origin)
      sum +=
          free * math::pow(static_cast<double>(partners) + rule.attachment_offset, rule.attachment);
    weight_up_to.push_back(sum);
  }
  if (sum <= 0) return -1;
  const double at = w.draws.uniform({p.key, event_of(w.month), purpose::which_centre}) * sum;
  const auto found = std::lower_bound(weight_up_to.begin(), weight_up_to.end() - 1, at);
  return static_cast<int>(found - weight_up_to.begin());
}

void form(World& w) {
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    const auto& market = w.origins[cell];
    if (!market.present) continue;
    for (int t = 0; t <= static_cast<int>(PartnershipType::DualTrack); ++t) {
      const auto& channel = w.now.types[static_cast<std::size_t>(t)];
      const auto type = static_cast<PartnershipType>(t);
      const double stock = group_of(type) == PoolGroup::Qualified
                               ? w.now.origins[static_cast<std::size_t>(market.origin)]
                                     .occupation[static_cast<std::size_t>(market.occupation)]
                                     .stock
                               : w.now.origins[static_cast<std::size_t>(market.origin)]
                                     .occupation[static_cast<std::size_t>(market.occupation)]
                                     .school_leavers;
      if (channel.open == 0 || channel.route.empty() || stock <= 0) continue;
      const auto& origin = w.now.origins[static_cast<std::size_t>(market.origin)];
      const double rate = channel.formation_rate * origin.takes_part * origin.formation_weight *
                          aware_share(w, static_cast<std::size_t>(market.occupation));
      const Key key = sim::make_key(partnership_cell, 1,
                                    static_cast<std::uint32_t>(cell * partnership_type_count) +
                                        static_cast<std::uint32_t>(t));
      const auto born = w.draws.poisson({key, event_of(w.month), purpose::formation}, rate);
      for (std::int64_t i = 0; i < born && w.partnerships.size() < most_partnerships; ++i) {
        Partnership p;
        p.type = type;
        p.origin = market.origin;
        p.occupation = market.occupation;
        p.cell = market.cell;
        p.key = key_of_formed(p, w.month, i);
        const auto lead = lead_employer(w, p);
        if (!lead) break;  // nor has any of the others
        p.centre = centre_for(w, p);
        if (p.centre >= 0)
          p.quality = std::min(1.0, w.centres[static_cast<std::size_t>(p.centre)].quality / 0.7);
        p.start = w.month + static_cast<Month>(channel.setup_months);
        p.funding_end = p.start + static_cast<Month>(w.now.partnership.funding_months);
        p.seats = w.now.partnership.new_seats;
        p.trust = w.now.partnership.new_trust;
        count(w, Tally::PartnershipsFormed, type);
        p.members = 1;
        w.employers.membership[*lead] = static_cast<std::uint16_t>(w.partnerships.size());
        add_partnership(w, std::move(p));
      }
    }
  }
}

void count_partnerships(World& w) {
  for (const auto& p : w.partnerships) {
    if (p.state == PartnershipState::Planned) count(w, Tally::PartnershipsPlanned, p.type);
    if (p.state != PartnershipState::Active) continue;
    count(w, Tally::PartnershipsActive, p.type);
    count(w, Tally::Seats, p.type, math::round_to_integer(p.seats * 1000));
    count(w, Tally::Members, p.type, p.members);
    count(w, Tally::Experience, p.type, math::round_to_integer(p.experience * 1000));
  }
}

}  // namespace

double effective_experience(double own, double best, double spillover, double intensity) {
  return own + spillover * intensity * std::max(0.0, best - own);
}

double learning_factor(double experience, double progress_ratio, double floor) {
  const double exponent = -math::log(progress_ratio) / math::log(2.0);
  return std::max(floor, math::exp(-exponent * math::log(std::max(1.0, experience))));
}

double best_experience(const World& w) {
  double best = 1;
  for (const auto& p : w.partnerships) {
    if (p.state == PartnershipState::Active) best = std::max(best, p.experience);
  }
  return best;
}

double experience_of(const World& w, const Partnership& partnership, double best) {
  return effective_experience(partnership.experience, best, w.now.partnership.platform_spillover,
                              w.platform_intensity);
}

double cost_factor(const World& w, const Partnership& partnership, double best) {
  const auto& rule = w.now.partnership;
  return learning_factor(experience_of(w, partnership, best), rule.progress_ratio, rule.cost_floor);
}

std::vector<Lesson> lessons(const World& w) {
  std::vector<Lesson> all;
  const double part = w.now.partnership.partner_spillover;
  if (part <= 0) return all;
  for (std::size_t from = 0; from < w.partnerships.size(); ++from) {
    const auto& teacher = w.partnerships[from];
    if (teacher.state != PartnershipState::Active || teacher.centre < 0) continue;
    // Each month's placements weigh `memory` times those of the next.
    const double months = w.month - std::max<Month>(0, teacher.start);
    const double weights = memory * (1 - math::pow(memory, months)) / (1 - memory);
    if (weights <= 0 || teacher.placed <= 0) continue;
    for (std::size_t to = 0; to < w.partnerships.size(); ++to) {
      const auto& pupil = w.partnerships[to];
      if (to == from || pupil.state != PartnershipState::Active || pupil.centre != teacher.centre)
        continue;
      all.push_back({from, to, part * teacher.placed / weights});
    }
  }
  return all;
}

void init_partnerships(World& w) {
  w.centres.resize(w.now.centres.size());
  for (std::size_t c = 0; c < w.centres.size(); ++c)
    w.centres[c].quality = w.now.centres[c].quality;
  if (w.now.on.partnerships == 0) return;
  for (const auto& given : w.now.partnerships) {
    Partnership p;
    p.key = key_of_named(w.partnerships.size());
    p.type = static_cast<PartnershipType>(static_cast<int>(given.type));
    p.origin = static_cast<int>(given.origin);
    p.occupation = static_cast<int>(given.occupation);
    p.centre = static_cast<int>(given.centre);
    p.cell = static_cast<std::uint16_t>(w.cell(p.origin, p.occupation));
    p.start = static_cast<Month>(given.start);
    p.funding_end = static_cast<Month>(given.funding_end);
    p.seats = p.given_seats = given.seats_per_month;
    p.trust = given.trust;
    p.experience = given.experience;
    for (double sector : given.sectors) p.sectors.push_back(static_cast<int>(sector));
    if (p.start <= 0) p.state = PartnershipState::Active;
    if (p.centre >= 0) p.quality = w.centres[static_cast<std::size_t>(p.centre)].quality / 0.7;
    p.quality = std::min(1.0, p.quality);
    add_partnership(w, std::move(p));
  }
}

void step_partnerships(World& w) {
  const auto& platform = w.now.platform;
  const bool runs = w.now.on.platform != 0 && w.month >= platform.start && w.month < platform.end;
  w.platform_intensity = runs ? platform.intensity : 0;
  if (w.now.on.partnerships == 0) return;
  dated_events(w);
  if (w.now.on.formation != 0) form(w);
  learn(w);
  for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
    auto& p = w.partnerships[k];
    if (p.state != PartnershipState::Active) continue;
    if (w.now.on.growth != 0) grow(w, p);
    if (w.now.on.dissolution != 0 && dissolves(w, k))
      end_partnership(w, k, Tally::PartnershipsDissolved);
  }
  count_partnerships(w);
}

}  // namespace skillscale::models
