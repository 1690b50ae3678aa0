#include "models/tallies.h"

namespace skillscale::models {
namespace {

using enum Dim;
constexpr std::array<Dim, 4> scalar{None, None, None, None};
constexpr std::array<Dim, 4> by_stage{Stage, None, None, None};
constexpr std::array<Dim, 4> by_type{Type, None, None, None};
constexpr std::array<Dim, 4> by_cell{Origin, Occupation, None, None};
constexpr std::array<Dim, 4> by_channel{Origin, Occupation, Type, None};
constexpr std::array<Dim, 4> by_channel_stage{Origin, Occupation, Type, Stage};
constexpr std::array<Dim, 4> by_authority{Authority, None, None, None};
constexpr std::array<Dim, 4> by_occupation{Occupation, None, None, None};
constexpr std::array<Dim, 4> by_occupation_size{Occupation, Size, None, None};
constexpr double cents = 0.01;
constexpr double millionth = 1e-6;

constexpr std::array<TallyRow, static_cast<std::size_t>(tally_count)> table{{
    {"stock", "persons", 1, by_channel_stage, "Persons in the stage at the month's end."},
    {"entered", "persons/month", 1, by_channel_stage, "Persons who came into the stage."},
    {"completed", "persons/month", 1, by_channel_stage, "Persons who left the stage and went on."},
    {"dropped", "persons/month", 1, by_channel_stage,
     "Persons who left the stage by giving up, failing or being refused."},
    {"stay_months", "person-months", 1, by_stage,
     "Month-ends spent in the stage by those who left it this month."},
    {"time_in_stage", "person-months", 1, by_stage,
     "Month-ends spent so far in the stage by those who are in it."},
    {"applications", "persons/month", 1, by_channel,
     "Persons of the pool who chose the channel and applied."},
    {"stay_choices", "persons/month", 1, by_cell,
     "Persons of the pool who considered leaving and stayed."},
    {"other_destination_choices", "persons/month", 1, by_cell,
     "Persons of the pool who left for another destination."},
    {"rejected", "persons/month", 1, by_channel,
     "Applicants without a seat who went back to the pool."},
    {"enrolments", "persons/month", 1, by_channel, "Applicants admitted."},
    {"arrivals", "persons/month", 1, by_channel, "Persons who arrived in Germany."},
    {"arrivals_by_land",
     "persons/month",
     1,
     {Land, None, None, None},
     "Arrivals by Land of the employer."},
    {"decided_full", "cases/month", 1, by_channel, "Recognition decisions: full."},
    {"decided_compensation", "cases/month", 1, by_channel,
     "Recognition decisions: partial, compensation measure needed."},
    {"decided_refused", "cases/month", 1, by_channel, "Recognition decisions: refused."},
    {"recognitions", "persons/month", 1, by_channel,
     "Persons who became recognised skilled workers in Germany."},
    {"departures",
     "persons/month",
     1,
     {Origin, Occupation, Type, Cause},
     "Ends of a job in Germany by cause."},
    {"retained_12", "persons/month", 1, by_channel,
     "Persons at work in the occupation twelve months after arrival, counted then."},
    {"retained_36", "persons/month", 1, by_channel, "The same after 36 months."},
    {"retained_60", "persons/month", 1, by_channel, "The same after 60 months."},
    {"qualified_worker_months", "person-months", 1, by_channel,
     "Months of work in the occupation, recognised where regulated, paid at least 0.9 of a peer, "
     "without bond or debt."},
    {"assistant_months", "person-months", 1, by_channel, "Months of work before recognition."},
    {"bonded_months", "person-months", 1, by_channel, "Months of work under a service bond."},
    {"b2_reached", "persons/month", 1, by_channel,
     "Persons who rose to level B2 of German, before or after departure."},
    {"settlements", "persons/month", 1, by_channel, "Persons who got a settlement permit."},
    {"families_joined", "persons/month", 1, by_channel, "Migrants whose family joined them."},
    {"defrauded", "persons/month", 1, by_cell,
     "Persons who lost fee and place to a fraudulent agency."},
    {"queue_length", "cases", 1, by_authority,
     "Cases that wait after this month's tokens or places were given out."},
    {"served", "cases/month", 1, by_authority, "Cases of the model that got a token or place."},
    {"waited_months", "months", 1, by_authority,
     "Whole months waited, summed over the cases served this month."},
    {"vacancies", "posts", 1, {Occupation, Land, None, None}, "Open posts at the month's end."},
    {"separations", "posts/month", 1, by_occupation,
     "Posts that opened by retirement, exit or growth."},
    {"domestic_hires", "persons/month", 1, by_occupation, "Posts filled by domestic workers."},
    {"foreign_hires", "persons/month", 1, by_occupation,
     "Posts promised to candidates from abroad."},
    {"hires_by_type", "persons/month", 1, by_type,
     "Posts promised to candidates from abroad, by the type they come through."},
    {"domestic_seekers", "persons", 1, by_occupation, "Domestic qualified job seekers."},
    {"employers_aware", "establishments", 1, by_occupation_size,
     "Establishments that see recruitment abroad as an option."},
    {"employers_adopted", "establishments", 1, by_occupation_size,
     "Establishments that recruit abroad."},
    {"partnerships_active", "partnerships", 1, by_type, "Partnerships with seats."},
    {"partnerships_planned", "partnerships", 1, by_type, "Partnerships being set up."},
    {"partnerships_formed", "partnerships/month", 1, by_type, "Decisions for a new partnership."},
    {"partnerships_dissolved", "partnerships/month", 1, by_type, "Partnerships that dissolved."},
    {"partnerships_ended_at_cliff", "partnerships/month", 1, by_type,
     "Partnerships that ended with their project money."},
    {"partnerships_past_cliff", "partnerships/month", 1, by_type,
     "Partnerships that live on after their project money has ended."},
    {"seats", "persons/year", 0.012, by_type,
     "Candidates that active partnerships can admit in a year."},
    {"members", "establishments", 1, by_type,
     "Establishments that belong to an active partnership."},
    {"experience", "placements", 0.001, by_type,
     "Effective experience, summed over active partnerships."},
    {"origin_skilled_stock", "persons", 1, by_cell,
     "Qualified persons at the origin: in the pool, preparing to leave, or returned."},
    {"origin_employed", "persons", 1, by_cell,
     "Qualified persons at work in the occupation at the origin; those who prepare to leave not "
     "counted."},
    {"origin_unemployed", "persons", 1, by_cell,
     "Qualified persons of the pool without a job in the occupation."},
    {"origin_preparing", "persons", 1, by_cell,
     "Qualified persons at the origin who prepare to leave."},
    {"graduates", "persons/month", 1, by_cell,
     "Domestic graduates at the origin, home track not counted."},
    {"origin_attrition", "persons/month", 1, by_cell,
     "Qualified persons who left the occupation at the origin."},
    {"home_track_graduates", "persons/month", 1, by_cell,
     "Graduates of the home track, who work at the origin."},
    {"returned_skilled", "persons/month", 1, by_cell,
     "Skilled persons who came back from Germany."},
    {"pool", "persons", 1, by_cell, "Qualified persons in the pool."},
    {"school_leavers", "persons", 1, by_cell, "Young people who could train for the occupation."},
    {"origin_wage", "EUR/month", cents, by_cell, "Gross wage in the occupation at the origin."},
    {"health_density",
     "persons",
     0.001,
     {Origin, None, None, None},
     "Doctors, nurses and midwives per 10 000 inhabitants of the origin; 0 when not known."},
    {"intention", "1", millionth, by_cell, "Intention stock of the cell."},
    {"social_integration", "persons", millionth, by_cell,
     "Social integration, summed over migrants at work."},
    {"economic_integration", "persons", millionth, by_cell,
     "Economic integration, summed over migrants at work."},
    {"abroad", "persons", 1, by_cell,
     "Persons of the origin who live in Germany through the model's channels."},
    {"wage_bill", "EUR/month", cents, by_channel,
     "Gross wages of migrants at work in the occupation."},
    {"remittances",
     "EUR/month",
     cents,
     {Origin, None, None, None},
     "Money sent home, before transfer cost."},
    {"ledger",
     "EUR/month",
     cents,
     {Payer, Party, None, None},
     "Money that passed from payer to party."},
    {"preparation_cost",
     "EUR/month",
     cents,
     {Stage, Payer, None, None},
     "Cost of preparation by stage and by who carries it."},
    {"debt_lent", "EUR/month", cents, scalar,
     "Recruitment debt that candidates took up when they were admitted."},
    {"debt_repaid", "EUR/month", cents, scalar, "Recruitment debt repaid, interest included."},
    {"bonds_paid", "EUR/month", cents, scalar,
     "What migrants paid employers for leaving under a service bond."},
    {"welfare",
     "EUR/month",
     cents,
     {Group, None, None, None},
     "Monthly flow of gains of a group; meaningful as a difference between worlds."},
    {"commitment", "1", millionth, {Actor, None, None, None}, "Commitment of the actor."},
    {"shadow_price", "persons", 0.001, by_authority,
     "Admitted candidates more that the partnership graph could carry a month with one more token, "
     "or one more place, of the office."},
    {"max_flow", "persons/month", 0.001, scalar,
     "Largest steady flow of admitted candidates through the partnership graph, the dropout of the "
     "last year taken into account."},
    {"bottleneck", "1", 1, by_stage,
     "1 for the stage in which the minimal cut of the partnership graph lies."},
}};

std::size_t extent(Dim dim, const Parameters& p) {
  return dim == None ? 1 : dim_labels(dim, p).size();
}

template <class Names>
std::vector<std::string> copy(const Names& names) {
  return {names.begin(), names.end()};
}

std::vector<std::string> authority_labels(const Parameters& p) {
  std::vector<std::string> labels;
  const auto& origins = p.names[static_cast<std::size_t>(Axis::Origin)];
  const auto& occupations = p.names[static_cast<std::size_t>(Axis::Occupation)];
  for (const auto& name : occupations) labels.push_back("recognition." + name);
  for (const auto& name : origins) labels.push_back("visa." + name);
  for (const auto& name : origins) labels.push_back("language." + name);
  for (const auto& name : occupations) labels.push_back("bridging." + name);
  labels.emplace_back("placement");
  for (const auto& name : land_names) labels.push_back("housing." + std::string(name));
  return labels;
}

}  // namespace

const std::array<TallyRow, static_cast<std::size_t>(tally_count)>& tally_table() { return table; }

std::string_view dim_word(Dim dim) {
  constexpr std::array<std::string_view, dim_count> words{
      "",           "origin", "occupation", "partnership_type", "stage", "exit_cause", "land",
      "size_class", "party",  "payer",      "authority",        "group", "actor"};
  return words[static_cast<std::size_t>(dim)];
}

std::vector<std::string> dim_labels(Dim dim, const Parameters& p) {
  switch (dim) {
    case Dim::None:
      return {};
    case Dim::Origin:
      return p.names[static_cast<std::size_t>(Axis::Origin)];
    case Dim::Occupation:
      return p.names[static_cast<std::size_t>(Axis::Occupation)];
    case Dim::Type:
      return copy(partnership_type_names);
    case Dim::Stage:
      return copy(stage_names);
    case Dim::Cause:
      return copy(exit_cause_names);
    case Dim::Land:
      return copy(land_names);
    case Dim::Size:
      return copy(size_class_names);
    case Dim::Party:
    case Dim::Payer:
      return copy(party_names);
    case Dim::Authority:
      return authority_labels(p);
    case Dim::Group:
      return copy(group_names);
    case Dim::Actor:
      return p.names[static_cast<std::size_t>(Axis::Actor)];
  }
  return {};
}

TallyLayout::TallyLayout(const Parameters& p) {
  for (int t = 0; t < tally_count; ++t) {
    const auto i = static_cast<std::size_t>(t);
    first_[i] = cells_;
    std::size_t size = 1;
    for (std::size_t d = 0; d < 4; ++d) {
      extent_[i][d] = extent(table[i].dims[d], p);
      size *= extent_[i][d];
    }
    cells_ += size;
  }
}

std::size_t TallyLayout::size(Tally t) const {
  const auto& extents = extent_[static_cast<std::size_t>(t)];
  return extents[0] * extents[1] * extents[2] * extents[3];
}

}  // namespace skillscale::models
