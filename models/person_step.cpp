#include "models/person_step.h"

#include <algorithm>
#include <array>

#include "models/aspiration.h"
#include "models/destination_market.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::models {
namespace {

using sim::Key;
using Rule = void (*)(World&, std::size_t, Row);

constexpr std::array<Rule, stage_count> rules{
    nullptr,       step_language,   step_training, step_recognition, step_visa,
    step_matching, step_adaptation, step_employed, step_searching,   step_other_work,
    step_returned, nullptr,         nullptr,       nullptr};

bool is_absorbing(const World& w, Stage stage) {
  if (stage == Stage::Returned) return w.now.on.circular == 0;
  return stage == Stage::Onward || stage == Stage::HomeTrack || stage == Stage::Left;
}

bool is_abroad(Stage stage) {
  return stage == Stage::Adaptation || stage == Stage::Employed || stage == Stage::Searching ||
         stage == Stage::OtherWork;
}

void count_leaving(World& w, std::size_t block, Row row, Tally how) {
  const auto& p = w.persons;
  w.tally.add(block, w.layout.of_cell(how, p.cell[row], p.type[row], p.stage[row]), 1);
  w.tally.add(block, w.layout.at(Tally::StayMonths, p.stage[row]), w.month - p.since[row]);
}

void count_entering(World& w, std::size_t block, Row row) {
  const auto& p = w.persons;
  w.tally.add(block, w.layout.of_cell(Tally::Entered, p.cell[row], p.type[row], p.stage[row]), 1);
}

/// A stage whose moves are constant probabilities: no queue, no rule of its own.
void step_constant(World& w, std::size_t block, Row row) {
  const auto stage = w.persons.stage[row];
  const auto& hazards = w.tables.constant[stage];
  const int cause = spend_budgets(w, row, hazards);
  if (cause == 0) complete_stage(w, block, row);
  if (cause == 1) drop_person(w, block, row);
}

void arrive(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  p.arrived[row] = static_cast<std::int16_t>(w.month);
  p.land[row] = land_of_employer(w, p.employer[row], Key{p.key[row]});
  count_person(w, block, Tally::Arrivals, row);
  w.tally.add(block, w.layout.at(Tally::ArrivalsByLand, p.land[row]), 1);
  emit(w, block, EffectKind::LeftHome, row);
}

/// Moves to the next stage; arrival is the first stage that lies in Germany.
void move_on(World& w, std::size_t block, Row row, Stage from, Stage to) {
  auto& p = w.persons;
  const bool arrives = p.arrived[row] == no_month && (from == Stage::Visa || is_abroad(to));
  if (arrives) arrive(w, block, row);
  enter_stage(w, row, to);
  count_entering(w, block, row);
}

/// A finished person's row goes; it is counted on where it went: in a pool, or for good in its last
/// stage.
void absorb(World& w, Row row) {
  auto& p = w.persons;
  const Stage stage = p.stage_of(row);
  if (!is_absorbing(w, stage) || p.has(row, Gone)) return;
  const bool joins_pool = w.now.on.pool != 0 && stage != Stage::Onward;
  const bool was_qualified = group_of(p.type_of(row)) == PoolGroup::Qualified;
  if (stage == Stage::Onward && was_qualified) ++w.origins[p.cell[row]].elsewhere;
  if (!joins_pool) {
    w.absorbed[w.layout.of_cell(Tally::Stock, p.cell[row], p.type[row], p.stage[row]) -
               w.layout.first(Tally::Stock)] += 1;
  }
  p.set(row, Gone);
}

void note_outcome(World& w, const Effect& e, bool success) {
  auto& market = w.origins[e.cell];
  ++(success ? market.finished : market.failed);
  if (success) market.departures_this_month += 1;
  if (e.partnership == no_partnership) return;
  auto& partnership = w.partnerships[e.partnership];
  --partnership.preparing;
  (success ? partnership.placed : partnership.failed) += 1;
  if (success) ++partnership.placed_this_month;
}

void join_origin_stock(World& w, const Effect& e) {
  if (w.now.on.pool != 0)
    return_to_pool(w, pool_of(w, e.cell, PoolGroup::Qualified),
                   std::array{Key{w.persons.key[e.row]}});
}

/// The rejected of one cell and type choose again together.
void let_rejected_decide(World& w, std::span<const Effect> rejected) {
  const auto channel = [&](const Effect& e) {
    return std::size_t{e.cell} * partnership_type_count + w.persons.type[e.row];
  };
  std::vector<std::vector<Key>> keys(w.origins.size() * partnership_type_count);
  for (const auto& e : rejected) keys[channel(e)].push_back(Key{w.persons.key[e.row]});
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) continue;
    decide_again(w, w.origins[i / partnership_type_count], keys[i],
                 static_cast<PartnershipType>(i % partnership_type_count));
  }
}

