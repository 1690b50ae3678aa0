#include "models/person_counts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"
#include "sim/vector.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

bool is_paid_for(Stage stage) { return stage <= Stage::Matching || stage == Stage::Adaptation; }

std::size_t wage_kind(const Persons& p, Row row, Stage stage) {
  if (stage == Stage::Training) return TraineeWage;
  const bool is_assistant = stage == Stage::Adaptation || !p.has(row, FullyRecognised);
  return is_assistant ? AssistantWage : RecognisedWage;
}

/// Integration in millionths, halves up.
SKILLSCALE_VECTORISED
void in_millionths(const float* values, std::size_t count, std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const double exact = static_cast<double>(values[i]) * 1e6;
    const auto below = static_cast<std::int32_t>(exact);
    out[i] = below + (exact - static_cast<double>(below) >= 0.5 ? 1 : 0);
  }
}

/// Millionths of the integration of a block's persons.
struct Integration {
  std::array<std::int32_t, sim::block_rows> social, economic;
};

/// What every person adds, whatever the stage.
void count_all(const World& w, std::size_t first, std::size_t last, PersonCounts& counts) {
  const auto& p = w.persons;
  const std::size_t nowhere = w.partnerships.size();
  for (std::size_t row = first; row < last; ++row) {
    const std::size_t stage = p.stage[row];
    const bool has_arrived = p.arrived[row] != no_month;
    const bool on_home_track = (p.flags[row] & HomeTrackSeat) != 0;
    ++counts.cells[counts.person(p.cell[row], p.type[row], stage, has_arrived, on_home_track)];
    counts.cells[counts.months(stage)] += w.month + 1 - p.since[row];
    if (!is_paid_for(static_cast<Stage>(stage))) continue;
    const std::size_t partnership = std::min<std::size_t>(p.partnership[row], nowhere);
    ++counts.cells[counts.paid_for(partnership, p.type[row], stage)];
  }
}

void count_at_work(const World& w, std::size_t first, std::size_t last, PersonCounts& counts) {
  const auto& p = w.persons;
  Integration integration;
  in_millionths(&p.social[first], last - first, integration.social.data());
  in_millionths(&p.economic[first], last - first, integration.economic.data());
  for (std::size_t i = first; i < last; ++i) {
    const Stage stage = static_cast<Stage>(p.stage[i]);
    if (stage != Stage::Employed && stage != Stage::Adaptation) continue;
    counts.cells[counts.social(p.cell[i])] += integration.social[i - first];
    counts.cells[counts.economic(p.cell[i])] += integration.economic[i - first];
  }
}

/// Pay by months since arrival, of each kind and cell.
using PayTables = std::vector<std::array<const Pay*, wage_kind_count>>;

PayTables pay_tables(const World& w) {
  PayTables tables(w.origins.size());
  for (std::size_t cell = 0; cell < tables.size(); ++cell) {
    for (std::size_t kind = 0; kind < wage_kind_count; ++kind)
      tables[cell][kind] = &w.tables.pay[kind][cell % w.occupations() * w.tables.horizon];
  }
  return tables;
}

void count_paid(const World& w, const PayTables& tables, std::size_t first, std::size_t last,
                PersonCounts& counts) {
  const auto& p = w.persons;
  for (std::size_t i = first; i < last; ++i) {
    const Stage stage = static_cast<Stage>(p.stage[i]);
    const bool at_work = stage == Stage::Employed || stage == Stage::Adaptation;
    const bool is_trainee = stage == Stage::Training && p.arrived[i] != no_month;
    if (!at_work && !is_trainee) continue;
    const std::size_t kind = wage_kind(p, static_cast<Row>(i), stage), cell = p.cell[i];
    const Pay& pay = tables[cell][kind][std::max(0, w.month - p.arrived[i])];
    counts.cells[counts.wages(cell, p.type[i])] += pay.wage;
    counts.cells[counts.sent(cell)] += (p.flags[i] & Remits) != 0 ? pay.sent : 0;
    ++counts.cells[counts.paid(kind, cell)];
  }
}

}  // namespace

PersonCounts::PersonCounts(const World& w) {
  const std::size_t cell_count = w.origins.size();
  std::size_t next = cell_count * partnership_type_count * stage_count * 4;
  const auto row_of = [&](std::size_t extent) { return std::exchange(next, next + extent); };
  paid_for_ = row_of((w.partnerships.size() + 1) * partnership_type_count * stage_count);
  months_ = row_of(stage_count);
  social_ = row_of(cell_count);
  economic_ = row_of(cell_count);
  wages_ = row_of(cell_count * partnership_type_count);
  sent_ = row_of(cell_count);
  paid_ = row_of(cell_count * wage_kind_count);
  cells.resize(next);
}

PersonCounts count_persons(const World& w) {
  const bool with_costs = w.now.on.costs != 0;
  const PayTables tables = with_costs ? pay_tables(w) : PayTables{};
  const std::size_t blocks = sim::block_count(w.persons.size());
  std::vector<PersonCounts> by_run(std::max<std::size_t>(1, sim::run_count(blocks)),
                                   PersonCounts(w));
  sim::for_each_block(w.persons.size(),
                      [&](std::size_t block, std::size_t first, std::size_t last) {
                        auto& counts = by_run[sim::run_of_block(block, blocks)];
                        count_all(w, first, last, counts);
                        count_at_work(w, first, last, counts);
                        if (with_costs) count_paid(w, tables, first, last, counts);
                      });
  auto& all = by_run.front().cells;
  for (std::size_t run = 1; run < by_run.size(); ++run) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += by_run[run].cells[i];
  }
  return std::move(by_run.front());
}

}  // namespace skillscale::models
