#include "models/employer.h"

#include <algorithm>
#include <array>
#include <span>

#include "models/aspiration.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"
#include "sim/vector.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

Key employer_key(std::size_t employer) {
  return sim::make_key(employer_cell, 0, static_cast<std::uint32_t>(employer));
}

std::size_t class_of(const World& w, std::size_t employer) {
  return w.employers.setup->group[employer];
}

/// Log hazard of adoption beyond neighbours, by occupation and size class: large first, and those
/// for whom a hire pays.
std::vector<double> adoption_factors(const World& w) {
  const auto& a = w.now.adoption;
  std::vector<double> factors;
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    const double value = std::clamp(hire_value(w, j, PartnershipType::PrivateAgency), -3.0, 3.0);
    for (std::size_t size = 0; size < size_class_count; ++size) {
      factors.push_back(
          math::exp(a.size_effect * (static_cast<double>(size) - 1) + a.benefit_effect * value));
    }
  }
  return factors;
}

/// Does all but put the employer on the list of adopters.
void adopt(World& w, std::size_t employer) {
  auto& e = w.employers;
  if (e.state[employer] == static_cast<std::uint8_t>(AdoptionState::Unaware))
    ++e.aware_count[class_of(w, employer)];
  e.state[employer] = static_cast<std::uint8_t>(AdoptionState::Adopted);
  ++e.adopted_count[class_of(w, employer)];
  for (std::uint32_t i = e.setup->first[employer]; i < e.setup->first[employer + 1]; ++i) {
    auto& count = e.adopted_neighbours[e.setup->neighbour[i]];
    if (count < 255) ++count;
  }
  e.adoption_budget[employer] = static_cast<float>(
      w.draws.exponential({employer_key(employer), event_of(w.month), purpose::discontinuance}));
}

void stop_recruiting(World& w, std::size_t employer) {
  auto& e = w.employers;
  e.state[employer] = static_cast<std::uint8_t>(AdoptionState::Aware);
  --e.adopted_count[class_of(w, employer)];
  e.failures[employer] = 0;
  for (std::uint32_t i = e.setup->first[employer]; i < e.setup->first[employer + 1]; ++i) {
    auto& count = e.adopted_neighbours[e.setup->neighbour[i]];
    if (count > 0) --count;
  }
  if (e.membership[employer] != no_partnership) --w.partnerships[e.membership[employer]].members;
  e.membership[employer] = no_partnership;
  e.adoption_budget[employer] = static_cast<float>(
      w.draws.exponential({employer_key(employer), event_of(w.month), purpose::adoption}));
}

/// What drives a month of diffusion.
struct Pressure {
  double outreach, neighbours;               ///< of becoming aware
  double innovation, imitation, by_vacancy;  ///< of adopting
};

/// Some neighbouring rows of the employers.
struct EmployerColumns {
  const std::uint8_t *state, *adopted_neighbours;
  const std::uint32_t* first;  ///< of the neighbours
  const std::uint16_t* open;
  const double* factor;  ///< of the hazard of adoption
  float *awareness, *adoption;
  float* due;  ///< not above 0 for whoever becomes aware or adopts
};

/// A month's pressure on the budgets of those who are not aware and of those who have not adopted.
SKILLSCALE_VECTORISED
void press(EmployerColumns e, Pressure p, std::size_t count) {
  constexpr auto unaware = static_cast<std::uint8_t>(AdoptionState::Unaware);
  constexpr auto aware = static_cast<std::uint8_t>(AdoptionState::Aware);
  const std::uint8_t* __restrict state = e.state, * __restrict adopted = e.adopted_neighbours;
  const std::uint32_t* __restrict first = e.first;
  const std::uint16_t* __restrict open = e.open;
  const double* __restrict factor = e.factor;
  float* __restrict awareness = e.awareness, * __restrict adoption = e.adoption;
  float* __restrict due = e.due;
  for (std::size_t i = 0; i < count; ++i) {
    // Choices as factors of 0 and 1, so that every processor's vectors can make them.
    const std::int32_t degree = static_cast<std::int32_t>(first[i + 1] - first[i]);
    const double peers = static_cast<double>(adopted[i]) / (degree + (degree == 0));
    const double is_unaware = state[i] == unaware, is_aware = state[i] == aware;
    const double has_vacancy = open[i] > 0;
    const double urge = has_vacancy * p.by_vacancy + (1.0 - has_vacancy);
    const double hears = (p.outreach + p.neighbours * peers) * is_unaware;
    const double adopts = (p.innovation + p.imitation * peers) * factor[i] * urge * is_aware;
    awareness[i] = static_cast<float>(awareness[i] - hears);
    adoption[i] = static_cast<float>(adoption[i] - adopts);
    const float waits = state[i] != unaware && state[i] != aware;
    due[i] = awareness[i] * static_cast<float>(is_unaware) +
             adoption[i] * static_cast<float>(is_aware) + waits;
  }
}

