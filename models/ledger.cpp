#include "models/ledger.h"

#include <algorithm>

#include "models/month_tables.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

void post(World& w, Party from, Party to, std::int64_t amount) {
  if (amount != 0)
    w.tally.add(
        w.layout.at(Tally::Ledger, static_cast<std::size_t>(from), static_cast<std::size_t>(to)),
        amount);
}
void gain(World& w, Group group, std::int64_t amount) {
  w.tally.add(w.layout.at(Tally::Welfare, static_cast<std::size_t>(group)), amount);
}

/// Who carried how much of this month's preparation.
std::array<std::int64_t, party_count> post_preparation(World& w, const PersonSums& sums) {
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
std::int64_t post_remittances(World& w, const PersonSums& sums) {
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

void post_origin(World& w, const PersonSums& sums, std::int64_t carried_by_state) {
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
    const double at_work = static_cast<double>(m.employed) +
                           works * static_cast<double>(sums.working_at_origin[m.cell]);
    const std::int64_t bill = wages_of(at_work);
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
    // What a post yields does not follow the wage: a lower wage moves money from workers to
    // employers.
    employers += cents(at_work * productivity * pair.wage) - bill;
  }
  gain(w, Group::OriginState, state);
  gain(w, Group::OriginEmployers, employers);
  gain(w, Group::OriginWorkers, workers);
}

/// Loss of domestic workers who were displaced by migrants at work.
std::int64_t displacement_loss(const World& w, const PersonSums& sums) {
  double loss = 0;
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    const auto& occupation = w.now.occupations[j];
    loss += occupation.displacement * static_cast<double>(sums.at_work[j]) * occupation.wage *
            w.now.costs.domestic_loss;
  }
  return cents(loss);
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

void post_money(World& w, const PersonSums& sums) {
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

}  // namespace skillscale::models
