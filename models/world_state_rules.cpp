#include "models/world_state_rules.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "models/person_step.h"
#include "models/pool.h"

namespace skillscale::models {
namespace {

/// Lengths that indices are held against.
struct Sizes {
  explicit Sizes(const World& w, const sim::Archive& state)
      : months(w.now.months),
        cells(double(w.origins.size())),
        pools(double(w.pools.size())),
        origins(double(w.now.origins.size())),
        occupations(double(w.occupations())),
        centres(double(w.centres.size())),
        sectors(double(w.now.sectors.size())),
        levers(double(w.now.levers.size())),
        employers(double(w.employers.state.size())),
        multiplicity(w.now.pool_multiplicity) {
    if (const auto* kept = sim::find(state, "month"); kept != nullptr && sim::length(*kept) == 1)
      month = sim::element(*kept, 0);
    if (const auto* count = sim::find(state, "partnerships.count");
        count != nullptr && sim::length(*count) == 1)
      partnerships = sim::element(*count, 0);
  }
  double months, cells, pools, origins, occupations, centres, sectors, levers, employers,
      multiplicity;
  double month = 0, partnerships = 0;
};

/// Numbers from low to high, and one that stands for "none".
struct Range {
  double low, high, none = low;
};

constexpr double most = 1e15;    ///< of whole numbers that are only counted
constexpr double large = 1e12;   ///< of reals
constexpr double people = 1e11;  ///< more than there ever were
constexpr double never = 1e9;    ///< months, as calendar values write it

Range any(const Sizes&) { return {-most, most}; }
Range tally(const Sizes&) { return {-1e18, 1e18}; }
Range byte(const Sizes&) { return {0, 255}; }
Range word(const Sizes&) { return {0, 65535}; }
Range ordinal(const Sizes&) { return {0, 4294967295.0}; }
Range key(const Sizes&) { return {0, 18446744073709551615.0}; }
Range flag(const Sizes&) { return {0, 1}; }
Range real(const Sizes&) { return {-large, large}; }
Range amount(const Sizes&) { return {0, large}; }
Range share(const Sizes&) { return {0, 1}; }
Range headcount(const Sizes&) { return {0, people}; }
template <int count>
Range one_of(const Sizes&) {
  return {0, count - 1};
}
template <double Sizes::*length>
Range index_of(const Sizes& s) {
  return {0, s.*length - 1};
}
Range row_persons(const Sizes& s) { return {0, s.multiplicity}; }
Range newcomers(const Sizes&) { return {0, 1e7}; }
Range month_behind(const Sizes& s) { return {-1, s.month}; }
Range person_month(const Sizes& s) { return {-1, s.month, no_month}; }
Range short_month(const Sizes&) { return {-32768, 32767}; }
Range calendar_month(const Sizes&) { return {-never, never}; }

struct Rule {
  std::string_view name;
  Range (*range)(const Sizes&);
};

/// One row for each array of world_state.cpp, lengths aside.
constexpr Rule rules[]{
    {"month",
     [](const Sizes& s) {
       return Range{0, s.months};
     }},
    {"tallies", tally},
    {"policy.levers.lever", index_of<&Sizes::levers>},
    {"policy.levers.triggered", month_behind},
    {"policy.levers.fraction", share},
    {"platform_intensity", real},
    {"passage.admitted", amount},
    {"passage.entered", amount},
    {"bottleneck.flow", any},
    {"bottleneck.more", any},
    {"bottleneck.stage", one_of<stage_count>},
    {"origins.employed", headcount},
    {"origins.posts", headcount},
    {"origins.stock_at_start", headcount},
    {"origins.abroad", any},
    {"origins.home_graduates", headcount},
    {"origins.elsewhere", any},
    {"fates.key", key},
    {"fates.move", one_of<partnership_type_count + 1>},
    {"fates.accounts.key", key},
    {"fates.accounts.cents", any},
    {"fates.accounts.marks", byte},
    {"origins.wage", amount},
    {"origins.intention", real},
    {"origins.expected_migration", real},
    {"origins.success", real},
    {"origins.wait_years", real},
    {"origins.applications", amount},
    {"origins.graduate_carry", real},
    {"origins.applicant_carry", real},
    {"origins.expected_history", real},
    {"origins.departures_this_month", headcount},
    {"origins.finished", headcount},
    {"origins.failed", headcount},
    {"origins.born_this_month", ordinal},
    {"destination.bag", index_of<&Sizes::employers>},
    {"destination.open", headcount},
    {"destination.seekers", headcount},
    {"destination.employed", headcount},
    {"destination.share", share},
    {"destination.growth_carry", real},
    {"destination.graduate_carry", real},
    {"destination.displacement_carry", real},
    {"partnerships.key", key},
    {"partnerships.type", one_of<partnership_type_count>},
    {"partnerships.origin", index_of<&Sizes::origins>},
    {"partnerships.occupation", index_of<&Sizes::occupations>},
    {"partnerships.centre",
     [](const Sizes& s) {
       return Range{-1, s.centres - 1};
     }},
    {"partnerships.cell", index_of<&Sizes::cells>},
    {"partnerships.state", one_of<static_cast<int>(PartnershipState::Ended) + 1>},
    {"partnerships.start", calendar_month},
    {"partnerships.funding_end", calendar_month},
    {"partnerships.self_financed", flag},
    {"partnerships.seats", amount},
    {"partnerships.seat_carry", real},
    {"partnerships.trust", real},
    {"partnerships.experience", real},
    {"partnerships.placed", real},
    {"partnerships.failed", real},
    {"partnerships.quality", real},
    {"partnerships.preparing", any},
    {"partnerships.members", any},
    {"partnerships.placed_this_month", any},
    {"partnerships.open_posts", any},
    {"partnerships.life_budget", real},
    {"partnerships.given_seats", amount},
    {"partnerships.ordered", real},
    {"partnerships.sectors", index_of<&Sizes::sectors>},
    {"centres.quality", real},
    {"centres.occupied", any},
    {"centres.intake_carry", real},
    {"offices.anonymous.since",
     [](const Sizes& s) {
       return Range{-never, s.month};
     }},
    {"offices.anonymous.cases",
     [](const Sizes&) {
       return Range{1, people};
     }},
    {"offices.token_carry", real},
    {"offices.occupied", any},
    {"offices.served", real},
    {"offices.served_privately", real},
    {"offices.held", real},
    {"employers.state", one_of<static_cast<int>(AdoptionState::Adopted) + 1>},
    {"employers.open", word},
    {"employers.stale", word},
    {"employers.failures", word},
    {"employers.fresh", word},
    {"employers.adopted_neighbours", byte},
    {"employers.membership",
     [](const Sizes& s) {
       return Range{0, s.partnerships - 1, no_partnership};
     }},
    {"employers.awareness_budget", real},
    {"employers.adoption_budget", real},
    {"employers.adopted", index_of<&Sizes::employers>},
    {"employers.aware_count", any},
    {"employers.adopted_count", any},
    {"employers.all_count", any},
    {"persons.key", key},
    {"persons.stage", one_of<stage_count>},
    {"persons.type", one_of<partnership_type_count>},
    {"persons.step", one_of<static_cast<int>(Step::Housing) + 1>},
    {"persons.level", one_of<language_level_count>},
    {"persons.fails", byte},
    {"persons.land", one_of<land_count>},
    {"persons.flags", byte},
    {"persons.family", one_of<static_cast<int>(FamilyState::Joined) + 1>},
    {"persons.debt", any},
    {"persons.account", any},
    {"persons.cell", index_of<&Sizes::cells>},
    {"persons.partnership",
     [](const Sizes& s) {
       return Range{0, s.partnerships - 1, no_partnership};
     }},
    {"persons.employer",
     [](const Sizes& s) {
       return Range{0, s.employers - 1, no_employer};
     }},
    {"persons.since", month_behind},
    {"persons.due", short_month},
    {"persons.applied", person_month},
    {"persons.arrived", person_month},
    {"persons.recognised", person_month},
    {"persons.aptitude", real},
    {"persons.alignment", real},
    {"persons.social", real},
    {"persons.economic", real},
    {"pools.present", headcount},
    {"pools.survival", share},
    {"pools.cumulative", amount},
    {"pools.carry", real},
    {"pools.queue.cursor", headcount},
    {"pools.queue.threshold", amount},
    {"pools.queue.id", ordinal},
    {"pools.next_ordinal", row_persons},
    {"pools.later.next", key},
    {"pools.later.after", row_persons},
    {"pools.later.survival", share},
    {"pools.free_places", ordinal},
    {"pools.pending.month", month_behind},
    {"pools.pending.persons", newcomers},
    {"pools.pending.survival", share},
    {"absorbed", any},
    {"commitment", real},
    {"entry_ordinal", ordinal},
    {"digest", byte},
};

const Rule* rule_of(std::string_view name) {
  static constexpr Rule budgets{"persons.budget", real};
  if (name.starts_with("persons.budget_")) return &budgets;
  const auto found = std::find_if(std::begin(rules), std::end(rules),
                                  [&](const Rule& rule) { return rule.name == name; });
  return found == std::end(rules) ? nullptr : found;
}

bool is_length(const sim::NamedArray& array) { return array.name.ends_with(".count"); }

std::string text(double number) {
  return sim::element_text({"",
                            sim::ElementType::Float64,
                            {reinterpret_cast<const std::byte*>(&number),
                             reinterpret_cast<const std::byte*>(&number) + sizeof number}},
                           0);
}

std::string range_problem(const sim::NamedArray& array, const Range& range) {
  for (std::size_t at = 0; at < sim::length(array); ++at) {
    const double value = sim::element(array, at);
    // False for what is not a number.
    if ((value >= range.low && value <= range.high) || value == range.none) continue;
    return array.name + " is " + sim::element_text(array, at) + " at " + std::to_string(at) +
           ", allowed " + text(range.low) + " to " + text(range.high);
  }
  return "";
}

/// A person's key tells the pool to which the person belongs.
bool is_person(std::uint64_t key, std::size_t pools) {
  const auto group = sim::cell_of(sim::Key{key}) & ~static_cast<unsigned>(outside_group);
  return group < pools;
}

std::string columns_problem(const World& world) {
  std::string problem;
  auto& persons = const_cast<Persons&>(world.persons);
  Persons::columns_of(persons, [&](std::string_view name, const auto& column) {
    if (column.size() != persons.size())
      problem = "persons." + std::string(name) + " has " + std::to_string(column.size()) +
                " rows, persons.key " + std::to_string(persons.size());
  });
  return problem;
}

std::string person_problem(const World& w, Row row) {
  const auto& p = w.persons;
  const auto at = " at person " + std::to_string(row);
  if (!is_person(p.key[row], w.pools.size())) return "persons.key names no pool" + at;
  if (is_abroad(p.stage_of(row)) && p.arrived[row] == no_month)
    return "persons.arrived is missing for a stage in Germany" + at;
  if (!w.origins[p.cell[row]].present) return "persons.cell is of no pair of the scenario" + at;
  return "";
}

std::string pool_problem(const Pool& pool, std::size_t pools) {
  const auto rows =
      static_cast<std::size_t>(rows_of(pool.setup->persons, pool.setup->multiplicity));
  const auto added = pool.queue.additions();
  if (std::any_of(added.begin(), added.end(),
                  [&](const auto& entry) { return entry.id >= rows + pool.later.size(); }))
    return "pools.queue.id names no row of its pool";
  if (std::any_of(pool.free_places.begin(), pool.free_places.end(),
                  [&](auto place) { return place >= pool.later.size(); }))
    return "pools.free_places names no row of its pool";
  if (std::any_of(pool.later.begin(), pool.later.end(),
                  [&](const auto& row) { return !is_person(row.next.value, pools); }))
    return "pools.later.next names no pool";
  return "";
}

std::string employer_problem(const World& w) {
  const auto& e = w.employers;
  if (std::adjacent_find(e.adopted.begin(), e.adopted.end(), std::greater_equal<>()) !=
      e.adopted.end())
    return "employers.adopted does not ascend";
  for (const auto& market : w.origins) {
    if (market.expected_history.size() > static_cast<std::size_t>(w.now.months) + 1)
      return "origins.expected_history is longer than the run";
  }
  if (w.bottleneck.more.size() > w.layout.size(Tally::ShadowPrice))
    return "bottleneck.more has more numbers than there are offices";
  for (std::size_t at = 0; at < w.partnerships.size(); ++at) {
    const auto& partnership = w.partnerships[at];
    if (partnership.cell != w.cell(partnership.origin, partnership.occupation))
      return "partnerships.cell is not that of its origin and occupation at " + std::to_string(at);
  }
  return "";
}

}  // namespace

std::string state_problem(const World& world, const sim::Archive& state) {
  const Sizes sizes(world, state);
  for (const auto& array : state) {
    const auto* rule = is_length(array) ? nullptr : rule_of(array.name);
    if (rule == nullptr) continue;
    if (auto problem = range_problem(array, rule->range(sizes)); !problem.empty()) return problem;
  }
  return "";
}

std::string fates_problem(const std::vector<CellFates>& fates) {
  for (const auto& cell : fates) {
    if (cell.key.size() != cell.move.size()) return "fates.key and fates.move differ in length";
    const auto& accounts = cell.accounts;
    if (accounts.key.size() != accounts.cents.size() ||
        accounts.key.size() != accounts.marks.size())
      return "fates.accounts.key, cents and marks differ in length";
  }
  return "";
}

std::string coherence_problem(const World& w) {
  auto problem = columns_problem(w);
  if (problem.empty()) problem = fates_problem(w.fates);
  for (Row row = 0; row < w.persons.size() && problem.empty(); ++row)
    problem = person_problem(w, row);
  for (std::size_t pool = 0; pool < w.pools.size() && problem.empty(); ++pool)
    problem = pool_problem(w.pools[pool], w.pools.size());
  return problem.empty() ? employer_problem(w) : problem;
}

std::vector<std::string> arrays_without_rule(const sim::Archive& state) {
  std::vector<std::string> names;
  for (const auto& array : state) {
    if (!is_length(array) && rule_of(array.name) == nullptr) names.push_back(array.name);
  }
  return names;
}

}  // namespace skillscale::models
