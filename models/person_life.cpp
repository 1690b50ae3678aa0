// How a person's row begins, and how a stay in a stage begins.
#include <algorithm>
#include <array>

#include "models/person_accounts.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "models/work_life.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/population.h"

namespace skillscale::models {

using sim::Key;

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
  std::array<double, budget_count> budgets{};
  w.draws.exponentials({Key{p.key[row]}, event_of(w.month), purpose::stage_budget, first_index},
                       std::span(budgets).first(count));
  for (std::size_t k = 0; k < count; ++k) p.budget[k][row] = static_cast<float>(budgets[k]);
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
    draw_family(w, row);
    begin_work(w, row);
  }
  w.tally.add(w.layout.of_cell(Tally::Entered, p.cell[row], p.type[row], p.stage[row]), 1);
  p.account[row] = 0;
  pay_for_entry(w, row);
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

}  // namespace skillscale::models
