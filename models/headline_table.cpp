// Headlines: one number for a world or for a pair of worlds.
#include <algorithm>
#include <initializer_list>
#include <limits>

#include "models/indicators.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : nothing; }

double sum_over(const std::array<double, group_count>& value, std::initializer_list<Group> groups) {
  double sum = 0;
  for (const Group group : groups) sum += value[static_cast<std::size_t>(group)];
  return sum;
}

/// The three of the triple win. Remittances reach the origin's households; what migrants keep is
/// theirs.
constexpr std::initializer_list<Group> migrants{Group::Migrants};
constexpr std::initializer_list<Group> origin{Group::OriginState, Group::OriginEmployers,
                                              Group::OriginWorkers, Group::OriginHouseholds};
constexpr std::initializer_list<Group> destination{Group::Employers, Group::GermanState,
                                                   Group::DomesticWorkers};

/// Discounted EUR that the groups gain against the reference.
double present_value(const Totals& w, const Totals& r, std::initializer_list<Group> groups) {
  return sum_over(w.welfare, groups) - sum_over(r.welfare, groups);
}

double migrant_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return ratio(present_value(w, r, migrants), b.enrolled * b.migrant);
}
double origin_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return ratio(present_value(w, r, origin), b.enrolled * b.origin);
}
double destination_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return ratio(present_value(w, r, destination), b.enrolled * b.destination);
}
double smallest_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  return std::min({migrant_gain(w, r, b), origin_gain(w, r, b), destination_gain(w, r, b)});
}

template <Group group>
double group_gain(const Totals& w, const Totals& r, const Benchmarks& b) {
  const double unit = group == Group::Migrants          ? b.migrant
                      : group <= Group::DomesticWorkers ? b.destination
                                                        : b.origin;
  return ratio(present_value(w, r, {group}), b.enrolled * unit);
}

/// 1 when none of the seven groups loses more than a hundredth of its benchmark per person
/// enrolled.
double nobody_worse_off(const Totals& w, const Totals& r, const Benchmarks& b) {
  if (b.enrolled <= 0) return nothing;
  const double least = std::min(
      {group_gain<Group::Migrants>(w, r, b), group_gain<Group::Employers>(w, r, b),
       group_gain<Group::GermanState>(w, r, b), group_gain<Group::DomesticWorkers>(w, r, b),
       group_gain<Group::OriginState>(w, r, b), group_gain<Group::OriginEmployers>(w, r, b),
       group_gain<Group::OriginWorkers>(w, r, b)});
  return least < worse_off_tolerance ? 0 : 1;
}

template <OfficeKind kind>
double mean_wait(const Totals& w, const Totals&, const Benchmarks&) {
  constexpr auto office = static_cast<std::size_t>(kind);
  return ratio(w.waited[office], w.served[office]);
}

double cost_per_retained(const Totals& w, const Totals&, const Benchmarks&) {
  constexpr double shortest = 120;
  if (w.months < shortest) return nothing;
  return ratio(ratio(w.late_programme_cost, w.late_arrivals),
               ratio(w.retained_36, w.arrivals_for_36));
}

/// Discounted EUR within the horizon, without what is expected after it.
double value_within(const Totals& w, const Totals& r, std::initializer_list<Group> groups) {
  return sum_over(w.within, groups) - sum_over(r.within, groups);
}

double last_partnership_end(const Totals& w, const Totals&, const Benchmarks&) {
  return w.partnerships_end > 0 || w.last_partnership_month <= 0 ? nothing
                                                                 : w.last_partnership_month;
}

double own_cost_in_earnings(const Totals& w, const Totals&, const Benchmarks&) {
  return ratio(ratio(w.own_cost, w.arrivals), ratio(w.wages, w.months_at_work));
}

double land_concentration(const Totals& w, const Totals&, const Benchmarks&) {
  double squares = 0;
  for (const double here : w.arrivals_by_land) squares += here * here;
  return ratio(squares, w.arrivals * w.arrivals);
}

