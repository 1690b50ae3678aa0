#include "models/costs.h"

#include <algorithm>

#include "models/partnership.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

enum WageKind : std::size_t { Recognised, Assistant, Trainee };

std::int64_t cents(double eur) { return math::round_to_integer(eur * 100); }

void post(World& w, Party from, Party to, std::int64_t amount) {
  if (amount != 0)
    w.tally.add(
        w.layout.at(Tally::Ledger, static_cast<std::size_t>(from), static_cast<std::size_t>(to)),
        amount);
}
void gain(World& w, Group group, std::int64_t amount) {
  w.tally.add(w.layout.at(Tally::Welfare, static_cast<std::size_t>(group)), amount);
}

/// What one pass over all persons finds.
struct Sums {
  std::vector<std::int64_t> preparation;  ///< cents [self-financed][type][stage]
  std::int64_t wages = 0, output = 0, remitted = 0;
  std::vector<std::int64_t> remitted_by_origin, at_work;
  std::vector<std::int64_t> home_trainees;            ///< by cell
  std::vector<std::int64_t> working_at_origin, away;  ///< engaged qualified persons by cell
  std::int64_t searching = 0;
  double forgone = 0;  ///< EUR at purchasing power that the engaged would have earned at home
};

std::size_t preparation_index(bool self_financed, std::size_t type, std::size_t stage) {
  return ((self_financed ? 1U : 0U) * partnership_type_count + type) * stage_count + stage;
}

/// Monthly cost per stage in cents for every partnership, and for no partnership in the last row.
std::vector<std::int64_t> cost_table(const World& w) {
  std::vector<std::int64_t> table((w.partnerships.size() + 1) * stage_count);
  for (std::size_t k = 0; k <= w.partnerships.size(); ++k) {
    const double factor = k < w.partnerships.size() ? cost_factor(w, w.partnerships[k]) : 1;
    for (std::size_t s = 0; s < stage_count; ++s)
      table[k * stage_count + s] = cents(w.now.stages[s].cost_per_month * factor);
  }
  return table;
}

bool is_preparing(Stage stage) { return stage <= Stage::Matching; }
bool gives_up_origin_income(Stage stage, bool is_abroad) {
  return stage == Stage::Language || stage == Stage::Training || is_abroad;
}

/// Share of the qualified persons at the origin who work in the occupation.
double share_at_work(const World& w, const OriginMarket& m) {
  if (m.stock_at_start <= 0) return 1;
  const auto stock = static_cast<double>(std::max<std::int64_t>(1, w.pools[m.cell * 2U].present));
  return std::min(1.0, static_cast<double>(m.employed) / stock);
}

/// Income without the qualification against the occupation's wage.
constexpr double unqualified_share = 0.5;

/// Expected income at home in EUR at purchasing power, by cell and pool group.
std::vector<double> home_income(const World& w) {
  std::vector<double> income(w.origins.size() * 2, 0.0);
  for (const auto& m : w.origins) {
    if (!m.present) continue;
    const auto& origin = w.now.origins[static_cast<std::size_t>(m.origin)];
    income[m.cell * 2U] = share_at_work(w, m) * m.wage / origin.price_level;
    income[m.cell * 2U + 1] = unqualified_share * m.wage / origin.price_level;
  }
  return income;
}

std::size_t wage_row(const World& w, Row row, Stage stage) {
  if (stage == Stage::Training) return Trainee;
  return stage == Stage::Adaptation || !w.persons.has(row, FullyRecognised) ? Assistant
                                                                            : Recognised;
}

void pay_wage(World& w, Row row, Stage stage, Sums& sums) {
  const auto& p = w.persons;
  const std::size_t occupation = p.cell[row] % w.occupations(),
                    origin = p.cell[row] / w.occupations();
  const auto tau = static_cast<std::size_t>(std::max(0, w.month - p.arrived[row]));
  const std::size_t kind = wage_row(w, row, stage);
  const std::int64_t wage = w.tables.wage_cents[kind][occupation * w.tables.horizon + tau];
  w.tally.add(w.layout.of_cell(Tally::WageBill, p.cell[row], p.type[row]), wage);
  sums.wages += wage;
  sums.output += w.tables.output_cents[kind][occupation];
  if (stage != Stage::Training) ++sums.at_work[occupation];
  if (w.now.on.remittances == 0 || !p.has(row, Remits)) return;
  const double net =
      static_cast<double>(wage) * (1 - w.now.wages.tax_share - w.now.wages.social_share);
  const auto sent =
      math::round_to_integer(net * w.now.wages.remit_share * w.tables.remit_fade[tau]);
  sums.remitted_by_origin[origin] += sent;
  sums.remitted += sent;
}