/// Who becomes aware and who adopts this month, in order.
struct Spread {
  std::vector<std::uint32_t> newly_aware, adopters;
};

void spread_in_block(World& w, std::span<const double> factors, const Pressure& pressure,
                     std::size_t first, std::size_t last, Spread& out) {
  auto& e = w.employers;
  std::array<double, sim::block_rows> factor;
  std::array<float, sim::block_rows> due;
  for (std::size_t i = first; i < last; ++i) factor[i - first] = factors[class_of(w, i)];
  if (!e.threshold.empty()) {
    for (std::size_t i = first; i < last; ++i) {
      const auto degree = static_cast<double>(e.setup->first[i + 1] - e.setup->first[i]);
      const double peers = e.adopted_neighbours[i] / std::max(1.0, degree);
      if (peers < static_cast<double>(e.threshold[i])) factor[i - first] = 0;
    }
  }
  press({&e.state[first], &e.adopted_neighbours[first], &e.setup->first[first], &e.open[first],
         factor.data(), &e.awareness_budget[first], &e.adoption_budget[first], due.data()},
        pressure, last - first);
  for (std::size_t i = first; i < last; ++i) {
    if (due[i - first] > 0) continue;
    const auto employer = static_cast<std::uint32_t>(i);
    if (e.state[i] == static_cast<std::uint8_t>(AdoptionState::Unaware)) {
      e.state[i] = static_cast<std::uint8_t>(AdoptionState::Aware);
      out.newly_aware.push_back(employer);
    } else {
      out.adopters.push_back(employer);
    }
  }
}

/// Awareness and adoption of everyone who has not adopted; returns the adopters of the month in
/// order.
std::vector<std::uint32_t> spread(World& w) {
  auto& e = w.employers;
  const auto& a = w.now.adoption;
  const auto factors = adoption_factors(w);
  const Pressure pressure{a.outreach + a.platform * w.platform_intensity, a.neighbours,
                          a.innovation, a.imitation, math::exp(a.vacancy_effect)};
  std::vector<Spread> by_block(sim::block_count(e.state.size()));
  sim::for_each_block(e.state.size(), [&](std::size_t block, std::size_t first, std::size_t last) {
    spread_in_block(w, factors, pressure, first, last, by_block[block]);
  });
  std::vector<std::uint32_t> all;
  for (const auto& found : by_block) {
    for (std::uint32_t i : found.newly_aware) ++e.aware_count[class_of(w, i)];
    all.insert(all.end(), found.adopters.begin(), found.adopters.end());
  }
  return all;
}

void discontinue(World& w) {
  auto& e = w.employers;
  const auto& a = w.now.adoption;
  constexpr std::size_t most_failures = 20;
  std::array<double, most_failures + 1> hazard{};
  for (std::size_t failures = 0; failures <= most_failures; ++failures)
    hazard[failures] = a.discontinue * math::exp(a.failure_effect * static_cast<double>(failures));
  std::vector<std::vector<std::uint32_t>> stop(sim::block_count(e.adopted.size()));
  sim::for_each_block(
      e.adopted.size(), [&](std::size_t block, std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) {
          const std::uint32_t i = e.adopted[k];
          const auto failures = std::min<std::size_t>(e.failures[i], most_failures);
          e.adoption_budget[i] = static_cast<float>(e.adoption_budget[i] - hazard[failures]);
          if (e.adoption_budget[i] <= 0) stop[block].push_back(i);
        }
      });
  for (const auto& list : stop) {
    for (const std::uint32_t i : list) stop_recruiting(w, i);
  }
  std::erase_if(e.adopted, [&](std::uint32_t i) {
    return e.state[i] != static_cast<std::uint8_t>(AdoptionState::Adopted);
  });
}