void apply_effect(World& w, const Effect& e) {
  const auto occupation = e.cell % w.occupations();
  const auto origin = e.cell / w.occupations();
  switch (e.kind) {
    case EffectKind::FreeLanguagePlace:
      --w.offices[w.language_office(origin)].occupied;
      break;
    case EffectKind::FreeBridgingPlace:
      --w.offices[w.bridging_office(occupation)].occupied;
      break;
    case EffectKind::FreeCentreSeat:
      --w.centres[static_cast<std::size_t>(w.partnerships[e.partnership].centre)].occupied;
      break;
    case EffectKind::PostReopens:
    case EffectKind::JobEnds:
      reopen_post(w, e.employer);
      break;
    case EffectKind::PlacementFailed:
      if (e.employer != no_employer) ++w.employers.failures[e.employer];
      break;
    case EffectKind::Placed:
      note_outcome(w, e, true);
      break;
    case EffectKind::DroppedOut:
      note_outcome(w, e, false);
      break;
    case EffectKind::HomeGraduate:
      ++w.origins[e.cell].home_graduates;
      w.tally.add(w.layout.of_cell(Tally::HomeGraduates, e.cell), 1);
      join_origin_stock(w, e);
      break;
    case EffectKind::BackToPool:
      if (group_of(static_cast<PartnershipType>(w.persons.type[e.row])) == PoolGroup::Qualified) {
        join_origin_stock(w, e);
      } else {
        return_to_pool(w, pool_of(w, e.cell, PoolGroup::SchoolLeavers),
                       std::array{Key{w.persons.key[e.row]}});
      }
      break;
    case EffectKind::Rejected:
      break;  // all together, see let_rejected_decide
    case EffectKind::CameHome:
      --w.origins[e.cell].abroad;
      w.tally.add(w.layout.of_cell(Tally::ReturnedSkilled, e.cell), 1);
      if (w.now.on.circular == 0) join_origin_stock(w, e);
      break;
    case EffectKind::LeftHome:
      ++w.origins[e.cell].abroad;
      break;
    case EffectKind::ChangedEmployer:
      reopen_post(w, e.employer);
      break;
  }
}

}  // namespace

int spend_budgets(World& w, Row row, std::span<const double> hazards) {
  auto& p = w.persons;
  std::array<float, budget_count> budgets{};
  for (std::size_t k = 0; k < hazards.size(); ++k) budgets[k] = p.budget[k][row];
  const int cause = sim::spend(std::span(budgets.data(), hazards.size()), hazards);
  for (std::size_t k = 0; k < hazards.size(); ++k) p.budget[k][row] = budgets[k];
  return cause;
}

void draw_budgets(World& w, Row row, std::size_t count, std::uint16_t first_index) {
  auto& p = w.persons;
  for (std::size_t k = 0; k < count; ++k) {
    p.budget[k][row] = static_cast<float>(
        w.draws.exponential({Key{p.key[row]}, event_of(w.month), purpose::stage_budget,
                             static_cast<std::uint16_t>(first_index + k)}));
  }
}

double aptitude_of(const World& w, Key key) {
  const double spread = w.now.migration.ability_spread;
  return sim::math::exp(spread * w.draws.normal({key, 0, purpose::aptitude}) -
                        0.5 * spread * spread);
}