Sums sum_persons(World& w) {
  const auto& p = w.persons;
  const bool costs = w.now.on.costs != 0;
  Sums sums;
  sums.preparation.assign(2 * partnership_type_count * stage_count, 0);
  sums.remitted_by_origin.assign(w.now.origins.size(), 0);
  sums.at_work.assign(w.occupations(), 0);
  sums.home_trainees.assign(w.origins.size(), 0);
  sums.working_at_origin = sums.away = sums.home_trainees;
  const auto table = costs ? cost_table(w) : std::vector<std::int64_t>{};
  const auto income = costs ? home_income(w) : std::vector<double>{};
  std::vector<std::int64_t> forgoing(w.origins.size() * 2, 0);
  for (Row row = 0; row < p.size(); ++row) {
    if (p.has(row, Gone)) continue;
    const Stage stage = p.stage_of(row);
    const std::size_t cell = p.cell[row];
    w.tally.add(w.layout.of_cell(Tally::Stock, cell, p.type[row], p.stage[row]), 1);
    w.tally.add(w.layout.at(Tally::TimeInStage, p.stage[row]), w.month + 1 - p.since[row]);
    const bool abroad = p.arrived[row] != no_month && stage != Stage::Returned;
    const bool at_work = stage == Stage::Employed || stage == Stage::Adaptation;
    if (at_work) {
      w.tally.add(w.layout.of_cell(Tally::SocialIntegration, cell),
                  math::round_to_integer(p.social[row] * 1e6));
      w.tally.add(w.layout.of_cell(Tally::EconomicIntegration, cell),
                  math::round_to_integer(p.economic[row] * 1e6));
    }
    if (!costs) continue;
    const auto group = static_cast<std::size_t>(group_of(p.type_of(row)));
    if (group_of(p.type_of(row)) == PoolGroup::Qualified) {
      const bool gone = abroad || stage == Stage::Language;
      ++(gone ? sums.away : sums.working_at_origin)[cell];
    }
    const bool on_home_track = p.has(row, HomeTrackSeat);
    if (on_home_track && stage == Stage::Training) ++sums.home_trainees[cell];
    if (!on_home_track && gives_up_origin_income(stage, abroad)) ++forgoing[cell * 2 + group];
    if (at_work || (stage == Stage::Training && abroad)) pay_wage(w, row, stage, sums);
    if (stage == Stage::Searching) ++sums.searching;
    if (!is_preparing(stage) && stage != Stage::Adaptation) continue;
    const std::size_t k =
        p.partnership[row] == no_partnership ? w.partnerships.size() : p.partnership[row];
    const bool alone = k < w.partnerships.size() && w.partnerships[k].self_financed;
    sums.preparation[preparation_index(alone, p.type[row], p.stage[row])] +=
        table[k * stage_count + p.stage[row]];
  }
  for (std::size_t i = 0; i < forgoing.size() && costs; ++i)
    sums.forgone += static_cast<double>(forgoing[i]) * income[i];
  return sums;
}

/// One-off costs of persons who entered a stage this month, per type and stage.
void add_entry_costs(const World& w, Sums& sums) {
  for (std::size_t s = 0; s < stage_count; ++s) {
    const std::int64_t once = cents(w.now.stages[s].cost_once);
    if (once == 0) continue;
    for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
      for (std::size_t t = 0; t < partnership_type_count; ++t) {
        const auto entered = w.tally.cells()[w.layout.of_cell(Tally::Entered, cell, t, s)];
        sums.preparation[preparation_index(false, t, s)] += once * entered;
      }
    }
  }
}

/// Who carried how much of this month's preparation.
std::array<std::int64_t, party_count> post_preparation(World& w, const Sums& sums) {
  std::array<std::int64_t, party_count> carried{};
  for (std::size_t alone = 0; alone < 2; ++alone) {
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      auto shares = w.now.types[t].pays;
      if (alone == 1) {
        shares[static_cast<std::size_t>(Party::Employer)] +=
            shares[static_cast<std::size_t>(Party::Donor)];
        shares[static_cast<std::size_t>(Party::Donor)] = 0;
      }
      for (std::size_t s = 0; s < stage_count; ++s) {
        const auto amounts =
            split_cents(sums.preparation[preparation_index(alone == 1, t, s)], shares);
        for (std::size_t party = 0; party < party_count; ++party) {
          post(w, static_cast<Party>(party), Party::Resource, amounts[party]);
          w.tally.add(w.layout.at(Tally::PreparationCost, s, party), amounts[party]);
          carried[party] += amounts[party];
        }
      }
    }
  }
  return carried;
}

