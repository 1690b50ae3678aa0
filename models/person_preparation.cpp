// Stage rules before work in Germany: waiting for a seat, language, training, recognition, visa,
// search for an employer.
#include <algorithm>
#include <cmath>

#include "models/authority.h"
#include "models/destination_market.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "models/table_rows.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

constexpr double months_between_exams = 6;

double uniform(const World& w, Row row, sim::Purpose purpose, std::uint16_t index = 0) {
  return w.draws.uniform({Key{w.persons.key[row]}, event_of(w.month), purpose, index});
}

/// Asks for a token or a place; the office's queue is first come, first served within a class.
void ask_office(World& w, std::size_t block, Row row, std::size_t office, std::uint32_t priority) {
  auto& p = w.persons;
  if (p.due[row] == no_month) p.due[row] = static_cast<std::int16_t>(w.month);
  w.cases.propose(
      block, {static_cast<std::uint32_t>(office), priority, p.due[row], 0, Key{p.key[row]}, row});
}

/// Waiting long since application makes every hazard of giving up grow.
double waiting_factor(const World& w, Row row) {
  const auto months = static_cast<std::size_t>(std::max(0, w.month - w.persons.applied[row]));
  return w.tables.waiting[std::min(months, w.tables.waiting.size() - 1)];
}

std::int16_t due_in(const World& w, double months) {
  const double whole = std::max(1.0, months);
  return static_cast<std::int16_t>(w.month + static_cast<int>(whole) +
                                   (whole > static_cast<int>(whole) ? 1 : 0));
}

std::size_t origin_of(const World& w, Row row) { return w.persons.cell[row] / w.occupations(); }
std::size_t occupation_of(const World& w, Row row) { return w.persons.cell[row] % w.occupations(); }
const TypeParameters& channel_of(const World& w, Row row) {
  return w.now.types[w.persons.type[row]];
}

bool waits(const World& w, Row row) {
  return w.persons.step[row] == static_cast<std::uint8_t>(Step::Waiting);
}
bool works(const World& w, Row row) {
  return w.persons.step[row] == static_cast<std::uint8_t>(Step::InWork);
}

double logit(double share) { return math::log(share / (1 - share)); }

void fall_back_one_level(World& w, Row row) {
  if (w.persons.level[row] > 0) --w.persons.level[row];
  w.persons.budget[2][row] = static_cast<float>(
      w.draws.exponential({Key{w.persons.key[row]}, event_of(w.month), purpose::stage_budget, 7}));
}

// ---- language -----------------------------------------------------------------------------------

/// One attempt at the examination of the next level.
void take_language_exam(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const bool passed = uniform(w, row, purpose::language_exam) < w.now.language.pass;
  if (passed) {
    if (++p.level[row] == level_b2) count_person(w, block, Tally::B2Reached, row);
    p.fails[row] = static_cast<std::uint8_t>(p.fails[row] & ~1U);
  } else {
    p.fails[row] = static_cast<std::uint8_t>(std::min((p.fails[row] | 1U) + 2U, 251U));
  }
  p.budget[0][row] = static_cast<float>(
      w.draws.exponential({Key{p.key[row]}, event_of(w.month), purpose::stage_budget, 8}));
  if (p.level[row] >= channel_of(w, row).language_target) {
    emit(w, block, EffectKind::FreeLanguagePlace, row);
    complete_stage(w, block, row);
  }
}

// ---- recognition --------------------------------------------------------------------------------

double chance_of_full(const World& w, Row row) {
  const auto& occupation = w.now.occupations[occupation_of(w, row)];
  if (occupation.full_share <= 0 || occupation.full_share >= 1) return occupation.full_share;
  constexpr double reference_alignment = 0.3;
  const double alignment = std::min(1.0, w.persons.alignment[row] + channel_of(w, row).alignment);
  const double odds = logit(occupation.full_share) +
                      occupation.alignment_effect * (alignment - reference_alignment);
  return 1 / (1 + math::exp(-odds));
}

