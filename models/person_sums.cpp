#include "models/person_sums.h"

#include <algorithm>

#include "models/month_tables.h"
#include "models/partnership.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

/// Monthly cost per stage in cents for every partnership, and for no partnership in the last row.
std::vector<std::int64_t> cost_table(const World& w) {
  std::vector<std::int64_t> table((w.partnerships.size() + 1) * stage_count);
  for (std::size_t k = 0; k <= w.partnerships.size(); ++k) {
    const double factor = k < w.partnerships.size() ? cost_factor(w, w.partnerships[k]) : 1;
    for (std::size_t s = 0; s < stage_count; ++s)
      table[k * stage_count + s] = cents(w.now.stages[s].cost_per_month * factor);
  }
  return table;
}

bool is_preparing(Stage stage) { return stage <= Stage::Matching; }
bool gives_up_origin_income(Stage stage, bool is_abroad) {
  return stage == Stage::Language || stage == Stage::Training || is_abroad;
}

/// Expected income at home in EUR at purchasing power, by cell and pool group.
std::vector<double> home_income(const World& w) {
  std::vector<double> income(w.origins.size() * 2, 0.0);
  for (const auto& m : w.origins) {
    if (!m.present) continue;
    const auto& origin = w.now.origins[static_cast<std::size_t>(m.origin)];
    income[std::size_t{m.cell} * 2] = share_at_work(w, m) * m.wage / origin.price_level;
    income[std::size_t{m.cell} * 2 + 1] = unqualified_share * m.wage / origin.price_level;
  }
  return income;
}

std::size_t wage_row(const World& w, Row row, Stage stage) {
  if (stage == Stage::Training) return TraineeWage;
  return stage == Stage::Adaptation || !w.persons.has(row, FullyRecognised) ? AssistantWage
                                                                            : RecognisedWage;
}

void pay_wage(World& w, Row row, Stage stage, PersonSums& sums) {
  const auto& p = w.persons;
  const std::size_t occupation = p.cell[row] % w.occupations(),
                    origin = p.cell[row] / w.occupations();
  const auto tau = static_cast<std::size_t>(std::max(0, w.month - p.arrived[row]));
  const std::size_t kind = wage_row(w, row, stage);
  const std::int64_t wage = w.tables.wage_cents[kind][occupation * w.tables.horizon + tau];
  w.tally.add(w.layout.of_cell(Tally::WageBill, p.cell[row], p.type[row]), wage);
  sums.wages += wage;
  sums.output += w.tables.output_cents[kind][occupation];
  if (stage != Stage::Training) ++sums.at_work[occupation];
  if (w.now.on.remittances == 0 || !p.has(row, Remits)) return;
  const double net =
      static_cast<double>(wage) * (1 - w.now.wages.tax_share - w.now.wages.social_share);
  const auto sent =
      math::round_to_integer(net * w.now.wages.remit_share * w.tables.remit_fade[tau]);
  sums.remitted_by_origin[origin] += sent;
  sums.remitted += sent;
}

/// One-off costs of persons who entered a stage this month, per type and stage.
void add_entry_costs(const World& w, PersonSums& sums) {
  for (std::size_t s = 0; s < stage_count; ++s) {
    const std::int64_t once = cents(w.now.stages[s].cost_once);
    if (once == 0) continue;
    for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
      for (std::size_t t = 0; t < partnership_type_count; ++t) {
        const auto entered = w.tally.cells()[w.layout.of_cell(Tally::Entered, cell, t, s)];
        sums.preparation[preparation_index(false, t, s)] += once * entered;
      }
    }
  }
}

}  // namespace

/// Share of the qualified persons at the origin who work in the occupation.
double share_at_work(const World& w, const OriginMarket& m) {
  if (m.stock_at_start <= 0) return 1;
  const auto stock = static_cast<double>(
      std::max<std::int64_t>(1, pool_of(w, m.cell, PoolGroup::Qualified).present));
  return std::min(1.0, static_cast<double>(m.employed) / stock);
}

PersonSums sum_persons(World& w) {
  const auto& p = w.persons;
  const bool costs = w.now.on.costs != 0;
  PersonSums sums;
  sums.preparation.assign(std::size_t{2} * partnership_type_count * stage_count, 0);
  sums.remitted_by_origin.assign(w.now.origins.size(), 0);
  sums.at_work.assign(w.occupations(), 0);
  sums.home_trainees.assign(w.origins.size(), 0);
  sums.working_at_origin = sums.away = sums.home_trainees;
  const auto table = costs ? cost_table(w) : std::vector<std::int64_t>{};
  const auto income = costs ? home_income(w) : std::vector<double>{};
  std::vector<std::int64_t> forgoing(w.origins.size() * 2, 0);
  for (Row row = 0; row < p.size(); ++row) {
    if (p.has(row, Gone)) continue;
    const Stage stage = p.stage_of(row);
    const std::size_t cell = p.cell[row];
    w.tally.add(w.layout.of_cell(Tally::Stock, cell, p.type[row], p.stage[row]), 1);
    w.tally.add(w.layout.at(Tally::TimeInStage, p.stage[row]), w.month + 1 - p.since[row]);
    const bool abroad = p.arrived[row] != no_month && stage != Stage::Returned;
    const bool at_work = stage == Stage::Employed || stage == Stage::Adaptation;
    if (at_work) {
      w.tally.add(w.layout.of_cell(Tally::SocialIntegration, cell),
                  math::round_to_integer(p.social[row] * 1e6));
      w.tally.add(w.layout.of_cell(Tally::EconomicIntegration, cell),
                  math::round_to_integer(p.economic[row] * 1e6));
    }
    if (!costs) continue;
    const auto group = static_cast<std::size_t>(group_of(p.type_of(row)));
    if (group_of(p.type_of(row)) == PoolGroup::Qualified) {
      const bool gone = abroad || stage == Stage::Language;
      ++(gone ? sums.away : sums.working_at_origin)[cell];
    }
    const bool on_home_track = p.has(row, HomeTrackSeat);
    if (on_home_track && stage == Stage::Training) ++sums.home_trainees[cell];
    if (!on_home_track && gives_up_origin_income(stage, abroad)) ++forgoing[cell * 2 + group];
    if (at_work || (stage == Stage::Training && abroad)) pay_wage(w, row, stage, sums);
    if (stage == Stage::Searching) ++sums.searching;
    if (!is_preparing(stage) && stage != Stage::Adaptation) continue;
    const std::size_t k =
        p.partnership[row] == no_partnership ? w.partnerships.size() : p.partnership[row];
    const bool alone = k < w.partnerships.size() && w.partnerships[k].self_financed;
    sums.preparation[preparation_index(alone, p.type[row], p.stage[row])] +=
        table[k * stage_count + p.stage[row]];
  }
  for (std::size_t i = 0; i < forgoing.size() && costs; ++i)
    sums.forgone += static_cast<double>(forgoing[i]) * income[i];
  if (costs) add_entry_costs(w, sums);
  return sums;
}

}  // namespace skillscale::models
