// Stage rules of life in Germany and after: compensation measure, work, search, other work, return.
#include <algorithm>

#include "models/exits.h"
#include "models/person_accounts.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "models/work_life.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

double uniform(const World& w, Row row, sim::Purpose purpose) {
  return w.draws.uniform({Key{w.persons.key[row]}, event_of(w.month), purpose});
}

void redraw_budget(World& w, Row row, std::size_t cause) {
  w.persons.budget[cause][row] = static_cast<float>(
      w.draws.exponential({Key{w.persons.key[row]}, event_of(w.month), purpose::stage_budget,
                           static_cast<std::uint16_t>(16 + cause)}));
}

void count_exit(World& w, std::size_t block, Row row, int cause) {
  const auto& p = w.persons;
  w.tally.add(
      block,
      w.layout.of_cell(Tally::Exits, p.cell[row], p.type[row], static_cast<std::size_t>(cause)), 1);
}

void change_stage(World& w, std::size_t block, Row row, Stage to) {
  auto& p = w.persons;
  w.tally.add(block, w.layout.of_cell(Tally::Completed, p.cell[row], p.type[row], p.stage[row]), 1);
  w.tally.add(block, w.layout.at(Tally::StayMonths, p.stage[row]), w.month - p.since[row]);
  enter_stage(w, row, to);
  w.tally.add(block, w.layout.of_cell(Tally::Entered, p.cell[row], p.type[row], p.stage[row]), 1);
  pay_for_entry(w, row);
}

void give_up_job(World& w, std::size_t block, Row row, bool early_counts) {
  auto& p = w.persons;
  if (p.employer[row] == no_employer) return;
  emit(w, block, EffectKind::JobEnds, row);
  constexpr int early = 24;
  if (early_counts && w.month - p.arrived[row] < early)
    emit(w, block, EffectKind::PlacementFailed, row);
  p.employer[row] = no_employer;
}

/// Who leaves Germany loses the settlement permit; the family comes along.
void go_home(World& w, std::size_t block, Row row) {
  w.persons.clear(row, Settled);
  w.persons.family[row] = static_cast<std::uint8_t>(FamilyState::None);
  emit(w, block, EffectKind::CameHome, row);
  change_stage(w, block, row, Stage::Returned);
}

void move_onward(World& w, std::size_t block, Row row) {
  emit(w, block, EffectKind::CameHome, row);
  change_stage(w, block, row, Stage::Onward);
}

/// Acts on the exit that struck. A new employer in the same occupation keeps the stage.
void take_exit(World& w, std::size_t block, Row row, int cause) {
  count_exit(w, block, row, cause);
  const bool holds_place = w.persons.stage_of(row) == Stage::Adaptation &&
                           w.persons.step[row] == static_cast<std::uint8_t>(Step::InWork);
  const auto which = static_cast<ExitCause>(cause);
  if (which != ExitCause::JobLoss) {
    const std::int64_t bond = bond_left(w, row);
    w.tally.add(block, w.layout.at(Tally::BondsPaid), bond);
    if (w.now.on.costs != 0) credit(w, row, -bond);
  }
  if (which == ExitCause::ChangeEmployer) {
    give_up_job(w, block, row, true);
    redraw_budget(w, row, static_cast<std::size_t>(cause));
    return;
  }
  if (holds_place) emit(w, block, EffectKind::FreeBridgingPlace, row);
  give_up_job(w, block, row, which != ExitCause::JobLoss);
  switch (which) {
    case ExitCause::LeaveOccupation:
      change_stage(w, block, row, Stage::OtherWork);
      break;
    case ExitCause::Return:
      go_home(w, block, row);
      break;
    case ExitCause::Onward:
      move_onward(w, block, row);
      break;
    case ExitCause::JobLoss:
      change_stage(w, block, row, Stage::Searching);
      break;
    case ExitCause::ChangeEmployer:
      break;
  }
}

