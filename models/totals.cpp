// What headlines need of one world, gathered month by month.
#include <algorithm>

#include "models/authority.h"
#include "models/concentration.h"
#include "models/indicators.h"
#include "models/person_accounts.h"
#include "models/safeguards.h"

namespace skillscale::models {
namespace {

double sum_of(const World& w, Tally tally) {
  double sum = 0;
  const auto first = w.layout.first(tally);
  for (std::size_t i = 0; i < w.layout.size(tally); ++i)
    sum += static_cast<double>(w.tally.cells()[first + i]);
  return sum;
}

double partnership_part(const World& w, Tally tally) {
  double sum = 0;
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (std::size_t t = 0; t <= static_cast<std::size_t>(PartnershipType::DualTrack); ++t) {
      sum += static_cast<double>(w.tally.cells()[w.layout.of_cell(tally, cell, t)]);
    }
  }
  return sum;
}

/// What preparation, fees and public services cost, whoever pays: all that reaches `resource` and
/// agencies but the training of graduates at the origin and the cost of sending money home.
double programme_cost(const World& w) {
  const auto cells = w.tally.cells();
  const auto paid = [&](Party from, Party to) {
    return 0.01 *
           static_cast<double>(cells[w.layout.at(Tally::Ledger, static_cast<std::size_t>(from),
                                                 static_cast<std::size_t>(to))]);
  };
  double cost = 0;
  for (std::size_t from = 0; from < party_count; ++from) {
    const auto payer = static_cast<Party>(from);
    cost += paid(payer, Party::Agency);
    if (payer != Party::OriginState) cost += paid(payer, Party::Resource);
  }
  for (std::size_t o = 0; o < w.now.origins.size(); ++o) {
    const double sent = 0.01 * static_cast<double>(cells[w.layout.at(Tally::Remittances, o)]);
    cost -= sent * w.now.origins[o].remittance_cost;
  }
  return cost;
}

double ledger_of(const World& w, Party from, Party to) {
  return 0.01 * static_cast<double>(w.tally.cells()[w.layout.at(
                    Tally::Ledger, static_cast<std::size_t>(from), static_cast<std::size_t>(to))]);
}

/// What migrants paid for recruitment and preparation: fees and their share, without what it costs
/// to send money home.
double own_cost(const World& w) {
  double cost = ledger_of(w, Party::Migrant, Party::Agency);
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    cost += 0.01 * static_cast<double>(w.tally.cells()[w.layout.at(
                       Tally::PreparationCost, stage, static_cast<std::size_t>(Party::Migrant))]);
  }
  return cost;
}

double persons_at_work(const World& w) {
  double persons = 0;
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (std::size_t t = 0; t < partnership_type_count; ++t) {
      for (const Stage stage : {Stage::Employed, Stage::Adaptation})
        persons += static_cast<double>(w.tally.cells()[w.layout.of_cell(
            Tally::Stock, cell, t, static_cast<std::size_t>(stage))]);
    }
  }
  return persons;
}

double origins_below_density(const World& w) {
  double below = 0;
  for (std::size_t o = 0; o < w.now.origins.size(); ++o) {
    const double density = health_density(w, o);
    below += density > 0 && density < w.now.safeguards.who_density;
  }
  return below;
}

std::vector<double> seats_of_active(const World& w) {
  std::vector<double> seats;
  for (const auto& p : w.partnerships) {
    if (p.state == PartnershipState::Active) seats.push_back(p.seats);
  }
  return seats;
}

}  // namespace

TotalsRecorder::TotalsRecorder(const World&) {}