void decide_recognition(World& w, std::size_t block, Row row) {
  const auto decision = decision_on(w, block, row);
  if (decision == RecognitionDecision::Refused) {
    drop_person(w, block, row);
    return;
  }
  if (decision == RecognitionDecision::Full) w.persons.set(row, FullyRecognised);
  complete_stage(w, block, row);
}

// ---- training -----------------------------------------------------------------------------------

/// Trainees of a type with two tracks may change between them in the first months.
void maybe_change_track(World& w, Row row) {
  auto& p = w.persons;
  const auto& channel = channel_of(w, row);
  if (w.month - p.since[row] > channel.switch_months || p.arrived[row] != no_month) return;
  const bool at_home = p.has(row, HomeTrackSeat);
  const double hazard = at_home ? channel.switch_away : channel.switch_home;
  if (uniform(w, row, purpose::change_of_track) >= sim::probability(hazard)) return;
  if (at_home) {
    p.clear(row, HomeTrackSeat);
  } else {
    p.set(row, HomeTrackSeat);
  }
}

// ---- visa ---------------------------------------------------------------------------------------

/// With a visa in hand: off to Germany, or a wait for housing where the Land has too little.
void leave_with_visa(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const std::size_t land = land_of_employer(w, p.employer[row], Key{p.key[row]});
  if (w.now.land_arrivals[land] >= rows::unlimited) {
    complete_stage(w, block, row);
    return;
  }
  if (p.step[row] != static_cast<std::uint8_t>(Step::Housing)) {
    p.step[row] = static_cast<std::uint8_t>(Step::Housing);
    p.due[row] = no_month;
  }
  ask_office(w, block, row, w.housing_office(land), 0);
}

}  // namespace

RecognitionDecision decision_on(World& w, std::size_t block, Row row) {
  const double refused = w.now.occupations[occupation_of(w, row)].refused_share;
  const double u = uniform(w, row, purpose::decision);
  if (u < refused) {
    count_person(w, block, Tally::DecidedRefused, row);
    return RecognitionDecision::Refused;
  }
  const bool full = (u - refused) / (1 - refused) < chance_of_full(w, row);
  count_person(w, block, full ? Tally::DecidedFull : Tally::DecidedCompensation, row);
  return full ? RecognitionDecision::Full : RecognitionDecision::Compensation;
}

void begin_language(World& w, Row row) {
  w.persons.step[row] = static_cast<std::uint8_t>(Step::Waiting);
  draw_budgets(w, row, 2);
}

void step_language(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const auto& language = w.now.language;
  if (waits(w, row) && p.level[row] >= channel_of(w, row).language_target) {
    complete_stage(w, block, row);
    return;
  }
  const double drop = language.drop * waiting_factor(w, row) * w.tables.failing[p.fails[row] >> 1U];
  const bool retakes = (p.fails[row] & 1U) != 0;
  const std::size_t next_level = std::min<std::size_t>(p.level[row] + 1U, language_level_count - 1);
  const double pace =
      retakes ? 1 / language.retake_months : p.aptitude[row] / language.months_to[next_level];
  const int cause = spend_budgets(w, row, std::array{works(w, row) ? pace : 0.0, drop});
  if (cause == 0) {
    take_language_exam(w, block, row);
  } else if (cause == 1) {
    if (works(w, row)) emit(w, block, EffectKind::FreeLanguagePlace, row);
    drop_person(w, block, row);
  } else if (waits(w, row)) {
    ask_office(w, block, row, w.language_office(origin_of(w, row)), 0);
  }
}

void begin_training(World& w, Row row) {
  w.persons.due[row] = due_in(w, channel_of(w, row).training_months);
  draw_budgets(w, row, 1);
}

void step_training(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const auto& channel = channel_of(w, row);
  constexpr int probation = 4;
  const double hazard =
      w.month - p.since[row] <= probation ? channel.early_drop : channel.late_drop;
  bool failed = spend_budgets(w, row, std::array{hazard}) == 0;
  bool passed = false;
  if (!failed && w.month >= p.due[row]) {
    const std::uint16_t partnership = p.partnership[row];
    const double quality = partnership == no_partnership ? 1 : w.partnerships[partnership].quality;
    passed = uniform(w, row, purpose::training_exam) < channel.exam_pass * quality;
    failed = !passed && ++p.fails[row] >= channel.exam_attempts;
    p.due[row] = due_in(w, months_between_exams);
  }
  if (!passed && !failed) {
    if (channel.switch_months > 0) maybe_change_track(w, row);
    return;
  }
  if (passed) {
    complete_stage(w, block, row);
  } else {
    drop_person(w, block, row);
  }
}

