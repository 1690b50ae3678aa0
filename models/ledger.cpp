#include "models/ledger.h"

#include <algorithm>

#include "models/authority.h"
#include "models/month_tables.h"
#include "models/pool.h"
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
      const auto shares = payers_of(w, t, alone == 1);
      for (std::size_t s = 0; s < stage_count; ++s) {
        const std::int64_t cost = sums.preparation[preparation_index(alone == 1, t, s)];
        const bool is_course = s == static_cast<std::size_t>(Stage::Language);
        const std::int64_t subsidy =
            is_course ? math::round_to_integer(static_cast<double>(cost) * w.now.language.subsidy)
                      : 0;
        auto amounts = split_cents(cost - subsidy, shares);
        amounts[static_cast<std::size_t>(Party::GermanState)] += subsidy;
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

/// Sum of a tally over cells for the types from first to last.
std::int64_t of_types(const World& w, Tally tally, PartnershipType first, PartnershipType last) {
  std::int64_t sum = 0;
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (auto t = static_cast<std::size_t>(first); t <= static_cast<std::size_t>(last); ++t)
      sum += w.tally.cells()[w.layout.of_cell(tally, cell, t)];
  }
  return sum;
}

/// What offices cost the German state for the cases that they took up.
std::int64_t post_cases(World& w) {
  double cost = 0;
  for (std::size_t office = 0; office < w.offices.size(); ++office) {
    const auto kind = name_of_office(w, office).kind;
    const double each = kind == OfficeKind::Recognition ? w.now.costs.recognition_case
                        : kind == OfficeKind::Visa      ? w.now.costs.visa_case
                                                        : 0;
    cost += each * static_cast<double>(w.tally.cells()[w.layout.at(Tally::Served, office)]);
  }
  const std::int64_t paid = cents(cost);
  post(w, Party::GermanState, Party::Resource, paid);
  return paid;
}

/// What the German state pays employers for workers of partnerships who stay.
std::int64_t post_outcomes(World& w) {
  const auto& costs = w.now.costs;
  const auto retained =
      of_types(w, Tally::Retained12, PartnershipType::RecruitAndBridge, PartnershipType::DualTrack);
  const auto paid = math::round_to_integer(static_cast<double>(retained) * 100 *
                                           costs.outcome_payment * costs.outcome_share);
  post(w, Party::GermanState, Party::Employer, paid);
  return paid;
}

/// What the German state pays for the training of the qualified persons who left.
std::int64_t post_compensation(World& w) {
  const double share = w.now.safeguards.training_compensation;
  if (share <= 0) return 0;
  std::int64_t paid = 0;
  for (const auto& m : w.origins) {
    if (!m.present) continue;
    std::int64_t left = 0;
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      if (group_of(static_cast<PartnershipType>(t)) == PoolGroup::Qualified)
        left += w.tally.cells()[w.layout.of_cell(Tally::Arrivals, m.cell, t)];
    }
    const double cost = w.now.origins[static_cast<std::size_t>(m.origin)]
                            .occupation[static_cast<std::size_t>(m.occupation)]
                            .training_cost;
    paid += math::round_to_integer(static_cast<double>(left) * 100 * cost * share);
  }
  post(w, Party::GermanState, Party::OriginState, paid);
  return paid;
}

/// Recruitment debt is lent and repaid among migrants and households at the origin.
struct Credit {
  std::int64_t lent, repaid;
};
Credit post_debt(World& w) {
  const auto cells = w.tally.cells();
  const Credit credit{cells[w.layout.at(Tally::DebtLent)], cells[w.layout.at(Tally::DebtRepaid)]};
  post(w, Party::OriginHouseholds, Party::Migrant, credit.lent);
  post(w, Party::Migrant, Party::OriginHouseholds, credit.repaid);
  return credit;
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

/// @param balance  of the origin's state apart from taxes and training
void post_origin(World& w, const PersonSums& sums, std::int64_t balance) {
  std::int64_t state = balance, employers = 0, workers = 0;
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

std::array<double, party_count> payers_of(const World& w, std::size_t type, bool self_financed) {
  auto shares = w.now.types[type].pays;
  if (!self_financed) return shares;
  double& donors = shares[static_cast<std::size_t>(Party::Donor)];
  const double bridged = donors * w.now.partnership.bridge_share;
  shares[static_cast<std::size_t>(Party::GermanState)] += bridged;
  shares[static_cast<std::size_t>(Party::Employer)] += donors - bridged;
  donors = 0;
  return shares;
}

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
  const std::int64_t overhead = post_programme_overhead(w) + post_cases(w);
  const std::int64_t received = post_remittances(w, sums);
  const std::int64_t outcomes = post_outcomes(w), compensation = post_compensation(w);
  const std::int64_t bonds = w.tally.cells()[w.layout.at(Tally::BondsPaid)];
  const Credit credit = post_debt(w);
  post(w, Party::Migrant, Party::Employer, bonds);
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
       sums.wages - tax - social + benefits - by(Party::Migrant) - fees.migrant - sums.remitted +
           credit.lent - credit.repaid - bonds - cents(sums.forgone));
  gain(w, Group::Employers,
       sums.output - sums.wages - contribution - by(Party::Employer) - fees.employer + bonds +
           outcomes);
  const auto kept = math::round_to_integer(static_cast<double>(social + contribution) *
                                           w.now.costs.contribution_gain);
  gain(w, Group::GermanState,
       tax + kept - benefits - by(Party::GermanState) - fees.services - overhead - outcomes -
           compensation);
  gain(w, Group::DomesticWorkers, -displacement_loss(w, sums));
  gain(w, Group::OriginHouseholds, received - credit.lent + credit.repaid);
  post_origin(w, sums, compensation - by(Party::OriginState));
}

}  // namespace skillscale::models
