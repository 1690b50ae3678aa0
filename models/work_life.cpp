#include "models/work_life.h"

#include <algorithm>
#include <array>
#include <limits>

#include "models/exits.h"
#include "models/month_tables.h"
#include "models/person_accounts.h"
#include "models/person_step.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

/// Rows of a batch for which a draw is due.
struct Drawn {
  std::array<Row, exit_batch_rows> rows;
  std::array<Key, exit_batch_rows> keys;
  std::array<double, exit_batch_rows> uniforms;
  std::size_t count = 0;

  void add_if(bool belongs, const World& w, Row row) {
    rows[count] = row;
    keys[count] = Key{w.persons.key[row]};
    count += belongs;
  }

  template <class Visit>
  void for_each_below(const World& w, sim::Purpose purpose, double probability, Visit&& visit) {
    w.draws.uniforms(std::span(keys).first(count), event_of(w.month), purpose, 0,
                     std::span(uniforms).first(count));
    for (std::size_t i = 0; i < count; ++i) {
      if (uniforms[i] < probability) visit(rows[i]);
    }
  }
};

void learn_language(World& w, std::size_t block, std::span<const Row> rows) {
  if (w.now.language.at_work <= 0) return;
  auto& p = w.persons;
  constexpr std::uint8_t highest = language_level_count - 1;
  Drawn learners;
  for (const Row row : rows) learners.add_if(p.level[row] < highest, w, row);
  learners.for_each_below(w, purpose::language_at_work, sim::probability(w.now.language.at_work),
                          [&](Row row) {
                            if (++p.level[row] == level_b2)
                              count_person(w, block, Tally::B2Reached, row);
                          });
}

void reunite_families(World& w, std::size_t block, std::span<const Row> rows) {
  if (w.now.on.family == 0) return;
  auto& p = w.persons;
  Drawn waiting;
  for (const Row row : rows) {
    const bool may_join = p.family_of(row) == FamilyState::Abroad &&
                          w.month - p.arrived[row] >= w.now.family.wait_months;
    waiting.add_if(may_join, w, row);
  }
  waiting.for_each_below(w, purpose::family_joins, sim::probability(w.now.family.join),
                         [&](Row row) {
                           p.family[row] = static_cast<std::uint8_t>(FamilyState::Joined);
                           count_person(w, block, Tally::FamiliesJoined, row);
                         });
}

/// Interest first, then the debt itself.
void serve_debt(World& w, std::size_t block, std::span<const Row> rows, bool recognised) {
  if (w.now.on.debt == 0 || w.now.on.costs == 0) return;
  auto& p = w.persons;
  const auto& kinds = w.tables.pay[recognised ? RecognisedWage : AssistantWage];
  const double net_share = 1 - w.now.wages.tax_share - w.now.wages.social_share;
  for (const Row row : rows) {
    if (!p.has(row, Indebted)) continue;
    const std::size_t occupation = p.cell[row] % w.occupations();
    const auto tau = static_cast<std::size_t>(std::max(0, w.month - p.arrived[row]));
    const auto wage = static_cast<double>(kinds[occupation * w.tables.horizon + tau].wage);
    const auto owed = p.debt[row] + math::round_to_integer(static_cast<double>(p.debt[row]) *
                                                           w.now.migration.debt_interest);
    const auto able = math::round_to_integer(wage * net_share * w.now.migration.debt_repayment);
    const std::int64_t paid = std::min(owed, able);
    w.tally.add(block, w.layout.at(Tally::DebtRepaid), paid);
    credit(w, row, -paid);
    p.debt[row] = static_cast<std::int32_t>(
        std::min<std::int64_t>(owed - paid, std::numeric_limits<std::int32_t>::max()));
    if (p.debt[row] == 0) p.clear(row, Indebted);
  }
}

}  // namespace

void draw_family(World& w, Row row) {
  auto& p = w.persons;
  const bool stays_behind = w.now.on.family != 0 &&
                            w.draws.uniform({Key{p.key[row]}, event_of(w.month), purpose::family}) <
                                w.now.family.abroad_share;
  p.family[row] = static_cast<std::uint8_t>(stays_behind ? FamilyState::Abroad : FamilyState::None);
}

void let_debt_grow(World& w, Row row) {
  auto& p = w.persons;
  if (w.now.on.debt == 0 || p.debt[row] == 0) return;
  const double months = std::max(0, w.month - p.applied[row]);
  const double grown = static_cast<double>(p.debt[row]) *
                       math::exp(months * math::log1p(w.now.migration.debt_interest));
  constexpr double most = std::numeric_limits<std::int32_t>::max();
  p.debt[row] = static_cast<std::int32_t>(math::round_to_integer(std::min(grown, most)));
}

void live_at_work(World& w, std::size_t block, std::span<const Row> rows, bool recognised) {
  learn_language(w, block, rows);
  reunite_families(w, block, rows);
  serve_debt(w, block, rows, recognised);
}

std::int64_t bond_left(const World& w, Row row) {
  const auto& p = w.persons;
  const auto& channel = w.now.types[p.type[row]];
  const double tau = w.month - p.arrived[row];
  if (channel.bond <= 0 || tau >= channel.bond_months) return 0;
  return cents(channel.bond * (1 - std::max(0.0, tau) / channel.bond_months));
}

}  // namespace skillscale::models
