#include "models/indicators.h"

#include <algorithm>
#include <limits>

#include "models/pool.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : nothing; }

// ---- derived monthly indicators -----------------------------------------------------------------

void mean_wait(const TallyLayout& layout, std::span<const std::int64_t> cells,
               std::span<double> out) {
  for (std::size_t a = 0; a < out.size(); ++a) {
    out[a] = ratio(static_cast<double>(cells[layout.at(Tally::WaitedMonths, a)]),
                   static_cast<double>(cells[layout.at(Tally::Served, a)]));
  }
}

/// Sum over types of a (origin, occupation, type, stage) tally at one stage.
double at_stage(const TallyLayout& layout, std::span<const std::int64_t> cells, std::size_t cell,
                Stage stage) {
  double sum = 0;
  for (std::size_t t = 0; t < partnership_type_count; ++t) {
    sum += static_cast<double>(
        cells[layout.of_cell(Tally::Stock, cell, t, static_cast<std::size_t>(stage))]);
  }
  return sum;
}

void mean_of(Tally tally, const TallyLayout& layout, std::span<const std::int64_t> cells,
             std::span<double> out) {
  for (std::size_t cell = 0; cell < out.size(); ++cell) {
    const double at_work = at_stage(layout, cells, cell, Stage::Employed) +
                           at_stage(layout, cells, cell, Stage::Adaptation);
    out[cell] = ratio(static_cast<double>(cells[layout.of_cell(tally, cell)]) * 1e-6, at_work);
  }
}
void mean_social(const TallyLayout& layout, std::span<const std::int64_t> cells,
                 std::span<double> out) {
  mean_of(Tally::SocialIntegration, layout, cells, out);
}
void mean_economic(const TallyLayout& layout, std::span<const std::int64_t> cells,
                   std::span<double> out) {
  mean_of(Tally::EconomicIntegration, layout, cells, out);
}
void balance(const TallyLayout& layout, std::span<const std::int64_t> cells,
             std::span<double> out) {
  for (std::size_t party = 0; party < out.size(); ++party) {
    std::int64_t received = 0;
    for (std::size_t other = 0; other < party_count; ++other) {
      received += cells[layout.at(Tally::Ledger, other, party)] -
                  cells[layout.at(Tally::Ledger, party, other)];
    }
    out[party] = static_cast<double>(received) * 0.01;
  }
}
void skilled_abroad(const TallyLayout& layout, std::span<const std::int64_t> cells,
                    std::span<double> out) {
  for (std::size_t cell = 0; cell < out.size(); ++cell)
    out[cell] = at_stage(layout, cells, cell, Stage::Employed);
}

constexpr DerivedRow derived[] = {
    {"waiting_months",
     "months",
     {Dim::Authority, Dim::None, Dim::None, Dim::None},
     "Mean whole months waited by those served this month.",
     mean_wait},
    {"mean_social_integration",
     "1",
     {Dim::Origin, Dim::Occupation, Dim::None, Dim::None},
     "Social integration of migrants at work, 0 to 1.",
     mean_social},
    {"mean_economic_integration",
     "1",
     {Dim::Origin, Dim::Occupation, Dim::None, Dim::None},
     "Economic integration of migrants at work, 0 to 1.",
     mean_economic},
    {"net_flow",
     "EUR/month",
     {Dim::Party, Dim::None, Dim::None, Dim::None},
     "Money received less money paid by the party; real cost arrives at resource.",
     balance},
    {"skilled_workers_abroad",
     "persons",
     {Dim::Origin, Dim::Occupation, Dim::None, Dim::None},
     "Migrants at work in the trained occupation, recognised.",
     skilled_abroad},
};

// ---- headlines ----------------------------------------------------------------------------------

double origin_value(const std::array<double, group_count>& v) {
  return v[static_cast<std::size_t>(Group::OriginState)] +
         v[static_cast<std::size_t>(Group::OriginEmployers)] +
         v[static_cast<std::size_t>(Group::OriginWorkers)] +
         v[static_cast<std::size_t>(Group::OriginHouseholds)];
}
double destination_value(const std::array<double, group_count>& v) {
  return v[static_cast<std::size_t>(Group::Employers)] +
         v[static_cast<std::size_t>(Group::GermanState)] +
         v[static_cast<std::size_t>(Group::DomesticWorkers)];
}
double migrant_value(const std::array<double, group_count>& v) {
  return v[static_cast<std::size_t>(Group::Migrants)];
}

double migrant_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return (migrant_value(w.welfare) - migrant_value(r.welfare)) / (b.enrolled * b.migrant);
}
double origin_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return (origin_value(w.welfare) - origin_value(r.welfare)) / (b.enrolled * b.origin);
}
double destination_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return (destination_value(w.welfare) - destination_value(r.welfare)) /
         (b.enrolled * b.destination);
}
double smallest_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return std::min({migrant_gain(w, r, b), origin_gain(w, r, b), destination_gain(w, r, b)});
}