void draw_traits(World& w, Row row) {
  auto& p = w.persons;
  const Key key{p.key[row]};
  const std::size_t origin = p.cell[row] / w.occupations(),
                    occupation = p.cell[row] % w.occupations();
  p.aptitude[row] = static_cast<float>(aptitude_of(w, key));
  const double base = w.now.origins[origin].occupation[occupation].alignment +
                      0.05 * w.draws.normal({key, 0, purpose::alignment});
  p.alignment[row] = static_cast<float>(std::clamp(base, 0.0, 1.0));
  if (w.draws.uniform({key, 0, purpose::remits}) < w.now.wages.remit_participation)
    p.set(row, Remits);
}

void begin_life(World& w, Row row, const NewPerson& person, Stage stage) {
  auto& p = w.persons;
  p.key[row] = person.key.value;
  p.cell[row] = person.cell;
  p.type[row] = static_cast<std::uint8_t>(person.type);
  p.partnership[row] = no_partnership;
  p.employer[row] = no_employer;
  p.applied[row] = static_cast<std::int16_t>(w.month);
  p.arrived[row] = p.recognised[row] = p.due[row] = no_month;
  p.level[row] = static_cast<std::uint8_t>(w.now.types[p.type[row]].start_level);
  if (stage != Stage::Applicant) draw_traits(w, row);
  enter_stage(w, row, stage);
  if (is_abroad(stage)) {
    p.arrived[row] = static_cast<std::int16_t>(w.month);
    ++w.origins[p.cell[row]].abroad;
    begin_work(w, row);
  }
  w.tally.add(w.layout.of_cell(Tally::Entered, p.cell[row], p.type[row], p.stage[row]), 1);
}

void enter_stage(World& w, Row row, Stage stage) {
  auto& p = w.persons;
  p.stage[row] = static_cast<std::uint8_t>(stage);
  p.since[row] = static_cast<std::int16_t>(w.month);
  p.step[row] = static_cast<std::uint8_t>(Step::Before);
  p.fails[row] = 0;
  p.due[row] = no_month;
  if (w.tables.is_constant[static_cast<std::size_t>(stage)]) {
    draw_budgets(w, row, 2);
    return;
  }
  switch (stage) {
    case Stage::Language:
      begin_language(w, row);
      break;
    case Stage::Training:
      begin_training(w, row);
      break;
    case Stage::Recognition:
      begin_recognition(w, row);
      break;
    case Stage::Visa:
      begin_visa(w, row);
      break;
    case Stage::Adaptation:
    case Stage::Employed:
      begin_work(w, row);
      break;
    case Stage::Applicant:
    case Stage::Onward:
    case Stage::HomeTrack:
    case Stage::Left:
      break;  // nothing runs out there
    default:
      draw_budgets(w, row, 3);
      break;
  }
}

/// The route of the person's type leads through a recognition office.
bool seeks_recognition(const World& w, Row row) {
  const auto& route = w.now.types[w.persons.type[row]].route;
  const auto office = static_cast<double>(static_cast<int>(Stage::Recognition));
  return std::find(route.begin(), route.end(), office) != route.end();
}

Stage stage_after(const World& w, Row row, Stage stage) {
  const auto& route = w.now.types[w.persons.type[row]].route;
  const auto here =
      std::find(route.begin(), route.end(), static_cast<double>(static_cast<int>(stage)));
  if (stage == Stage::Applicant && !route.empty())
    return static_cast<Stage>(static_cast<int>(route.front()));
  if (here != route.end() && here + 1 != route.end())
    return static_cast<Stage>(static_cast<int>(*(here + 1)));
  const bool regulated = w.now.occupations[w.persons.cell[row] % w.occupations()].regulated != 0;
  const bool needs_measure =
      regulated && seeks_recognition(w, row) && !w.persons.has(row, FullyRecognised);
  return needs_measure ? Stage::Adaptation : Stage::Employed;
}

bool holds_centre_seat(const World& w, Row row) {
  const auto& p = w.persons;
  if (p.partnership[row] == no_partnership || w.partnerships[p.partnership[row]].centre < 0)
    return false;
  const auto& route = w.now.types[p.type[row]].route;
  const auto training =
      std::find(route.begin(), route.end(), static_cast<double>(static_cast<int>(Stage::Training)));
  return training != route.end() &&
         std::find(route.begin(), training + 1, static_cast<double>(p.stage[row])) != training + 1;
}