void count_work(World& w, std::size_t block, Row row, bool recognised) {
  auto& p = w.persons;
  const int tau = w.month - p.arrived[row];
  if (tau == 12) count_person(w, block, Tally::Retained12, row);
  if (tau == 36) count_person(w, block, Tally::Retained36, row);
  if (tau == 60) count_person(w, block, Tally::Retained60, row);
  const bool bonded = tau < w.now.types[p.type[row]].bond_months;
  if (bonded) count_person(w, block, Tally::BondedMonths, row);
  if (!recognised) {
    count_person(w, block, Tally::AssistantMonths, row);
  } else if (!bonded && !p.has(row, Indebted)) {
    count_person(w, block, Tally::QualifiedMonths, row);
  }
}

/// Exits that are open to everyone at work. Calls `stay` for whoever is still where it was.
template <class Stay>
void live_and_maybe_leave(World& w, std::size_t block, std::span<const Row> all, bool recognised,
                          Stay&& stay) {
  for (std::size_t first = 0; first < all.size(); first += exit_batch_rows) {
    const auto rows = all.subspan(first, std::min(exit_batch_rows, all.size() - first));
    for (const Row row : rows) count_work(w, block, row, recognised);
    if (w.now.on.integration != 0) integrate(w, rows, recognised);
    live_at_work(w, block, rows, recognised);
    ExitCauses causes;
    causes.fill(-1);
    if (w.now.on.retention != 0) causes = exits_from_work(w, rows, recognised);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (causes[i] >= 0) take_exit(w, block, rows[i], causes[i]);
      const bool is_gone =
          causes[i] >= 0 && static_cast<ExitCause>(causes[i]) != ExitCause::ChangeEmployer;
      if (!is_gone) stay(rows[i]);
    }
  }
}

/// Without recognition there is no title to stay in the occupation.
void lose_title(World& w, std::size_t block, Row row, double return_share) {
  give_up_job(w, block, row, true);
  if (uniform(w, row, purpose::after_failure) < return_share) {
    go_home(w, block, row);
  } else {
    change_stage(w, block, row, Stage::OtherWork);
  }
}

/// The compensation measure is over: pass, try again, or fail for good.
void take_measure_exam(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const auto& rule = w.now.recognition;
  const double odds = rule.exam_pass / std::max(1e-12, 1 - rule.exam_pass) *
                      math::exp(rule.language_effect * (p.level[row] - level_b2));
  const bool passed = uniform(w, row, purpose::measure_exam) * (1 + odds) < odds;
  if (!passed && ++p.fails[row] < rule.exam_attempts) {
    p.due[row] = static_cast<std::int16_t>(w.month + static_cast<int>(rule.exam_wait));
    return;
  }
  emit(w, block, EffectKind::FreeBridgingPlace, row);
  if (passed) {
    p.set(row, FullyRecognised);
    complete_stage(w, block, row);
    return;
  }
  lose_title(w, block, row, rule.fail_return_share);
}

void ask_office(World& w, std::size_t block, Row row, std::size_t office, std::uint32_t priority) {
  auto& p = w.persons;
  if (p.due[row] == no_month) p.due[row] = static_cast<std::int16_t>(w.month);
  w.cases.propose(
      block, {static_cast<std::uint32_t>(office), priority, p.due[row], 0, Key{p.key[row]}, row});
}

/// Who works before the decision: full recognition, refusal, or a measure like everyone else's.
void hear_decision(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  p.clear(row, WorkFirst);
  switch (decision_on(w, block, row)) {
    case RecognitionDecision::Refused:
      lose_title(w, block, row, w.now.recognition.fail_return_share);
      break;
    case RecognitionDecision::Full:
      p.set(row, FullyRecognised);
      complete_stage(w, block, row);
      break;
    case RecognitionDecision::Compensation:
      p.step[row] = static_cast<std::uint8_t>(Step::Waiting);
      p.due[row] = no_month;
      break;
  }
}