struct Fees {
  std::int64_t migrant = 0, employer = 0, services = 0;
};

Fees post_fees(World& w) {
  Fees fees;
  const auto cells = w.tally.cells();
  for (std::size_t t = 0; t < partnership_type_count; ++t) {
    std::int64_t enrolled = 0, arrived = 0;
    for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
      enrolled += cells[w.layout.of_cell(Tally::Enrolments, cell, t)];
      arrived += cells[w.layout.of_cell(Tally::Arrivals, cell, t)];
    }
    const auto& channel = w.now.types[t];
    const bool is_agency = static_cast<PartnershipType>(t) == PartnershipType::PrivateAgency;
    const bool is_partnership = t <= static_cast<std::size_t>(PartnershipType::DualTrack);
    const std::int64_t from_migrants = enrolled * cents(channel.migrant_fee),
                       from_employers = arrived * cents(channel.employer_fee);
    const std::int64_t fast =
        math::round_to_integer(static_cast<double>(arrived) * channel.accelerated_share * 100 *
                               w.now.costs.fast_track_fee);
    const std::int64_t welcome = arrived * cents(w.now.costs.integration_cost);
    const std::int64_t services =
        is_partnership ? arrived * cents(w.now.costs.service_per_placement) : 0;
    post(w, Party::Migrant, Party::Agency, from_migrants);
    post(w, Party::Employer, is_agency ? Party::Agency : Party::Resource, from_employers);
    post(w, Party::Employer, Party::GermanState, fast);
    post(w, Party::Employer, Party::Resource, welcome);
    post(w, Party::GermanState, Party::Resource, services);
    fees.migrant += from_migrants;
    fees.employer += from_employers + fast + welcome;
    fees.services += services - fast;
  }
  return fees;
}

std::int64_t post_programme_overhead(World& w) {
  std::int64_t state = 0;
  if (w.platform_intensity > 0) {
    const std::int64_t running = cents(w.now.platform.cost_per_month);
    post(w, Party::GermanState, Party::Resource, running);
    state += running;
  }
  for (const auto& lever : w.policy.levers) {
    const auto& given = w.now.levers[lever.lever];
    const std::int64_t running = cents(given.cost_per_month * lever.fraction);
    const auto payer = static_cast<Party>(static_cast<int>(given.payer));
    post(w, payer, Party::Resource, running);
    if (payer == Party::GermanState) state += running;
  }
  return state;
}

/// Remittances after transfer cost; returns what households received.
std::int64_t post_remittances(World& w, const Sums& sums) {
  std::int64_t received = 0;
  for (std::size_t o = 0; o < sums.remitted_by_origin.size(); ++o) {
    const std::int64_t sent = sums.remitted_by_origin[o];
    const auto cost =
        math::round_to_integer(static_cast<double>(sent) * w.now.origins[o].remittance_cost);
    post(w, Party::Migrant, Party::OriginHouseholds, sent - cost);
    post(w, Party::Migrant, Party::Resource, cost);
    w.tally.add(w.layout.at(Tally::Remittances, o), sent);
    received += sent - cost;
  }
  return received;
}

