#include "models/person_counts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "models/person_accounts.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"
#include "sim/vector.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

/// Integration in millionths, halves up.
SKILLSCALE_VECTORISED
void in_millionths(const float* values, std::size_t count, std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const double exact = static_cast<double>(values[i]) * 1e6;
    const auto below = static_cast<std::int32_t>(exact);
    out[i] = below + (exact - static_cast<double>(below) >= 0.5 ? 1 : 0);
  }
}

/// Rows of a block, in order.
struct RowList {
  std::array<Row, sim::block_rows> rows;
  std::size_t count = 0;

  /// Without a branch, because nobody could guess it.
  void add_if(bool belongs, std::size_t row) {
    rows[count] = static_cast<Row>(row);
    count += belongs;
  }
  std::span<const Row> all() const { return {rows.data(), count}; }
};

/// Those at work, and all who earn a wage in Germany.
struct Workers {
  RowList at_work, paid;
};

/// What every person adds, whatever the stage; finds who works.
void count_all(const World& w, std::size_t first, std::size_t last, PersonCounts& counts,
               Workers& workers) {
  const auto& p = w.persons;
  const std::size_t nowhere = w.partnerships.size();
  const PersonIndex person;
  const PreparationIndex preparation;
  std::int64_t* const persons = counts.persons();
  std::int64_t* const months = counts.months();
  std::int64_t* const prepared = counts.prepared();
  for (std::size_t row = first; row < last; ++row) {
    const std::size_t stage = p.stage[row], type = p.type[row];
    const bool has_arrived = p.arrived[row] != no_month;
    const bool on_home_track = (p.flags[row] & HomeTrackSeat) != 0;
    const bool at_work = stage == static_cast<std::size_t>(Stage::Employed) ||
                         stage == static_cast<std::size_t>(Stage::Adaptation);
    ++persons[person(p.cell[row], type, stage, has_arrived, on_home_track)];
    months[stage] += w.month + 1 - p.since[row];
    ++prepared[preparation(std::min<std::size_t>(p.partnership[row], nowhere), type, stage)];
    workers.at_work.add_if(at_work, row);
    workers.paid.add_if(earns_in_germany(static_cast<Stage>(stage), has_arrived), row);
  }
}

void count_integration(const World& w, std::size_t first, std::size_t last,
                       std::span<const Row> at_work, PersonCounts& counts) {
  const auto& p = w.persons;
  std::array<std::int32_t, sim::block_rows> social, economic;
  in_millionths(&p.social[first], last - first, social.data());
  in_millionths(&p.economic[first], last - first, economic.data());
  std::int64_t *const of_social = counts.social(), *const of_economic = counts.economic();
  for (const Row row : at_work) {
    of_social[p.cell[row]] += social[row - first];
    of_economic[p.cell[row]] += economic[row - first];
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

void count_pay(const World& w, const PayTables& tables, std::span<const Row> paid,
               std::size_t first, PersonCounts& counts, double* flows) {
  const auto& p = w.persons;
  std::int64_t *const wages = counts.wages(), *const beside = counts.wages_beside(),
                      *const sent = counts.sent(), *const by_kind = counts.paid();
  for (const Row row : paid) {
    const std::size_t kind = wage_kind(p, row, p.stage_of(row)), cell = p.cell[row];
    const Pay& pay = tables[cell][kind][std::max(0, w.month - p.arrived[row])];
    const bool at_work = kind <= AssistantWage;
    (at_work ? wages[cell * partnership_type_count + p.type[row]] : *beside) += pay.wage;
    const std::int64_t share = sent_home(p, row, pay);
    sent[cell] += share;
    flows[row - first] += static_cast<double>(pay.net - share);
    ++by_kind[cell * wage_kind_count + kind];
  }
}

}  // namespace

std::size_t wage_kind(const Persons& p, Row row, Stage stage) {
  if (stage == Stage::Training) return TraineeWage;
  if (stage == Stage::OtherWork) return OtherWage;
  const bool is_assistant = stage == Stage::Adaptation || !p.has(row, FullyRecognised);
  return is_assistant ? AssistantWage : RecognisedWage;
}

std::int64_t sent_home(const Persons& p, Row row, const Pay& pay) {
  const auto share = p.family_of(row) == FamilyState::Joined ? pay.sent_with_family : pay.sent;
  return p.has(row, Remits) ? share : 0;
}

PersonCounts::PersonCounts(const World& w) {
  const std::size_t cell_count = w.origins.size();
  std::size_t next = 0;
  const auto place_of = [&](std::size_t extent) { return std::exchange(next, next + extent); };
  persons_ = place_of(PersonIndex{}(cell_count, 0, 0, false, false));
  prepared_ = place_of(PreparationIndex{}(w.partnerships.size() + 1, 0, 0));
  months_ = place_of(stage_count);
  social_ = place_of(cell_count);
  economic_ = place_of(cell_count);
  wages_ = place_of(cell_count * partnership_type_count);
  wages_beside_ = place_of(1);
  sent_ = place_of(cell_count);
  paid_ = place_of(cell_count * wage_kind_count);
  cells_.resize(next);
}

void PersonCounts::add(const PersonCounts& other) {
  for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i] += other.cells_[i];
}

PersonCounts count_persons(World& w) {
  const bool with_costs = w.now.on.costs != 0;
  const PayTables tables = with_costs ? pay_tables(w) : PayTables{};
  const auto brought = with_costs ? std::make_optional<MonthFlows>(w) : std::nullopt;
  const std::size_t blocks = sim::block_count(w.persons.size());
  std::vector<PersonCounts> by_run(std::max<std::size_t>(1, sim::run_count(blocks)),
                                   PersonCounts(w));
  sim::for_each_block(w.persons.size(),
                      [&](std::size_t block, std::size_t first, std::size_t last) {
                        auto& counts = by_run[sim::run_of_block(block, blocks)];
                        Workers workers;
                        count_all(w, first, last, counts, workers);
                        count_integration(w, first, last, workers.at_work.all(), counts);
                        if (!brought) return;
                        std::array<double, sim::block_rows> flows;
                        brought->before_pay(first, last, flows.data());
                        count_pay(w, tables, workers.paid.all(), first, counts, flows.data());
                        post_flows(w, first, last, flows.data());
                      });
  for (std::size_t run = 1; run < by_run.size(); ++run) by_run.front().add(by_run[run]);
  return std::move(by_run.front());
}

}  // namespace skillscale::models
