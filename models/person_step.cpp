#include "models/person_step.h"

#include <algorithm>
#include <array>

#include "models/aspiration.h"
#include "models/destination_market.h"
#include "models/person_accounts.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "models/stage_lists.h"
#include "models/work_life.h"
#include "sim/compaction.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::models {
namespace {

using sim::Key;
using Rule = void (*)(World&, std::size_t, std::span<const Row>);

template <void (*rule)(World&, std::size_t, Row)>
void each(World& w, std::size_t block, std::span<const Row> rows) {
  for (const Row row : rows) rule(w, block, row);
}

constexpr std::array<Rule, stage_count> rules{nullptr,
                                              each<step_language>,
                                              each<step_training>,
                                              each<step_recognition>,
                                              each<step_visa>,
                                              each<step_matching>,
                                              step_adaptation,
                                              step_employed,
                                              each<step_searching>,
                                              step_other_work,
                                              each<step_returned>,
                                              nullptr,
                                              nullptr,
                                              nullptr};

bool is_absorbing(const World& w, Stage stage) {
  if (stage == Stage::Returned) return w.now.on.circular == 0;
  return stage == Stage::Onward || stage == Stage::HomeTrack || stage == Stage::Left;
}

void count_leaving(World& w, std::size_t block, Row row, Tally how) {
  const auto& p = w.persons;
  w.tally.add(block, w.layout.of_cell(how, p.cell[row], p.type[row], p.stage[row]), 1);
  w.tally.add(block, w.layout.at(Tally::StayMonths, p.stage[row]), w.month - p.since[row]);
}

void count_entering(World& w, std::size_t block, Row row) {
  const auto& p = w.persons;
  w.tally.add(block, w.layout.of_cell(Tally::Entered, p.cell[row], p.type[row], p.stage[row]), 1);
  pay_for_entry(w, row);
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
  draw_family(w, row);
  let_debt_grow(w, row);
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

/// Some take a knowledge test instead of a test of equivalence, some work first and are recognised
/// in Germany: neither sees the office before departure.
Stage path_to_recognition(World& w, Row row) {
  const auto& channel = w.now.types[w.persons.type[row]];
  if (channel.direct_test <= 0 && channel.work_first <= 0) return Stage::Recognition;
  const double u =
      w.draws.uniform({Key{w.persons.key[row]}, event_of(w.month), purpose::recognition_path});
  const double works_first = (1 - channel.direct_test) * channel.work_first;
  if (u >= channel.direct_test + works_first) return Stage::Recognition;
  if (u >= channel.direct_test) w.persons.set(row, WorkFirst);
  return stage_after(w, row, Stage::Recognition);
}

/// A finished person's row goes; it is counted on where it went: in a pool, or for good in its last
/// stage.
void absorb(World& w, Row row) {
  close_account(w, row);
  const auto& p = w.persons;
  const Stage stage = p.stage_of(row);
  const bool joins_pool = w.now.on.pool != 0 && stage != Stage::Onward;
  const bool was_qualified = group_of(p.type_of(row)) == PoolGroup::Qualified;
  if (stage == Stage::Onward && was_qualified) ++w.origins[p.cell[row]].elsewhere;
  if (!joins_pool) {
    w.absorbed[w.layout.of_cell(Tally::Stock, p.cell[row], p.type[row], p.stage[row]) -
               w.layout.first(Tally::Stock)] += 1;
  }
}

}  // namespace

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
  Stage to = stage_after(w, row, from);
  if (to == Stage::Recognition) to = path_to_recognition(w, row);
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

void step_persons(World& w) {
  auto& p = w.persons;
  sim::for_each_block(p.size(), [&](std::size_t block, std::size_t first, std::size_t last) {
    const StageLists lists(p, first, last);
    for (std::size_t stage = 0; stage < stage_count; ++stage) {
      const Rule rule = w.tables.is_constant[stage] ? each<step_constant> : rules[stage];
      if (rule) rule(w, block, lists.of(stage));
    }
    w.cases.draw_lotteries(block, w.draws, event_of(w.month), purpose::lottery);
    w.applications.draw_lotteries(block, w.draws, event_of(w.month), purpose::lottery);
    // The order of what follows for others is that of the rows, whatever stages they are in.
    std::stable_sort(w.effects[block].begin(), w.effects[block].end(),
                     [](const Effect& a, const Effect& b) { return a.row < b.row; });
  });
  apply_effects(w);
}

void remove_finished(World& w) {
  std::array<std::uint8_t, stage_count> stays{};
  for (std::size_t s = 0; s < stage_count; ++s) stays[s] = !is_absorbing(w, static_cast<Stage>(s));
  std::vector<std::uint8_t> keep(w.persons.size());
  bool all_stay = true;
  for (Row row = 0; row < keep.size(); ++row) {
    keep[row] = stays[w.persons.stage[row]];
    if (keep[row] != 0) continue;
    absorb(w, row);
    all_stay = false;
  }
  if (!all_stay) sim::compact(w.persons, keep);
}

}  // namespace skillscale::models