double doubling_years(const Totals& w, const Totals&, const Benchmarks&) {
  constexpr double shortest = 2 * late_months;
  if (w.months < shortest || w.early_by_partnership <= 0) return nothing;
  const double growth =
      sim::math::log(std::max(1e-300, w.late_by_partnership / w.early_by_partnership));
  const double years = (w.months - late_months) / 12;
  return growth > 0 ? years * sim::math::log(2) / growth : nothing;
}

/// Of all posts that were to be filled over the horizon: each time that a post is promised counts.
template <double Totals::*part>
double post_share(const Totals& w, const Totals&, const Benchmarks&) {
  return ratio(w.*part,
               w.posts_by_partnership + w.posts_by_others + w.posts_domestic + w.posts_open);
}

/// Posts filled in one way less than in the reference, per post that partnerships fill more.
template <double Totals::*part>
double post_fate(const Totals& w, const Totals& r, const Benchmarks&) {
  return ratio(r.*part - w.*part, w.posts_by_partnership - r.posts_by_partnership);
}

/// What is left of one post: it would have stayed open, or nobody would have had to fill it.
double post_additionality(const Totals& w, const Totals& r, const Benchmarks& b) {
  return 1 - post_fate<&Totals::posts_domestic>(w, r, b) -
         post_fate<&Totals::posts_by_others>(w, r, b);
}

template <Fate fate>
double fate_share(const Totals& w, const Totals&, const Benchmarks&) {
  double all = 0;
  for (const double persons : w.fates) all += persons;
  return ratio(w.fates[static_cast<std::size_t>(fate)], all);
}

using T = Totals;
using B = Benchmarks;
constexpr auto of_world = HeadlineKind::World;
constexpr auto of_position = HeadlineKind::Position;
constexpr auto of_pair = HeadlineKind::Pair;