void complete_stage(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const Stage from = p.stage_of(row);
  if (from == Stage::Applicant) draw_traits(w, row);
  count_leaving(w, block, row, Tally::Completed);
  if (from == Stage::Training && holds_centre_seat(w, row))
    emit(w, block, EffectKind::FreeCentreSeat, row);
  if (from == Stage::Training && p.has(row, HomeTrackSeat)) {
    enter_stage(w, row, Stage::HomeTrack);
    count_entering(w, block, row);
    emit(w, block, EffectKind::HomeGraduate, row);
    if (p.partnership[row] != no_partnership) emit(w, block, EffectKind::Placed, row);
    return;
  }
  if (from == Stage::Training && p.arrived[row] != no_month) p.set(row, TrainedInGermany);
  if (from == Stage::Training) p.applied[row] = static_cast<std::int16_t>(w.month);
  if (from == Stage::Recognition && w.tables.is_constant[static_cast<std::size_t>(from)])
    p.set(row, FullyRecognised);
  const Stage to = stage_after(w, row, from);
  const bool starts_work = (to == Stage::Employed || to == Stage::Adaptation) &&
                           from != Stage::Adaptation && from != Stage::Searching;
  move_on(w, block, row, from, to);
  if (starts_work) emit(w, block, EffectKind::Placed, row);
  if (to == Stage::Employed && p.recognised[row] == no_month) {
    const bool is_recognised = p.has(row, FullyRecognised) || !seeks_recognition(w, row);
    p.set(row, FullyRecognised);
    p.recognised[row] = static_cast<std::int16_t>(w.month);
    if (is_recognised) count_person(w, block, Tally::Recognitions, row);
  }
}

void drop_person(World& w, std::size_t block, Row row, EffectKind where) {
  auto& p = w.persons;
  const bool was_abroad = p.arrived[row] != no_month;
  count_leaving(w, block, row, Tally::Dropped);
  if (holds_centre_seat(w, row)) emit(w, block, EffectKind::FreeCentreSeat, row);
  if (p.employer[row] != no_employer) {
    emit(w, block, EffectKind::PostReopens, row);
    emit(w, block, EffectKind::PlacementFailed, row);
  }
  const bool was_preparing = !is_abroad(p.stage_of(row)) && p.stage_of(row) != Stage::Applicant;
  if (was_preparing) emit(w, block, EffectKind::DroppedOut, row);
  p.employer[row] = no_employer;
  if (was_abroad) {
    emit(w, block, EffectKind::CameHome, row);
    enter_stage(w, row, Stage::Returned);
  } else {
    if (w.now.on.pool != 0) emit(w, block, where, row);
    enter_stage(w, row, Stage::Left);
  }
  count_entering(w, block, row);
}

void leave_origin_work(World& w, OriginMarket& market, std::span<const Key> keys) {
  const auto& pool = pool_of(w, market.cell, PoolGroup::Qualified);
  const double stock = static_cast<double>(pool.present) + static_cast<double>(keys.size());
  const double share = stock > 0 ? static_cast<double>(market.employed) / stock : 0;
  std::vector<double> u(keys.size());
  w.draws.uniforms(keys, event_of(w.month), purpose::was_employed, 0, u);
  market.employed -= std::count_if(u.begin(), u.end(), [&](double v) { return v < share; });
  market.employed = std::max<std::int64_t>(market.employed, 0);
}

void step_persons(World& w) {
  auto& p = w.persons;
  sim::for_each_block(p.size(), [&](std::size_t block, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const auto row = static_cast<Row>(i);
      const auto stage = p.stage[row];
      if (w.tables.is_constant[stage]) {
        step_constant(w, block, row);
      } else if (rules[stage]) {
        rules[stage](w, block, row);
      }
    }
  });
  apply_effects(w);
}

void apply_effects(World& w) {
  std::vector<Effect> rejected;
  for (auto& list : w.effects) {
    for (const auto& effect : list) {
      apply_effect(w, effect);
      if (effect.kind == EffectKind::Rejected) rejected.push_back(effect);
    }
    list.clear();
  }
  if (!rejected.empty()) let_rejected_decide(w, rejected);
}

void absorb_finished(World& w) {
  for (Row row = 0; row < w.persons.size(); ++row) absorb(w, row);
}

}  // namespace skillscale::models