void TotalsRecorder::observe(const World& w) {
  auto& t = totals_;
  t.months += 1;
  const double arrived = sum_of(w, Tally::Arrivals);
  t.arrivals += arrived;
  auto& flows = flows_.emplace_back();
  flows.month = w.month;
  flows.arrivals = arrived;
  flows.by_partnership = partnership_part(w, Tally::Arrivals);
  t.arrivals_by_partnership += flows.by_partnership;
  for (std::size_t land = 0; land < land_count; ++land) {
    t.arrivals_by_land[land] +=
        static_cast<double>(w.tally.cells()[w.layout.at(Tally::ArrivalsByLand, land)]);
  }
  t.settlements += sum_of(w, Tally::Settlements);
  t.families_joined += sum_of(w, Tally::FamiliesJoined);
  t.own_cost += own_cost(w);
  t.wages += 0.01 * sum_of(w, Tally::WageBill);
  t.months_at_work += persons_at_work(w);
  t.past_cliff += sum_of(w, Tally::PartnershipsPastCliff);
  t.ended_at_cliff += sum_of(w, Tally::PartnershipsEndedAtCliff);
  t.months_below_density += origins_below_density(w);
  t.enrolments += partnership_part(w, Tally::Enrolments);
  t.recognitions += sum_of(w, Tally::Recognitions);
  for (std::size_t type = 0; type < partnership_type_count; ++type) {
    const bool is_partnership = type <= static_cast<std::size_t>(PartnershipType::DualTrack);
    (is_partnership ? t.posts_by_partnership : t.posts_by_others) +=
        static_cast<double>(w.tally.cells()[w.layout.at(Tally::HiresByType, type)]);
  }
  t.posts_domestic += sum_of(w, Tally::DomesticHires);
  t.retained_36 += sum_of(w, Tally::Retained36);
  t.qualified_months += sum_of(w, Tally::QualifiedMonths);
  t.home_graduates += sum_of(w, Tally::HomeGraduates);
  for (std::size_t office = 0; office < w.offices.size(); ++office) {
    const auto kind = static_cast<std::size_t>(name_of_office(w, office).kind);
    const auto cells = w.tally.cells();
    t.waited[kind] += static_cast<double>(cells[w.layout.at(Tally::WaitedMonths, office)]);
    t.served[kind] += static_cast<double>(cells[w.layout.at(Tally::Served, office)]);
  }
  if (sum_of(w, Tally::PartnershipsActive) > 0) t.last_partnership_month = w.month;
  flows.programme_cost = programme_cost(w);
  discount_ /= 1 + w.now.costs.discount;
  for (std::size_t g = 0; g < group_count; ++g) {
    const double flow = 0.01 * static_cast<double>(w.tally.cells()[w.layout.at(Tally::Welfare, g)]);
    t.welfare[g] += discount_ * flow;
    flows.welfare[g] = flow;
  }
}

Totals TotalsRecorder::finish(const World& w) const {
  Totals t = totals_;
  for (const auto& flows : flows_) {
    if (flows.month - 1 + 36 < w.now.months) t.arrivals_for_36 += flows.arrivals;
    if (flows.month <= late_months) t.early_by_partnership += flows.by_partnership;
    if (flows.month > w.now.months - late_months) {
      t.late_arrivals += flows.arrivals;
      t.late_by_partnership += flows.by_partnership;
      t.late_programme_cost += flows.programme_cost;
    }
    for (std::size_t g = 0; g < group_count && flows.month > w.now.months - 12; ++g)
      t.last_year[g] += flows.welfare[g];
  }
  t.origin_stock_end = sum_of(w, Tally::OriginStock);
  t.origin_employed_end = sum_of(w, Tally::OriginEmployed);
  t.origin_preparing_end = sum_of(w, Tally::OriginPreparing);
  t.posts_open = sum_of(w, Tally::Vacancies);
  t.partnerships_end = sum_of(w, Tally::PartnershipsActive);
  t.seats_squared = herfindahl(seats_of_active(w));
  t.seats_gini = gini(seats_of_active(w));
  t.within = t.welfare;
  const double last_months = std::min(12.0, t.months);
  for (std::size_t g = 0; g < group_count; ++g)
    t.welfare[g] += discount_ * t.last_year[g] / last_months * remaining_months(w.now);
  if (t.partnerships_end > 0) t.bottleneck = static_cast<int>(w.bottleneck.stage);
  return t;
}

Benchmarks benchmarks(const Parameters& p, double enrolled) {
  double cells = 0, migrant = 0, origin = 0, destination = 0;
  for (const auto& o : p.origins) {
    for (std::size_t j = 0; j < p.occupations.size(); ++j) {
      if (!o.occupation[j].present) continue;
      cells += 1;
      migrant += 12 * o.occupation[j].wage / o.price_level;
      origin += o.occupation[j].training_cost;
      destination += 12 * p.occupations[j].wage;
    }
  }
  const double n = std::max(cells, 1.0);
  double gap = 0;
  for (const auto& occupation : p.occupations) gap += occupation.reference_gap;
  return {enrolled, gap, std::max(1.0, migrant / n), std::max(1.0, origin / n),
          std::max(1.0, destination / n)};
}

}  // namespace skillscale::models