bool is_open_to(const World& w, const Partnership& p, std::uint32_t employer) {
  const auto sector = w.employers.setup->sector[employer];
  if (p.state != PartnershipState::Active ||
      static_cast<int>(w.now.sectors[sector].occupation) != p.occupation)
    return false;
  return p.sectors.empty() ||
         std::find(p.sectors.begin(), p.sectors.end(), static_cast<int>(sector)) != p.sectors.end();
}

/// Chooses by size to the power of attachment, and more readily where a neighbour is a member
/// (homophily).
void join_some_partnership(World& w, std::uint32_t employer, std::uint32_t event) {
  const auto& rule = w.now.partnership;
  auto& e = w.employers;
  std::vector<double> weight(w.partnerships.size(), 0.0);
  double sum = 0;
  for (std::size_t k = 0; k < weight.size(); ++k) {
    if (!is_open_to(w, w.partnerships[k], employer)) continue;
    bool has_peer = false;
    for (std::uint32_t i = e.setup->first[employer]; i < e.setup->first[employer + 1]; ++i) {
      has_peer = has_peer || e.membership[e.setup->neighbour[i]] == k;
    }
    weight[k] = math::pow(static_cast<double>(w.partnerships[k].members) + rule.attachment_offset,
                          rule.attachment) *
                (has_peer ? rule.homophily : 1);
    sum += weight[k];
  }
  if (sum <= 0) return;
  double left = w.draws.uniform({employer_key(employer), event, purpose::which_membership}) * sum;
  for (std::size_t k = 0; k < weight.size(); ++k) {
    left -= weight[k];
    if (weight[k] <= 0 || left > 0) continue;
    e.membership[employer] = static_cast<std::uint16_t>(k);
    ++w.partnerships[k].members;
    return;
  }
}

/// Adopters of a block without a partnership who look for one this month.
std::vector<std::uint32_t> who_joins(const World& w, std::size_t first, std::size_t last,
                                     double share) {
  const auto& e = w.employers;
  std::array<Key, sim::block_rows> keys;
  std::array<std::uint32_t, sim::block_rows> free;
  std::array<double, sim::block_rows> u;
  std::size_t count = 0;
  for (std::size_t k = first; k < last; ++k) {
    free[count] = e.adopted[k];
    keys[count] = employer_key(e.adopted[k]);
    count += e.membership[e.adopted[k]] == no_partnership;
  }
  w.draws.uniforms(std::span(keys).first(count), event_of(w.month), purpose::membership, 0, u);
  std::vector<std::uint32_t> joining;
  for (std::size_t k = 0; k < count; ++k) {
    if (u[k] < share) joining.push_back(free[k]);
  }
  return joining;
}

void join_partnerships(World& w) {
  if (w.partnerships.empty()) return;
  auto& e = w.employers;
  const bool any = std::any_of(w.partnerships.begin(), w.partnerships.end(),
                               [](const auto& p) { return p.state == PartnershipState::Active; });
  for (const std::uint32_t i : e.adopted) {
    if (e.membership[i] == no_partnership) continue;
    if (w.partnerships[e.membership[i]].state != PartnershipState::Ended) continue;
    --w.partnerships[e.membership[i]].members;
    e.membership[i] = no_partnership;
  }
  if (!any) return;
  const double share = sim::probability(w.now.adoption.membership);
  std::vector<std::vector<std::uint32_t>> joining(sim::block_count(e.adopted.size()));
  sim::for_each_block(e.adopted.size(),
                      [&](std::size_t block, std::size_t first, std::size_t last) {
                        joining[block] = who_joins(w, first, last, share);
                      });
  for (const auto& list : joining) {
    for (const std::uint32_t i : list) join_some_partnership(w, i, event_of(w.month));
  }
}

/// How many peers each establishment wants to see first.
void draw_thresholds(World& w) {
  auto& e = w.employers;
  const auto& a = w.now.adoption;
  e.threshold.resize(e.state.size());
  sim::for_each_block(e.threshold.size(), [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const double deviation = w.draws.normal({employer_key(i), 0, purpose::threshold});
      e.threshold[i] = static_cast<float>(a.threshold_mean + a.threshold_spread * deviation);
    }
  });
}