double group_gain(const Totals& w, const Totals& r, const Benchmarks& b, Group group) {
  const auto i = static_cast<std::size_t>(group);
  const double unit = group == Group::Migrants          ? b.migrant
                      : group <= Group::DomesticWorkers ? b.destination
                                                        : b.origin;
  return (w.welfare[i] - r.welfare[i]) / (b.enrolled * unit);
}

/// 1 when none of the seven groups loses more than a hundredth of its benchmark per person
/// enrolled.
double nobody_worse_off(const Totals& w, const Totals& r, const Benchmarks& b) {
  constexpr double tolerance = -0.01;
  for (const Group group :
       {Group::Migrants, Group::Employers, Group::GermanState, Group::DomesticWorkers,
        Group::OriginState, Group::OriginEmployers, Group::OriginWorkers}) {
    if (group_gain(w, r, b, group) < tolerance) return 0;
  }
  return 1;
}

using T = Totals;
using B = Benchmarks;
constexpr auto World_ = HeadlineKind::World;
constexpr auto Pair_ = HeadlineKind::Pair;

constexpr HeadlineRow headlines[] = {
    {"arrivals_per_year", "persons/year", "Arrivals a year, all channels",
     "Persons who arrive in Germany, mean over the horizon.", World_, Better::More,
     [](const T& w, const T&, const B&) { return 12 * w.arrivals / w.months; }},
    {"partnership_arrivals_per_year", "persons/year", "Arrivals a year through partnerships",
     "The same through types A to D only.", World_, Better::More,
     [](const T& w, const T&, const B&) { return 12 * w.arrivals_by_partnership / w.months; }},
    {"recognised_share", "1", "Recognised share",
     "Persons recognised as skilled workers per arrival.", World_, Better::More,
     [](const T& w, const T&, const B&) { return ratio(w.recognitions, w.arrivals); }},
    {"retained_share_36", "1", "At work in the occupation after 36 months",
     "Share of arrivals, counted on those who arrived at least 36 months before the end.", World_,
     Better::More,
     [](const T& w, const T&, const B&) { return ratio(w.retained_36, w.arrivals_for_36); }},
    {"qualified_worker_years_per_year", "1", "Qualified worker-years a year",
     "Work in the trained occupation, recognised, without bond or recruitment debt, mean over the "
     "horizon.",
     World_, Better::More,
     [](const T& w, const T&, const B&) { return w.qualified_months / w.months; }},
    {"cost_per_retained_worker", "EUR/person", "Cost per retained worker",
     "Cost of preparation, fees and public services per person at work after 36 months.", World_,
     Better::Less,
     [](const T& w, const T&, const B&) { return ratio(w.programme_cost, w.retained_36); }},
    {"waiting_months_per_case", "months", "Months waited per office case",
     "Whole months waited for a token or place, mean over all offices.", World_, Better::Less,
     [](const T& w, const T&, const B&) { return ratio(w.waited, w.served); }},
    {"origin_net_skilled_stock", "persons", "Skilled stock at the origin",
     "Qualified persons at the origin at the end of the horizon.", World_, Better::More,
     [](const T& w, const T&, const B&) { return w.origin_stock_end; }},
    {"gap_share", "1", "Contribution to closing the gap",
     "Net qualified worker-years a year against the reference, per person of the reference gap; "
     "0.1 "
     "or more is called substantial.",
     Pair_, Better::More,
     [](const T& w, const T& r, const B& b) {
       return ratio((w.qualified_months - r.qualified_months) / w.months, b.gap);
     }},
    {"home_track_graduates_total", "persons", "Home-track graduates",
     "Graduates who work at the origin, over the horizon.", World_, Better::More,
     [](const T& w, const T&, const B&) { return w.home_graduates; }},
    {"bottleneck_stage", "1", "Bottleneck stage",
     "Position on the axis `stage` of the stage in which the minimal cut of the partnership graph "
     "lies at the end.",
     World_, Better::Neither,
     [](const T& w, const T&, const B&) { return w.bottleneck < 0 ? nothing : w.bottleneck; }},
    {"migrant_gain", "1", "Gain of the migrants",
     "Discounted gain per person enrolled today, in yearly wages of the origin at purchasing "
     "power.",
     Pair_, Better::More, migrant_gain},
    {"origin_gain", "1", "Gain of the origin",
     "Discounted gain per person enrolled today, in training costs of one graduate; migrants "
     "excluded.",
     Pair_, Better::More, origin_gain},
    {"destination_gain", "1", "Gain of the destination",
     "Discounted gain per person enrolled today, in yearly wages of a recognised worker.", Pair_,
     Better::More, destination_gain},
    {"triple_win", "1", "Smallest of the three gains",
     "The triple win is what the least favoured of migrants, origin and destination gains.", Pair_,
     Better::More, smallest_gain},
    {"nobody_worse_off", "1", "Nobody worse off",
     "1 where none of seven groups loses more than 0.01 of its benchmark; the mean is the share of "
     "replicates.",
     Pair_, Better::More, nobody_worse_off},
    {"gain_german_employers", "1", "Gain of German employers",
     "As destination_gain, employers alone.", Pair_, Better::More,
     [](const T& w, const T& r, const B& b) { return group_gain(w, r, b, Group::Employers); }},
    {"gain_german_state", "1", "Gain of the German state", "As destination_gain, state alone.",
     Pair_, Better::More,
     [](const T& w, const T& r, const B& b) { return group_gain(w, r, b, Group::GermanState); }},
    {"gain_domestic_workers", "1", "Gain of domestic workers",
     "As destination_gain, domestic workers alone.", Pair_, Better::More,
     [](const T& w, const T& r, const B& b) {
       return group_gain(w, r, b, Group::DomesticWorkers);
     }},
    {"gain_origin_state", "1", "Gain of the origin state", "As origin_gain, state alone.", Pair_,
     Better::More,
     [](const T& w, const T& r, const B& b) { return group_gain(w, r, b, Group::OriginState); }},
    {"gain_origin_employers", "1", "Gain of origin employers and patients",
     "As origin_gain, value of filled posts alone.", Pair_, Better::More,
     [](const T& w, const T& r, const B& b) {
       return group_gain(w, r, b, Group::OriginEmployers);
     }},
    {"gain_origin_workers", "1", "Gain of origin workers",
     "As origin_gain, wages of those who stay alone.", Pair_, Better::More,
     [](const T& w, const T& r, const B& b) { return group_gain(w, r, b, Group::OriginWorkers); }},
};

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

