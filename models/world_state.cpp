// The one declaration of what is state. Every struct is taken apart by a structured binding that
// names all its members: whoever adds a member meets the compiler here and must say whether it is
// state, which is visited, or follows from something else, which a comment says.
#include "models/world_state.h"

#include "models/month_tables.h"
#include "models/world_state_rules.h"

namespace skillscale::models {
namespace {

using sim::Is;

/// The tally board as plain numbers. A condition of a lever reads last month's.
using Board = std::vector<std::int64_t>;

}  // namespace

template <Is<Persons> T, class V>
void fields(T& persons, V&& visit) {
  Persons::columns_of(persons, [&](std::string_view name, auto& column) { visit(name, column); });
}

template <Is<Pool::LaterRow> T, class V>
void fields(T& row, V&& visit) {
  auto& [next, after, survival] = row;
  visit("next", next), visit("after", after), visit("survival", survival);
}

template <Is<Pool::Cohort> T, class V>
void fields(T& cohort, V&& visit) {
  auto& [month, persons, survival] = cohort;
  visit("month", month), visit("persons", persons), visit("survival", survival);
}

template <Is<Pool> T, class V>
void fields(T& pool, V&& visit) {
  // cell, group and setup: as made at the start
  auto& [cell, group, setup, queue, next_ordinal, later, free_places, pending, present, survival,
         cumulative, carry] = pool;
  visit("present", present), visit("survival", survival), visit("cumulative", cumulative);
  visit("carry", carry), visit("queue", queue);
  visit.given("next_ordinal", next_ordinal);
  visit("later", later), visit("free_places", free_places), visit("pending", pending);
}

template <Is<OriginMarket> T, class V>
void fields(T& market, V&& visit) {
  // present, cell, origin and occupation: as made at the start
  auto& [present, cell, origin, occupation, employed, posts, stock_at_start, abroad, home_graduates,
         elsewhere, wage, intention, expected_migration, success, wait_years, applications,
         graduate_carry, applicant_carry, expected_history, departures_this_month, finished, failed,
         born_this_month] = market;
  visit("employed", employed), visit("posts", posts), visit("stock_at_start", stock_at_start);
  visit("abroad", abroad), visit("home_graduates", home_graduates), visit("elsewhere", elsewhere);
  visit("wage", wage), visit("intention", intention);
  visit("expected_migration", expected_migration), visit("success", success);
  visit("wait_years", wait_years), visit("applications", applications);
  visit("graduate_carry", graduate_carry), visit("applicant_carry", applicant_carry);
  visit("expected_history", expected_history);
  visit("departures_this_month", departures_this_month), visit("finished", finished);
  visit("failed", failed), visit("born_this_month", born_this_month);
}

template <Is<Employers> T, class V>
void fields(T& employers, V&& visit) {
  // setup: shared by all worlds of the replicate
  // threshold: drawn at the start. fresh: opened since candidates last looked
  auto& [setup, state, open, stale, failures, fresh, adopted_neighbours, membership,
         awareness_budget, adoption_budget, threshold, adopted, aware_count, adopted_count,
         all_count] = employers;
  visit.given("state", state), visit.given("open", open), visit.given("stale", stale);
  visit.given("failures", failures), visit.given("fresh", fresh);
  visit.given("adopted_neighbours", adopted_neighbours);
  visit.given("membership", membership), visit.given("awareness_budget", awareness_budget);
  visit.given("adoption_budget", adoption_budget), visit("adopted", adopted);
  visit.given("aware_count", aware_count), visit.given("adopted_count", adopted_count);
  visit.given("all_count", all_count);
}

template <Is<DestinationMarket> T, class V>
void fields(T& market, V&& visit) {
  auto& [bag, open, seekers, employed, share, growth_carry, graduate_carry, displacement_carry] =
      market;
  visit("bag", bag), visit("open", open), visit("seekers", seekers), visit("employed", employed);
  visit("share", share), visit("growth_carry", growth_carry);
  visit("graduate_carry", graduate_carry), visit("displacement_carry", displacement_carry);
}

template <Is<Partnership> T, class V>
void fields(T& partnership, V&& visit) {
  auto& [key, type, origin, occupation, centre, cell, state, start, funding_end, self_financed,
         seats, seat_carry, trust, experience, placed, failed, quality, preparing, members,
         placed_this_month, open_posts, life_budget, given_seats, ordered, sectors] = partnership;
  visit("key", key), visit("type", type), visit("origin", origin);
  visit("occupation", occupation), visit("centre", centre), visit("cell", cell);
  visit("state", state), visit("start", start), visit("funding_end", funding_end);
  visit("self_financed", self_financed), visit("seats", seats), visit("seat_carry", seat_carry);
  visit("trust", trust), visit("experience", experience), visit("placed", placed);
  visit("failed", failed), visit("quality", quality), visit("preparing", preparing);
  visit("members", members), visit("placed_this_month", placed_this_month);
  visit("open_posts", open_posts), visit("life_budget", life_budget);
  visit("given_seats", given_seats), visit("ordered", ordered), visit("sectors", sectors);
}

template <Is<CentreState> T, class V>
void fields(T& centre, V&& visit) {
  auto& [quality, occupied, intake_carry] = centre;
  visit("quality", quality), visit("occupied", occupied), visit("intake_carry", intake_carry);
}

template <Is<Office::Cohort> T, class V>
void fields(T& cohort, V&& visit) {
  auto& [since, cases] = cohort;
  visit("since", since), visit("cases", cases);
}

template <Is<Office> T, class V>
void fields(T& office, V&& visit) {
  auto& [anonymous, token_carry, occupied, served, served_privately, held] = office;
  visit("anonymous", anonymous), visit("token_carry", token_carry), visit("occupied", occupied);
  visit("served", served), visit("served_privately", served_privately), visit("held", held);
}

template <Is<CellAccounts> T, class V>
void fields(T& accounts, V&& visit) {
  auto& [key, cents, marks] = accounts;
  visit("key", key), visit("cents", cents), visit("marks", marks);
}

template <Is<CellFates> T, class V>
void fields(T& fates, V&& visit) {
  auto& [key, move, accounts] = fates;
  visit("key", key), visit("move", move), visit("accounts", accounts);
}

template <Is<LeverState> T, class V>
void fields(T& state, V&& visit) {
  // targets and condition: of the scenario
  auto& [lever, targets, condition, triggered, fraction] = state;
  visit("lever", lever), visit("triggered", triggered), visit("fraction", fraction);
}

template <Is<PolicyState> T, class V>
void fields(T& policy, V&& visit) {
  // changed: found anew each month
  auto& [levers, changed] = policy;
  visit.given("levers", levers);
}

template <Is<Passage> T, class V>
void fields(T& passage, V&& visit) {
  auto& [admitted, entered] = passage;
  visit("admitted", admitted), visit("entered", entered);
}

template <Is<Bottleneck> T, class V>
void fields(T& bottleneck, V&& visit) {
  auto& [flow, stage, more] = bottleneck;
  visit("flow", flow), visit("stage", stage), visit("more", more);
}

namespace {

/// A world with its tally board as plain numbers.
template <class W, class B>
struct WorldAndBoard {
  W& world;
  B& board;
};
using Saved = WorldAndBoard<const World, const Board>;
using Restored = WorldAndBoard<World, Board>;

}  // namespace

template <class T, class V>
requires Is<T, Saved> || Is<T, Restored>
void fields(T& state, V&& visit) {
  // base, setup, draws and layout: as made at the start. now and tables: of the levers. cases,
  // applications and effects: empty between months.
  auto& [base, now, setup, draws, month, policy, layout, tally, digest, persons, pools, origins,
         employers, destination, partnerships, centres, offices, absorbed, entry_ordinal, tables,
         cases, applications, effects, platform_intensity, passage, bottleneck, commitment, fates] =
      state.world;
  visit("month", month), visit.given("tallies", state.board), visit("policy", policy);
  visit("platform_intensity", platform_intensity), visit("passage", passage);
  visit("bottleneck", bottleneck), visit.given("commitment", commitment);
  visit.given("fates", fates);
  visit.given("origins", origins), visit.given("destination", destination);
  visit("partnerships", partnerships), visit.given("centres", centres);
  visit.given("offices", offices), visit("employers", employers);
  visit("persons", persons), visit.given("pools", pools), visit.given("absorbed", absorbed);
  visit.given("entry_ordinal", entry_ordinal), visit("digest", digest);
}

template <Is<TotalsRecorder::MonthFlows> T, class V>
void fields(T& flows, V&& visit) {
  auto& [month, arrivals, programme_cost, by_partnership, welfare] = flows;
  visit("by_partnership", by_partnership);
  visit("month", month), visit("arrivals", arrivals), visit("programme_cost", programme_cost);
  visit("welfare", welfare);
}

template <Is<Totals> T, class V>
void fields(T& totals, V&& visit) {
  // fates, gains: of a pair of worlds, never of one
  auto& [months, arrivals, late_arrivals, arrivals_by_partnership, early_by_partnership,
         late_by_partnership, arrivals_by_land, settlements, families_joined, own_cost, wages,
         months_at_work, past_cliff, ended_at_cliff, months_below_density, seats_squared,
         seats_gini, enrolments, recognitions, posts_by_partnership, posts_by_others,
         posts_domestic, posts_open, retained_36, arrivals_for_36, qualified_months,
         late_programme_cost, origin_stock_end, origin_employed_end, origin_preparing_end,
         home_graduates, partnerships_end, last_partnership_month, waited, served, welfare, within,
         last_year, bottleneck, fates, gains] = totals;
  visit("months", months), visit("arrivals", arrivals), visit("late_arrivals", late_arrivals);
  visit("arrivals_by_partnership", arrivals_by_partnership), visit("enrolments", enrolments);
  visit("early_by_partnership", early_by_partnership);
  visit("late_by_partnership", late_by_partnership);
  visit("arrivals_by_land", arrivals_by_land), visit("settlements", settlements);
  visit("families_joined", families_joined), visit("own_cost", own_cost);
  visit("wages", wages), visit("months_at_work", months_at_work);
  visit("past_cliff", past_cliff), visit("ended_at_cliff", ended_at_cliff);
  visit("months_below_density", months_below_density);
  visit("seats_squared", seats_squared), visit("seats_gini", seats_gini);
  visit("posts_by_partnership", posts_by_partnership);
  visit("posts_by_others", posts_by_others), visit("posts_domestic", posts_domestic);
  visit("posts_open", posts_open);
  visit("recognitions", recognitions), visit("retained_36", retained_36);
  visit("arrivals_for_36", arrivals_for_36), visit("qualified_months", qualified_months);
  visit("late_programme_cost", late_programme_cost), visit("origin_stock_end", origin_stock_end);
  visit("origin_employed_end", origin_employed_end);
  visit("origin_preparing_end", origin_preparing_end), visit("home_graduates", home_graduates);
  visit("partnerships_end", partnerships_end);
  visit("last_partnership_month", last_partnership_month), visit("waited", waited);
  visit("served", served), visit("welfare", welfare), visit("within", within);
  visit("last_year", last_year), visit("bottleneck", bottleneck);
}

template <Is<TotalsRecorder> T, class V>
void fields(T& recorder, V&& visit) {
  TotalsRecorder::state_of(recorder,
                           [&](std::string_view name, auto& member) { visit(name, member); });
}

void save_state(const World& world, sim::Archive& archive) {
  const Board board(world.tally.cells().begin(), world.tally.cells().end());
  sim::save(Saved{world, board}, "", archive);
}

std::string restore_state(World& world, const sim::Archive& archive) {
  Board board(world.layout.cells());
  Restored state{world, board};
  auto problem = state_problem(world, archive);
  if (problem.empty()) problem = sim::restore(state, "", archive);
  if (problem.empty()) problem = coherence_problem(world);
  if (!problem.empty()) return problem;
  world.tally.begin_month(1);
  for (std::size_t cell = 0; cell < board.size(); ++cell) world.tally.add(cell, board[cell]);
  set_levers(world);
  world.policy.changed = true;
  build_tables(world);
  return problem;
}

void save_state(const TotalsRecorder& recorder, sim::Archive& archive) {
  sim::save(recorder, "recorder", archive);
}
std::string restore_state(TotalsRecorder& recorder, const sim::Archive& archive) {
  return sim::restore(recorder, "recorder", archive);
}
namespace {

/// Fates alone, of a finished world.
template <class List>
struct FatesAlone {
  List& cells;
};
template <class List, class V>
void fields(const FatesAlone<List>& fates, V&& visit) {
  visit("cells", fates.cells);
}

}  // namespace

void save_state(const std::vector<CellFates>& fates, sim::Archive& archive) {
  sim::save(FatesAlone<const std::vector<CellFates>>{fates}, "fates", archive);
}
std::string restore_state(std::vector<CellFates>& fates, const sim::Archive& archive) {
  FatesAlone<std::vector<CellFates>> alone{fates};
  auto problem = sim::restore(alone, "fates", archive);
  return problem.empty() ? fates_problem(fates) : problem;
}
void save_state(const Totals& totals, sim::Archive& archive) {
  sim::save(totals, "totals", archive);
}
std::string restore_state(Totals& totals, const sim::Archive& archive) {
  return sim::restore(totals, "totals", archive);
}

}  // namespace skillscale::models