/// The named partnerships start with a share of the adopters they may reach.
void initial_members(World& w) {
  auto& e = w.employers;
  for (std::uint32_t i : e.adopted) {
    const double u = w.draws.uniform({employer_key(i), 0, purpose::membership, 1});
    double reached = 0;
    for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
      const auto& p = w.partnerships[k];
      if (!is_open_to(w, p, i) || k >= w.now.partnerships.size()) continue;
      reached += w.now.partnerships[k].members;
      if (u >= reached) continue;
      e.membership[i] = static_cast<std::uint16_t>(k);
      ++w.partnerships[k].members;
      break;
    }
  }
}

}  // namespace

double hire_value(const World& w, std::size_t occupation, PartnershipType type) {
  const auto& j = w.now.occupations[occupation];
  const auto& channel = w.now.types[static_cast<std::size_t>(type)];
  const double leave =
      1 / w.now.retention.cause[static_cast<std::size_t>(ExitCause::ChangeEmployer)].scale +
      1 / w.now.retention.cause[static_cast<std::size_t>(ExitCause::Return)].scale +
      1 / w.now.retention.cause[static_cast<std::size_t>(ExitCause::Onward)].scale;
  const double surplus =
      j.wage * std::max(0.0, j.productivity - 1 - w.now.costs.employer_contribution);
  const double stay_value = surplus / (leave + w.now.costs.discount);
  const double cost = channel.employer_fee + w.now.costs.integration_cost +
                      channel.pays[static_cast<std::size_t>(Party::Employer)] *
                          expected_preparation_cost(w.now, type);
  const bool is_partnership = type <= PartnershipType::DualTrack;
  const double outcome = is_partnership ? w.now.costs.outcome_payment * w.now.costs.outcome_share *
                                              math::exp(-12 * leave)
                                        : 0;
  return (stay_value + outcome - cost) / (12 * j.wage);
}

void init_employers(World& w) {
  auto& e = w.employers;
  const std::size_t n = e.setup->land.size();
  e.state.assign(n, 0);
  e.open.assign(n, 0);
  e.stale.assign(n, 0);
  e.failures.assign(n, 0);
  e.fresh.assign(n, 0);
  e.adopted_neighbours.assign(n, 0);
  e.membership.assign(n, no_partnership);
  e.awareness_budget.resize(n);
  e.adoption_budget.resize(n);
  e.aware_count.assign(w.occupations() * size_class_count, 0);
  e.adopted_count = e.all_count = e.aware_count;
  for (std::size_t i = 0; i < n; ++i) ++e.all_count[class_of(w, i)];
  sim::for_each_block(n, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      e.awareness_budget[i] =
          static_cast<float>(w.draws.exponential({employer_key(i), 0, purpose::awareness}));
      e.adoption_budget[i] =
          static_cast<float>(w.draws.exponential({employer_key(i), 0, purpose::adoption}));
    }
  });
  if (w.now.adoption.rule != 0) draw_thresholds(w);
  for (std::size_t i = 0; i < n; ++i) {
    const auto& sector = w.now.sectors[e.setup->sector[i]];
    const double adopted = sector.adopted_share[e.setup->size_class[i]];
    const double u = w.draws.uniform({employer_key(i), 0, purpose::initial_state});
    if (u < adopted) {
      adopt(w, i);
      e.adopted.push_back(static_cast<std::uint32_t>(i));
    } else if (u < std::max(adopted, sector.aware_share)) {
      e.state[i] = static_cast<std::uint8_t>(AdoptionState::Aware);
      ++e.aware_count[class_of(w, i)];
    }
  }
  initial_members(w);
}

void step_employers(World& w) {
  if (w.now.on.diffusion != 0) {
    const auto adopters = spread(w);
    for (std::uint32_t i : adopters) adopt(w, i);
    const auto middle = static_cast<std::ptrdiff_t>(w.employers.adopted.size());
    w.employers.adopted.insert(w.employers.adopted.end(), adopters.begin(), adopters.end());
    std::inplace_merge(w.employers.adopted.begin(), w.employers.adopted.begin() + middle,
                       w.employers.adopted.end());
    discontinue(w);
  }
  join_partnerships(w);
}

}  // namespace skillscale::models