constexpr HeadlineRow headlines[] = {
    {"arrivals_per_year", "persons/year", "Arrivals a year, all channels",
     "Persons who arrive in Germany, mean over the horizon.", of_world, Better::More,
     [](const T& w, const T&, const B&) { return 12 * w.arrivals / w.months; }},
    {"arrivals_per_year_at_end", "persons/year", "Arrivals a year, last five years",
     "As arrivals_per_year, mean over the last 60 months or the horizon if it is shorter.",
     of_world, Better::More,
     [](const T& w, const T&, const B&) {
       return 12 * w.late_arrivals / std::min(w.months, late_months);
     }},
    {"partnership_arrivals_per_year", "persons/year", "Arrivals a year through partnerships",
     "The same as arrivals_per_year through types A to D only.", of_world, Better::More,
     [](const T& w, const T&, const B&) { return 12 * w.arrivals_by_partnership / w.months; }},
    {"partnership_share", "1", "Partnerships' share of arrivals",
     "Arrivals through types A to D per arrival through any channel.", of_world, Better::Neither,
     [](const T& w, const T&, const B&) { return ratio(w.arrivals_by_partnership, w.arrivals); }},
    {"partnership_doubling_years", "years", "Doubling time of partnership arrivals",
     "Years in which arrivals through partnerships double at the pace from the mean of the first "
     "five years to that of the last five; not defined where they do not grow or the horizon is "
     "under ten years.",
     of_position, Better::Less, doubling_years},
    {"additionality", "1", "Additionality",
     "Arrivals of all channels more than in the reference, per arrival through partnerships more "
     "than there; 1 when every one of them is additional, 0 when all would have come anyway.",
     of_pair, Better::More,
     [](const T& w, const T& r, const B&) {
       return ratio(w.arrivals - r.arrivals, w.arrivals_by_partnership - r.arrivals_by_partnership);
     }},
    {"deadweight_per_year", "persons/year", "Deadweight and crowding out",
     "Arrivals a year through partnerships more than in the reference that are not more arrivals "
     "of all channels: they would have come anyway, or took places, tokens and posts from others.",
     of_pair, Better::Less,
     [](const T& w, const T& r, const B&) {
       const double by_partnership = w.arrivals_by_partnership - r.arrivals_by_partnership;
       return 12 * (by_partnership - (w.arrivals - r.arrivals)) / w.months;
     }},
    {"reference_fate_partnership_share", "1", "Would have come through a partnership",
     "Of those who came through partnerships the share who in the reference come through a "
     "partnership, too. Persons are the same in both worlds; this compares worlds and says nothing "
     "about a certain person.",
     of_pair, Better::Neither, fate_share<Fate::Partnership>},
    {"reference_fate_private_share", "1", "Would have come by an agency or alone",
     "Of those who came through partnerships the share who in the reference come to Germany by a "
     "private agency or alone.",
     of_pair, Better::Neither, fate_share<Fate::Private>},
    {"reference_fate_elsewhere_share", "1", "Would have left for another destination",
     "Of those who came through partnerships the share who in the reference leave for another "
     "destination.",
     of_pair, Better::Neither, fate_share<Fate::Elsewhere>},
    {"reference_fate_at_origin_share", "1", "Would have stayed, qualified",
     "Of those who came through partnerships the share who in the reference have left for nowhere "
     "by the end of the horizon and were qualified before: in the occupation at the origin, in "
     "another one, or on the way.",
     of_pair, Better::Neither, fate_share<Fate::AtOrigin>},
    {"reference_fate_otherwise_share", "1", "Would have stayed without this training",
     "The same for those whom the partnership trained.", of_pair, Better::Neither,
     fate_share<Fate::Otherwise>},
    {"posts_partnership_share", "1", "Posts filled by partnerships",
     "Of all posts to be filled over the horizon the share promised to candidates of partnerships. "
     "A post counts each time that it is promised or filled, and once if it is open at the end; "
     "no post closes unfilled in the model.",
     of_world, Better::Neither, post_share<&Totals::posts_by_partnership>},
    {"posts_other_channel_share", "1", "Posts filled by agencies or persons alone",
     "The same for candidates of private agencies and persons who come alone.", of_world,
     Better::Neither, post_share<&Totals::posts_by_others>},
    {"posts_domestic_share", "1", "Posts filled by domestic workers",
     "The same for domestic workers.", of_world, Better::Neither,
     post_share<&Totals::posts_domestic>},
    {"posts_open_share", "1", "Posts open at the end",
     "The same for posts that nobody has filled by the end.", of_world, Better::Less,
     post_share<&Totals::posts_open>},
    {"post_fate_domestic_share", "1", "Posts that domestic workers would have filled",
     "Posts that domestic workers fill less than in the reference, per post that partnerships fill "
     "more. This compares the counts of two worlds and says nothing about a certain post.",
     of_pair, Better::Less, post_fate<&Totals::posts_domestic>},
    {"post_fate_other_channel_share", "1", "Posts that other channels would have filled",
     "The same for candidates of private agencies and persons who come alone.", of_pair,
     Better::Less, post_fate<&Totals::posts_by_others>},
    {"post_additionality", "1", "Additionality of filled posts",
     "Posts filled more than in the reference, by anybody, per post that partnerships fill more: "
     "the rest of the two fates before, posts that would have stayed open or have to be filled "
     "again after a worker from abroad has left.",
     of_pair, Better::More, post_additionality},
    {"success_from_enrolment_share", "1", "Success from enrolment",
     "Arrivals and home-track graduates of partnerships per person enrolled over the horizon; "
     "those "
     "still on their way count as not yet successful.",
     of_world, Better::More,
     [](const T& w, const T&, const B&) {
       return ratio(w.arrivals_by_partnership + w.home_graduates, w.enrolments);
     }},
    {"own_cost_in_earnings", "months", "Own cost in months of earnings",
     "Fees and preparation that migrants pay, per arrival, in mean gross monthly earnings in "
     "Germany (indicator 10.7.1 of the Sustainable Development Goals).",
     of_world, Better::Less, own_cost_in_earnings},
    {"recognised_share", "1", "Recognised share",
     "Persons recognised as skilled workers per arrival.", of_world, Better::More,
     [](const T& w, const T&, const B&) { return ratio(w.recognitions, w.arrivals); }},
    {"retained_share_36", "1", "At work in the occupation after 36 months",
     "Share of arrivals, counted on those who arrived at least 36 months before the end.", of_world,
     Better::More,
     [](const T& w, const T&, const B&) { return ratio(w.retained_36, w.arrivals_for_36); }},
    {"settled_share", "1", "Settled", "Settlement permits per arrival over the horizon.", of_world,
     Better::More, [](const T& w, const T&, const B&) { return ratio(w.settlements, w.arrivals); }},
    {"families_joined_share", "1", "Families joined",
     "Families that joined, per arrival over the horizon.", of_world, Better::More,
     [](const T& w, const T&, const B&) { return ratio(w.families_joined, w.arrivals); }},
    {"land_concentration", "1", "Concentration on Laender",
     "Herfindahl index of arrivals over the 16 Laender: 0.0625 when spread evenly, 1 when all are "
     "in "
     "one.",
     of_world, Better::Neither, land_concentration},
    {"qualified_worker_years_per_year", "1", "Qualified worker-years a year",
     "Work in the trained occupation, recognised, without bond or recruitment debt, mean over the "
     "horizon.",
     of_world, Better::More,
     [](const T& w, const T&, const B&) { return w.qualified_months / w.months; }},
    {"cost_per_retained_worker", "EUR/person", "Cost per retained worker",
     "Cost of preparation, fees and public services of the last five years per arrival of these "
     "years, divided by the share at work after 36 months. Not defined in horizons under ten "
     "years, "
     "when costs of those on their way still outweigh.",
     of_world, Better::Less, cost_per_retained},
    {"language_wait_months", "months", "Wait for a language place",
     "Whole months waited for a place, mean over those who got one.", of_world, Better::Less,
     mean_wait<OfficeKind::Language>},
    {"recognition_wait_months", "months", "Wait for the recognition office",
     "Whole months waited until the file is taken up, case work not counted, mean over the cases "
     "taken up.",
     of_world, Better::Less, mean_wait<OfficeKind::Recognition>},
    {"visa_wait_months", "months", "Wait for the visa post",
     "Whole months waited for an appointment, case work not counted, mean over the cases taken up.",
     of_world, Better::Less, mean_wait<OfficeKind::Visa>},
    {"bridging_wait_months", "months", "Wait for a bridging course",
     "Whole months waited for a place, mean over those who got one.", of_world, Better::Less,
     mean_wait<OfficeKind::Bridging>},
    {"placement_wait_months", "months", "Wait for placement staff",
     "Whole months waited for the public placement service, mean over the cases taken up.",
     of_world, Better::Less, mean_wait<OfficeKind::Placement>},
    {"origin_employed_skilled", "persons", "Skilled workers employed at the origin",
     "Qualified persons at work in the occupation at the origin at the end of the horizon, home "
     "track and returned included, those who prepare to leave not counted.",
     of_world, Better::More, [](const T& w, const T&, const B&) { return w.origin_employed_end; }},
    {"origin_net_skilled_stock", "persons", "Skilled stock at the origin",
     "All qualified persons at the origin at the end of the horizon: at work, without a job, "
     "returned, and those who prepare to leave.",
     of_world, Better::More, [](const T& w, const T&, const B&) { return w.origin_stock_end; }},
    {"origin_preparing_to_leave", "persons", "Qualified persons preparing to leave",
     "Qualified persons at the origin who prepare to leave, at the end of the horizon.", of_world,
     Better::Neither, [](const T& w, const T&, const B&) { return w.origin_preparing_end; }},
    {"gap_share", "1", "Contribution to closing the gap",
     "Net qualified worker-years a year against the reference, per person of the reference gap of "
     "all occupations (in nursing it counts all skill levels); 0.1 or more is called substantial.",
     of_pair, Better::More,
     [](const T& w, const T& r, const B& b) {
       return ratio((w.qualified_months - r.qualified_months) / w.months, b.gap);
     }},
    {"home_track_graduates_total", "persons", "Home-track graduates",
     "Graduates who work at the origin, over the horizon.", of_world, Better::More,
     [](const T& w, const T&, const B&) { return w.home_graduates; }},
    {"partnerships_at_end", "partnerships", "Partnerships at work at the end",
     "Partnerships with seats in the last month of the horizon.", of_world, Better::More,
     [](const T& w, const T&, const B&) { return w.partnerships_end; }},
    {"seat_concentration", "1", "Concentration of seats",
     "Herfindahl index of seats over active partnerships in the last month; not defined without "
     "any.",
     of_world, Better::Neither,
     [](const T& w, const T&, const B&) { return ratio(w.seats_squared, 1); }},
    {"seat_inequality", "1", "Inequality of seats",
     "Gini coefficient of seats over active partnerships in the last month; not defined without "
     "any.",
     of_world, Better::Neither,
     [](const T& w, const T&, const B&) { return w.seats_squared > 0 ? w.seats_gini : nothing; }},
    {"cliff_survival_share", "1", "Survival of the funding cliff",
     "Partnerships that live on after their project money has ended, per partnership whose money "
     "has.",
     of_world, Better::More,
     [](const T& w, const T&, const B&) {
       return ratio(w.past_cliff, w.past_cliff + w.ended_at_cliff);
     }},
    {"months_below_density", "months", "Months below the safeguards' density",
     "Months in which doctors, nurses and midwives per 10 000 inhabitants are below the density of "
     "the safeguards list, summed over origins; the index of coverage is not looked at here.",
     of_world, Better::Less, [](const T& w, const T&, const B&) { return w.months_below_density; }},
    {"last_partnership_end", "months", "Months until the last partnership had ended",
     "Months from the start after which no partnership was at work; not defined where one still "
     "is at the end, or none ever was.",
     of_position, Better::Neither, last_partnership_end},
    {"bottleneck_stage", "1", "Bottleneck stage",
     "Position on the axis `stage` of the stage in which the minimal cut of the partnership graph "
     "lies at the end.",
     of_position, Better::Neither,
     [](const T& w, const T&, const B&) { return w.bottleneck < 0 ? nothing : w.bottleneck; }},
    {"migrant_gain", "1", "Gain of the migrants",
     "Discounted gain per person enrolled today, in yearly wages of the origin at purchasing "
     "power.",
     of_pair, Better::More, migrant_gain},
    {"origin_gain", "1", "Gain of the origin",
     "Discounted gain per person enrolled today, in training costs of one graduate; migrants "
     "excluded.",
     of_pair, Better::More, origin_gain},
    {"destination_gain", "1", "Gain of the destination",
     "Discounted gain per person enrolled today, in yearly wages of a recognised worker.", of_pair,
     Better::More, destination_gain},
    {"triple_win", "1", "Smallest of the three gains",
     "The triple win is what the least favoured of migrants, origin and destination gains.",
     of_pair, Better::More, smallest_gain},
    {"nobody_worse_off", "1", "Nobody worse off",
     "1 where none of seven groups (migrants, German employers, German state, domestic workers, "
     "origin state, origin employers and patients, origin workers) loses more than 0.01 of its "
     "benchmark; the mean is the share of runs. Origin households, who live on money that migrants "
     "send, are not among them.",
     of_pair, Better::More, nobody_worse_off},
    {"gain_german_employers", "1", "Gain of German employers",
     "As destination_gain, employers alone.", of_pair, Better::More, group_gain<Group::Employers>},
    {"gain_german_state", "1", "Gain of the German state", "As destination_gain, state alone.",
     of_pair, Better::More, group_gain<Group::GermanState>},
    {"gain_domestic_workers", "1", "Gain of domestic workers",
     "As destination_gain, domestic workers alone.", of_pair, Better::More,
     group_gain<Group::DomesticWorkers>},
    {"gain_origin_state", "1", "Gain of the origin state", "As origin_gain, state alone.", of_pair,
     Better::More, group_gain<Group::OriginState>},
    {"gain_origin_employers", "1", "Gain of origin employers and patients",
     "As origin_gain, value of filled posts alone.", of_pair, Better::More,
     group_gain<Group::OriginEmployers>},
    {"gain_origin_workers", "1", "Gain of origin workers",
     "As origin_gain, wages of those who stay alone.", of_pair, Better::More,
     group_gain<Group::OriginWorkers>},
    {"gain_origin_households", "1", "Gain of origin households",
     "As origin_gain, remittances received alone.", of_pair, Better::More,
     group_gain<Group::OriginHouseholds>},
    {"enrolled_worse_off_share", "1", "Enrolled who are worse off",
     "Of those who enrolled in partnerships, home track apart, the share who lose more than 0.01 "
     "of a yearly wage of the origin at purchasing power against the same person's lot in the "
     "reference. A lot is net income less own costs, what is sent home and what would have been "
     "earned at the origin, discounted, and for those in Germany at the end what is expected "
     "later. Those who still "
     "prepare in one of the two worlds, or left for another destination, are not counted.",
     of_pair, Better::Less,
     [](const T& w, const T&, const B&) { return ratio(w.gains.worse_off, w.gains.known); }},
    {"arrived_worse_off_share", "1", "Arrived who are worse off",
     "As enrolled_worse_off_share, of those alone who came to Germany through a partnership; the "
     "others of the enrolled gave up or failed on the way.",
     of_pair, Better::Less,
     [](const T& w, const T&, const B&) {
       return ratio(w.gains.arrived_worse_off, w.gains.arrived);
     }},
    {"enrolled_gain_gini", "1", "Inequality of gains among the enrolled",
     "Gini coefficient of the gains of the persons of enrolled_worse_off_share, between 0 and 1: "
     "losses count by their size in the sum (normalisation of Raffinetti, Siletti and Vernizzi "
     "2015).",
     of_pair, Better::Less,
     [](const T& w, const T&, const B&) { return w.gains.known > 0 ? w.gains.gini : nothing; }},
    {"enrolled_gain_lowest_tenth", "1", "Gain that a tenth of the enrolled do not reach",
     "Lowest decile of the gains of the persons of enrolled_worse_off_share, in yearly wages of "
     "the origin at purchasing power.",
     of_pair, Better::More,
     [](const T& w, const T&, const B& b) {
       return w.gains.known > 0 ? w.gains.lowest_tenth / b.migrant : nothing;
     }},
    {"migrant_present_value", "EUR", "Present value for the migrants",
     "Discounted sum against the reference at purchasing power, not per person. What those in "
     "Germany at the end are expected to yield later is part of it: the flow of the last year over "
     "the hazard of leaving and the discount rate.",
     of_pair, Better::More,
     [](const T& w, const T& r, const B&) { return present_value(w, r, migrants); }},
    {"origin_present_value", "EUR", "Present value for the origin",
     "As migrant_present_value in EUR, for the origin; migrants excluded.", of_pair, Better::More,
     [](const T& w, const T& r, const B&) { return present_value(w, r, origin); }},
    {"destination_present_value", "EUR", "Present value for the destination",
     "As migrant_present_value in EUR, for the destination.", of_pair, Better::More,
     [](const T& w, const T& r, const B&) { return present_value(w, r, destination); }},
    {"migrant_value_within_horizon", "EUR", "Of this within the horizon, migrants",
     "The part of migrant_present_value that flows within the horizon.", of_pair, Better::More,
     [](const T& w, const T& r, const B&) { return value_within(w, r, migrants); }},
    {"origin_value_within_horizon", "EUR", "Of this within the horizon, origin",
     "The part of origin_present_value that flows within the horizon.", of_pair, Better::More,
     [](const T& w, const T& r, const B&) { return value_within(w, r, origin); }},
    {"destination_value_within_horizon", "EUR", "Of this within the horizon, destination",
     "The part of destination_present_value that flows within the horizon.", of_pair, Better::More,
     [](const T& w, const T& r, const B&) { return value_within(w, r, destination); }},
};

}  // namespace

std::span<const HeadlineRow> headline_table() { return headlines; }

}  // namespace skillscale::models