void begin_recognition(World& w, Row row) {
  auto& p = w.persons;
  const auto& channel = channel_of(w, row);
  const bool complete = uniform(w, row, purpose::file_complete) < channel.completeness;
  p.step[row] = static_cast<std::uint8_t>(complete ? Step::Waiting : Step::Before);
  if (uniform(w, row, purpose::accelerated) < channel.accelerated_share) p.set(row, Accelerated);
  draw_budgets(w, row, 2);
}

void step_recognition(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const auto& rule = w.now.recognition;
  const bool incomplete = p.step[row] == static_cast<std::uint8_t>(Step::Before);
  const double drop = rule.withdraw * waiting_factor(w, row);
  const int cause =
      spend_budgets(w, row, std::array{incomplete ? 1 / rule.return_months : 0.0, drop});
  if (cause == 1) {
    drop_person(w, block, row);
  } else if (cause == 0) {
    p.step[row] = static_cast<std::uint8_t>(Step::Waiting);
  } else if (waits(w, row)) {
    ask_office(w, block, row, w.recognition_office(occupation_of(w, row)),
               p.has(row, Accelerated) ? 0 : 1);
  } else if (works(w, row) && w.month >= p.due[row]) {
    decide_recognition(w, block, row);
  }
}

void begin_visa(World& w, Row row) {
  auto& p = w.persons;
  p.step[row] = static_cast<std::uint8_t>(Step::Waiting);
  if (uniform(w, row, purpose::accelerated, 1) < channel_of(w, row).accelerated_share)
    p.set(row, Accelerated);
  if (w.now.visa.one_stop > 0 && uniform(w, row, purpose::one_stop) < w.now.visa.one_stop) {
    p.step[row] = static_cast<std::uint8_t>(Step::InWork);
    p.due[row] = month_after(w, visa_case_months(w, Key{p.key[row]}));
  }
  draw_budgets(w, row, 3);
}

void step_visa(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  const double lapse = w.now.visa.lapse * waiting_factor(w, row);
  const int cause = spend_budgets(w, row, std::array{0.0, lapse, w.now.language.decay});
  if (cause == 2) fall_back_one_level(w, row);
  if (cause == 1) {
    drop_person(w, block, row);
  } else if (waits(w, row)) {
    ask_office(w, block, row, w.visa_office(origin_of(w, row)), p.has(row, Accelerated) ? 0 : 1);
  } else if (p.step[row] == static_cast<std::uint8_t>(Step::Housing)) {
    leave_with_visa(w, block, row);
  } else if (w.month >= p.due[row]) {
    const bool refused =
        uniform(w, row, purpose::visa_decision) < w.now.origins[origin_of(w, row)].visa_refusal;
    if (refused) {
      drop_person(w, block, row);
    } else {
      leave_with_visa(w, block, row);
    }
  }
}

void step_matching(World& w, std::size_t block, Row row) {
  auto& p = w.persons;
  if (w.now.on.matching == 0) {
    complete_stage(w, block, row);
    return;
  }
  if (p.employer[row] != no_employer) {
    complete_stage(w, block, row);
    return;
  }
  const int cause =
      spend_budgets(w, row, std::array{0.0, w.now.matching.withdraw * waiting_factor(w, row)});
  if (cause == 1) {
    drop_person(w, block, row);
    return;
  }
  const bool by_public_staff = p.type_of(row) <= PartnershipType::DualTrack;
  if (by_public_staff) {
    ask_office(w, block, row, w.placement_office(), 0);
  } else {
    w.applications.propose(block, {0, 0, 0, 0, Key{p.key[row]}, row});
  }
}

}  // namespace skillscale::models