/// What a month brings on the way to recognition for someone at work.
void seek_recognition(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const std::size_t occupation = p.cell[row] % w.occupations();
  const bool holds_place = p.step[row] == static_cast<std::uint8_t>(Step::InWork);
  if (w.month - p.arrived[row] >= w.now.recognition.title_months) {
    if (holds_place) emit(w, block, EffectKind::FreeBridgingPlace, row);
    lose_title(w, block, row, 1);
    return;
  }
  switch (static_cast<Step>(p.step[row])) {
    case Step::Before:
      ask_office(w, block, row, w.recognition_office(occupation), p.has(row, Accelerated) ? 0 : 1);
      break;
    case Step::Waiting:
      ask_office(w, block, row, w.bridging_office(occupation), 0);
      break;
    case Step::InWork:
      if (w.month >= p.due[row]) take_measure_exam(w, block, row);
      break;
    case Step::Decision:
      if (w.month >= p.due[row]) hear_decision(w, block, row);
      break;
    case Step::Housing:
      break;
  }
}

}  // namespace

void begin_work(World& w, Row row) {
  auto& p = w.persons;
  const auto& rule = w.now.integration;
  const bool is_new = p.social[row] == 0;
  if (is_new) {
    p.social[row] = static_cast<float>(std::min(
        1.0, rule.social_start + rule.preparation_effect * w.now.types[p.type[row]].preparation));
    p.economic[row] = static_cast<float>(rule.economic_start);
  }
  const bool before_decision = p.has(row, WorkFirst);
  if (p.stage_of(row) == Stage::Adaptation)
    p.step[row] = static_cast<std::uint8_t>(before_decision ? Step::Before : Step::Waiting);
  draw_budgets(w, row, exit_cause_count);
}

void step_adaptation(World& w, std::size_t block, std::span<const Row> rows) {
  live_and_maybe_leave(w, block, rows, false, [&](Row row) { seek_recognition(w, block, row); });
}

void step_employed(World& w, std::size_t block, std::span<const Row> rows) {
  auto& p = w.persons;
  const auto& rule = w.now.retention;
  for (const Row row : rows) {
    if (p.has(row, Settled) || p.recognised[row] == no_month) continue;
    const double needed =
        p.has(row, TrainedInGermany) ? rule.settle_months_trained : rule.settle_months;
    const Month since = std::max(p.recognised[row], p.arrived[row]);
    if (w.month - since < needed) continue;
    p.set(row, Settled);
    count_person(w, block, Tally::Settlements, row);
  }
  live_and_maybe_leave(w, block, rows, true, [](Row) {});
}

void step_searching(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const auto& rule = w.now.retention;
  if (spend_budgets(w, row, std::array{rule.find_job}) == 0) {
    change_stage(w, block, row, p.has(row, FullyRecognised) ? Stage::Employed : Stage::Adaptation);
  } else if (!p.has(row, Settled) && w.month - p.since[row] >= rule.search_window) {
    go_home(w, block, row);
  }
}

void step_other_work(World& w, std::size_t block, std::span<const Row> all) {
  if (w.now.on.retention == 0) return;
  for (std::size_t first = 0; first < all.size(); first += exit_batch_rows) {
    const auto rows = all.subspan(first, std::min(exit_batch_rows, all.size() - first));
    const ExitCauses causes = exits_from_other_work(w, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (causes[i] < 0) continue;
      if (static_cast<ExitCause>(causes[i]) == ExitCause::Return) {
        go_home(w, block, rows[i]);
      } else {
        move_onward(w, block, rows[i]);
      }
    }
  }
}

/// Who comes again has the recognition already and needs a visa and an employer.
void step_returned(World& w, std::size_t block, Row row) {
  if (w.now.on.circular == 0) return;
  auto& p = w.persons;
  if (spend_budgets(w, row, std::array{w.now.retention.remigration}) != 0) return;
  p.arrived[row] = no_month;
  p.applied[row] = static_cast<std::int16_t>(w.month);
  p.partnership[row] = no_partnership;
  change_stage(w, block, row, Stage::Visa);
}

}  // namespace skillscale::models