void post_origin(World& w, const Sums& sums, std::int64_t carried_by_state) {
  std::int64_t state = -carried_by_state, employers = 0, workers = 0;
  const auto cells = w.tally.cells();
  for (const auto& m : w.origins) {
    if (!m.present) continue;
    const auto& origin = w.now.origins[static_cast<std::size_t>(m.origin)];
    const auto& pair = origin.occupation[static_cast<std::size_t>(m.occupation)];
    const auto graduates = cells[w.layout.of_cell(Tally::Graduates, m.cell)];
    const std::int64_t training = graduates * cents(pair.training_cost);
    const double works = share_at_work(w, m);
    const auto wages_of = [&](double persons) { return cents(persons * m.wage); };
    const std::int64_t bill = wages_of(static_cast<double>(m.employed) +
                                       works * static_cast<double>(sums.working_at_origin[m.cell]));
    // Wages that those who are away would have earned belong to the migrants' account.
    const std::int64_t of_leavers = wages_of(
        works * static_cast<double>(sums.away[m.cell] + m.elsewhere) * (1 - origin.tax_share));
    const std::int64_t tax = math::round_to_integer(static_cast<double>(bill) * origin.tax_share);
    const double productivity =
        w.now.occupations[static_cast<std::size_t>(m.occupation)].productivity;
    post(w, Party::OriginState, Party::Resource, training);
    state += tax - training;
    const std::int64_t home_track = sums.home_trainees[m.cell] + m.home_graduates;
    const std::int64_t given_up =
        cents(static_cast<double>(home_track) * unqualified_share * m.wage);
    workers += bill - tax - given_up + of_leavers;
    employers += math::round_to_integer(static_cast<double>(bill) * (productivity - 1));
  }
  gain(w, Group::OriginState, state);
  gain(w, Group::OriginEmployers, employers);
  gain(w, Group::OriginWorkers, workers);
}

/// Loss of domestic workers who were displaced by migrants at work.
std::int64_t displacement_loss(const World& w, const Sums& sums) {
  double loss = 0;
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    const auto& occupation = w.now.occupations[j];
    loss += occupation.displacement * static_cast<double>(sums.at_work[j]) * occupation.wage *
            w.now.costs.domestic_loss;
  }
  return cents(loss);
}

void post_money(World& w, const Sums& sums) {
  const auto carried = post_preparation(w, sums);
  const Fees fees = post_fees(w);
  const std::int64_t overhead = post_programme_overhead(w);
  const std::int64_t received = post_remittances(w, sums);
  const auto wage_share = [&](double share) {
    return math::round_to_integer(static_cast<double>(sums.wages) * share);
  };
  const std::int64_t tax = wage_share(w.now.wages.tax_share),
                     social = wage_share(w.now.wages.social_share);
  const std::int64_t contribution = wage_share(w.now.costs.employer_contribution);
  const std::int64_t benefits = sums.searching * cents(w.now.costs.benefit);
  post(w, Party::Employer, Party::Migrant, sums.wages);
  post(w, Party::Migrant, Party::GermanState, tax + social);
  post(w, Party::Employer, Party::GermanState, contribution);
  post(w, Party::GermanState, Party::Migrant, benefits);

  const auto by = [&](Party party) { return carried[static_cast<std::size_t>(party)]; };
  gain(w, Group::Migrants,
       sums.wages - tax - social + benefits - by(Party::Migrant) - fees.migrant - sums.remitted -
           cents(sums.forgone));
  gain(w, Group::Employers,
       sums.output - sums.wages - contribution - by(Party::Employer) - fees.employer);
  const auto kept = math::round_to_integer(static_cast<double>(social + contribution) *
                                           w.now.costs.contribution_gain);
  gain(w, Group::GermanState,
       tax + kept - benefits - by(Party::GermanState) - fees.services - overhead);
  gain(w, Group::DomesticWorkers, -displacement_loss(w, sums));
  gain(w, Group::OriginHouseholds, received);
  post_origin(w, sums, by(Party::OriginState));
}

void count_origins(World& w) {
  for (auto& m : w.origins) {
    if (!m.present) continue;
    const auto put = [&](Tally tally, std::int64_t amount) {
      w.tally.add(w.layout.of_cell(tally, m.cell), amount);
    };
    const auto pool = w.pools[m.cell * 2U].present;
    std::int64_t at_origin = pool;
    const auto cells = w.tally.cells();
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      const bool qualified = group_of(static_cast<PartnershipType>(t)) == PoolGroup::Qualified;
      for (const Stage stage :
           {Stage::Applicant, Stage::Language, Stage::Recognition, Stage::Visa, Stage::Matching}) {
        if (qualified)
          at_origin +=
              cells[w.layout.of_cell(Tally::Stock, m.cell, t, static_cast<std::size_t>(stage))];
      }
      at_origin += cells[w.layout.of_cell(Tally::Stock, m.cell, t,
                                          static_cast<std::size_t>(Stage::Returned))];
    }
    put(Tally::OriginStock, at_origin);
    put(Tally::OriginEmployed, m.employed);
    put(Tally::OriginUnemployed, std::max<std::int64_t>(0, pool - m.employed));
    put(Tally::Pool, pool);
    put(Tally::SchoolLeavers, w.pools[m.cell * 2U + 1].present);
    put(Tally::OriginWage, cents(m.wage));
    put(Tally::Intention, math::round_to_integer(m.intention * 1e6));
    put(Tally::Abroad, m.abroad);
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      const auto applied =
          static_cast<double>(cells[w.layout.of_cell(Tally::Applications, m.cell, t)]);
      m.applications[t] += (applied - m.applications[t]) / 12;
    }
  }
}

