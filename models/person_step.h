// The persons' phase: one step of every engaged person, own row only, in parallel blocks; then what
// follows for others.
#pragma once

#include <span>

#include "models/world.h"

namespace skillscale::models {

/// Phase 6 for all persons, and the application of their effects in block order.
void step_persons(World& world);

/// Applies what persons' moves mean for others, in block order.
void apply_effects(World& world);

/// Removes the rows of persons whose path has ended; counts them where they went.
void remove_finished(World& world);

/// Who a new person is.
struct NewPerson {
  sim::Key key;
  std::uint16_t cell;
  PartnershipType type;
};

/// Fills the row of a new person and puts it into its first stage.
void begin_life(World& world, Row row, const NewPerson& person, Stage stage);

/// Aptitude of a person, mean 1.
double aptitude_of(const World& world, sim::Key key);

/// Sets what the person brings along, drawn from its key: aptitude, alignment, whether it remits.
/// Applicants have no traits before they are admitted, for most never are.
void draw_traits(World& world, Row row);

/// Puts a person into a stage: month of entry, step, budgets. Touches the person's own row only.
void enter_stage(World& world, Row row, Stage stage);

bool seeks_recognition(const World& world, Row row);

/// The person's next stage on the route of its type after `stage`; the first stage of work when the
/// route ends.
Stage stage_after(const World& world, Row row, Stage stage);

/// Admitted by a partnership with a training centre, and the training not yet over.
bool holds_centre_seat(const World& world, Row row);

/// Completes the stage the person is in and enters the next one. `block` names the tally row and
/// effect list.
void complete_stage(World& world, std::size_t block, Row row);

/// Ends the person's path in failure: back to the pool, or gone for good when it has left the
/// origin.
void drop_person(World& world, std::size_t block, Row row,
                 EffectKind where = EffectKind::BackToPool);

/// Qualified persons of the pool (already taken out) leave the origin's labour market: the post of
/// one who had work becomes free.
void leave_origin_work(World& world, OriginMarket& market, std::span<const sim::Key> keys);

/// Applicants without a seat who stay at the origin go on with the work they had: as many of them
/// as of those in the pool.
void resume_origin_work(World& world, OriginMarket& market, std::span<const sim::Key> keys);

// What the stage rules share.
inline bool is_abroad(Stage stage) {
  return stage == Stage::Adaptation || stage == Stage::Employed || stage == Stage::Searching ||
         stage == Stage::OtherWork;
}
inline std::uint32_t event_of(Month month) {
  return static_cast<std::uint32_t>(month - sim::first_entry_month);
}
inline constexpr std::uint8_t level_b2 = 4;  ///< position of B2 among the language levels

inline void emit(World& w, std::size_t block, EffectKind kind, Row row) {
  w.effects[block].push_back(
      {kind, w.persons.cell[row], w.persons.partnership[row], w.persons.employer[row], row});
}
inline void count_person(World& w, std::size_t block, Tally tally, Row row) {
  w.tally.add(block, w.layout.of_cell(tally, w.persons.cell[row], w.persons.type[row]), 1);
}

/// Lowers the person's budgets by the hazards and names the cause that strikes, or -1.
int spend_budgets(World& world, Row row, std::span<const double> hazards);
/// Draws the person's budgets for a stay that begins now.
void draw_budgets(World& world, Row row, std::size_t count, std::uint16_t first_index = 0);

// Stage rules, one each (models/person_preparation.cpp, models/person_abroad.cpp): of a person, or
// of all persons of a block.
void step_language(World& world, std::size_t block, Row row);
void step_training(World& world, std::size_t block, Row row);
void step_recognition(World& world, std::size_t block, Row row);
void step_visa(World& world, std::size_t block, Row row);
void step_matching(World& world, std::size_t block, Row row);
void step_adaptation(World& world, std::size_t block, std::span<const Row> rows);
void step_employed(World& world, std::size_t block, std::span<const Row> rows);
void step_searching(World& world, std::size_t block, Row row);
void step_other_work(World& world, std::size_t block, std::span<const Row> rows);
void step_returned(World& world, std::size_t block, Row row);

enum class RecognitionDecision : std::uint8_t { Full, Compensation, Refused };
/// The decision of the recognition office on a person's file; counts it.
RecognitionDecision decision_on(World& world, std::size_t block, Row row);

/// Entry rules that need more than a month and budgets.
void begin_language(World& world, Row row);
void begin_training(World& world, Row row);
void begin_recognition(World& world, Row row);
void begin_visa(World& world, Row row);
void begin_work(World& world, Row row);

}  // namespace skillscale::models