/// What reaches `resource` and agencies from anyone: the real cost of moving people, training at
/// the origin not counted.
double programme_cost(const World& w) {
  double cost = 0;
  for (std::size_t from = 0; from < party_count; ++from) {
    if (static_cast<Party>(from) == Party::OriginState) continue;
    for (const Party to : {Party::Resource, Party::Agency}) {
      cost += 0.01 *
              static_cast<double>(
                  w.tally.cells()[w.layout.at(Tally::Ledger, from, static_cast<std::size_t>(to))]);
    }
  }
  return cost;
}

/// Months over which a stock at the end goes on giving, discounted.
double remaining_months(const Parameters& p) {
  double leave = 0;
  for (const ExitCause cause : {ExitCause::LeaveOccupation, ExitCause::Return, ExitCause::Onward}) {
    leave += 1 / p.retention.cause[static_cast<std::size_t>(cause)].scale;
  }
  return 1 / (leave + p.costs.discount);
}

}  // namespace

std::span<const DerivedRow> derived_table() { return derived; }
std::span<const HeadlineRow> headline_table() { return headlines; }

TotalsRecorder::TotalsRecorder(const World&) {}

void TotalsRecorder::observe(const World& w) {
  auto& t = totals_;
  t.months += 1;
  const double arrived = sum_of(w, Tally::Arrivals);
  t.arrivals += arrived;
  if (w.month - 1 + 36 < w.now.months) t.arrivals_for_36 += arrived;
  t.arrivals_by_partnership += partnership_part(w, Tally::Arrivals);
  t.enrolments += partnership_part(w, Tally::Enrolments);
  t.recognitions += sum_of(w, Tally::Recognitions);
  t.retained_36 += sum_of(w, Tally::Retained36);
  t.qualified_months += sum_of(w, Tally::QualifiedMonths);
  t.home_graduates += sum_of(w, Tally::HomeGraduates);
  t.waited += sum_of(w, Tally::WaitedMonths);
  t.served += sum_of(w, Tally::Served);
  t.programme_cost += programme_cost(w);
  discount_ /= 1 + w.now.costs.discount;
  for (std::size_t g = 0; g < group_count; ++g) {
    const double flow = 0.01 * static_cast<double>(w.tally.cells()[w.layout.at(Tally::Welfare, g)]);
    t.welfare[g] += discount_ * flow;
    if (w.month > w.now.months - 12) t.last_year[g] += flow;
  }
}

Totals TotalsRecorder::finish(const World& w) const {
  Totals t = totals_;
  t.origin_stock_end = sum_of(w, Tally::OriginStock);
  const double last_months = std::min(12.0, t.months);
  for (std::size_t g = 0; g < group_count; ++g)
    t.welfare[g] += discount_ * t.last_year[g] / last_months * remaining_months(w.now);
  if (w.now.on.partnerships != 0 && !w.partnerships.empty())
    t.bottleneck = static_cast<int>(w.bottleneck.stage);
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
  return {std::max(1.0, enrolled), gap, std::max(1.0, migrant / n), std::max(1.0, origin / n),
          std::max(1.0, destination / n)};
}

}  // namespace skillscale::models