void count_destination(World& w) {
  const auto& setup = *w.employers.setup;
  for (std::size_t i = 0; i < setup.markets.size(); ++i) {
    const auto occupation = static_cast<std::size_t>(setup.markets[i].occupation);
    w.tally.add(
        w.layout.at(Tally::Vacancies, occupation, static_cast<std::size_t>(setup.markets[i].land)),
        w.destination[i].open);
    w.tally.add(w.layout.at(Tally::DomesticSeekers, occupation), w.destination[i].seekers);
  }
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    for (std::size_t size = 0; size < size_class_count; ++size) {
      w.tally.add(w.layout.at(Tally::EmployersAware, j, size),
                  w.employers.aware_count[j * size_class_count + size]);
      w.tally.add(w.layout.at(Tally::EmployersAdopted, j, size),
                  w.employers.adopted_count[j * size_class_count + size]);
    }
  }
}

}  // namespace

std::array<std::int64_t, party_count> split_cents(std::int64_t amount,
                                                  const std::array<double, party_count>& shares) {
  std::array<std::int64_t, party_count> parts{};
  double sum = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < party_count; ++i) {
    sum += shares[i];
    if (shares[i] > 0) last = i;
  }
  if (sum <= 0 || amount == 0) return parts;
  double running = 0;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < last; ++i) {
    if (shares[i] <= 0) continue;
    running += shares[i] / sum;
    const auto upto = math::round_to_integer(static_cast<double>(amount) * std::min(1.0, running));
    parts[i] = upto - given;
    given = upto;
  }
  parts[last] = amount - given;
  return parts;
}

void build_tables(World& w) {
  if (!w.policy.changed) return;
  auto& t = w.tables;
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
    t.exit_hazard[k].assign(t.horizon, 0.0F);
    for (std::size_t tau = 1; tau < t.horizon && w.now.on.retention != 0; ++tau) {
      t.exit_hazard[k][tau] = static_cast<float>(sim::hazard_of_weibull(
          cause.shape, cause.scale, static_cast<double>(tau - 1), static_cast<double>(tau)));
    }
  }
  if (w.now.on.costs == 0) return;
  const auto& rule = w.now.wages;
  t.remit_fade.resize(t.horizon);
  for (std::size_t tau = 0; tau < t.horizon; ++tau)
    t.remit_fade[tau] = static_cast<float>(math::exp(-rule.remit_decay * static_cast<double>(tau)));
  for (std::size_t kind = 0; kind < 3; ++kind) {
    t.wage_cents[kind].resize(w.occupations() * t.horizon);
    t.output_cents[kind].resize(w.occupations());
    for (std::size_t j = 0; j < w.occupations(); ++j) {
      const auto& occupation = w.now.occupations[j];
      const double level = kind == Recognised  ? 1
                           : kind == Assistant ? occupation.assistant_wage_share
                                               : rule.trainee_share;
      t.output_cents[kind][j] = cents(occupation.wage * level * occupation.productivity);
      for (std::size_t tau = 0; tau < t.horizon; ++tau) {
        const double gap =
            kind == Recognised
                ? rule.gap_end + (rule.gap_start - rule.gap_end) *
                                     math::exp(-rule.closing * static_cast<double>(tau))
                : 0;
        t.wage_cents[kind][j * t.horizon + tau] = cents(occupation.wage * level * math::exp(-gap));
      }
    }
  }
}

void post_month(World& w) {
  Sums sums = sum_persons(w);
  for (std::size_t i = 0; i < w.absorbed.size(); ++i) {
    if (w.absorbed[i] != 0) w.tally.add(w.layout.first(Tally::Stock) + i, w.absorbed[i]);
  }
  count_origins(w);
  count_destination(w);
  if (w.now.on.costs == 0) return;
  add_entry_costs(w, sums);
  post_money(w, sums);
}

}  // namespace skillscale::models
