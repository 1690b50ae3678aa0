#include "models/person_sums.h"

#include <algorithm>

#include "models/month_tables.h"
#include "models/partnership.h"
#include "models/person_counts.h"
#include "models/pool.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

namespace math = sim::math;

/// Alike persons of a cell, type and stage.
struct Alike {
  std::size_t cell, type;
  Stage stage;
  bool has_arrived, on_home_track;
  std::int64_t persons;
};

template <class Visit>
void for_each_group(const World& w, PersonCounts& counts, Visit&& visit) {
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (std::size_t type = 0; type < partnership_type_count; ++type) {
      for (std::size_t stage = 0; stage < stage_count; ++stage) {
        for (const bool arrived : {false, true}) {
          for (const bool home : {false, true}) {
            const auto persons = counts.persons()[PersonIndex{}(cell, type, stage, arrived, home)];
            if (persons == 0) continue;
            visit(Alike{cell, type, static_cast<Stage>(stage), arrived, home, persons});
          }
        }
      }
    }
  }
}

void put_on_board(World& w, PersonCounts& counts) {
  for_each_group(w, counts, [&](const Alike& a) {
    w.tally.add(w.layout.of_cell(Tally::Stock, a.cell, a.type, static_cast<std::size_t>(a.stage)),
                a.persons);
  });
  for (std::size_t stage = 0; stage < stage_count; ++stage)
    w.tally.add(w.layout.at(Tally::TimeInStage, stage), counts.months()[stage]);
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    w.tally.add(w.layout.of_cell(Tally::SocialIntegration, cell), counts.social()[cell]);
    w.tally.add(w.layout.of_cell(Tally::EconomicIntegration, cell), counts.economic()[cell]);
    for (std::size_t type = 0; type < partnership_type_count; ++type)
      w.tally.add(w.layout.of_cell(Tally::WageBill, cell, type),
                  counts.wages()[cell * partnership_type_count + type]);
  }
}

/// Where they are, and what they earn and give up.
void add_groups(const World& w, PersonCounts& counts, PersonSums& sums) {
  const auto income = home_income(w);
  std::vector<std::int64_t> forgoing(w.origins.size() * 2, 0);
  for_each_group(w, counts, [&](const Alike& a) {
    const auto group = group_of(static_cast<PartnershipType>(a.type));
    const bool abroad = a.has_arrived && a.stage != Stage::Returned;
    if (group == PoolGroup::Qualified) {
      const bool gone = abroad || a.stage == Stage::Language;
      (gone ? sums.away : sums.working_at_origin)[a.cell] += a.persons;
    }
    if (a.on_home_track && a.stage == Stage::Training) sums.home_trainees[a.cell] += a.persons;
    if (!a.on_home_track && gives_up_origin_income(a.stage, abroad))
      forgoing[a.cell * 2 + static_cast<std::size_t>(group)] += a.persons;
    if (a.stage == Stage::Employed || a.stage == Stage::Adaptation)
      sums.at_work[a.cell % w.occupations()] += a.persons;
    if (a.stage == Stage::Searching) sums.searching += a.persons;
  });
  for (std::size_t i = 0; i < forgoing.size(); ++i)
    sums.forgone += static_cast<double>(forgoing[i]) * income[i];
}

void add_money(const World& w, PersonCounts& counts, PersonSums& sums) {
  sums.wages = *counts.wages_beside();
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (std::size_t type = 0; type < partnership_type_count; ++type)
      sums.wages += counts.wages()[cell * partnership_type_count + type];
    const std::int64_t sent = counts.sent()[cell];
    sums.remitted_by_origin[cell / w.occupations()] += sent;
    sums.remitted += sent;
    for (std::size_t kind = 0; kind < wage_kind_count; ++kind)
      sums.output += w.tables.output_cents[kind][cell % w.occupations()] *
                     counts.paid()[cell * wage_kind_count + kind];
  }
  const auto table = preparation_costs(w);
  for (std::size_t k = 0; k <= w.partnerships.size(); ++k) {
    const bool alone = k < w.partnerships.size() && w.partnerships[k].self_financed;
    for (std::size_t type = 0; type < partnership_type_count; ++type) {
      for (std::size_t stage = 0; stage < stage_count; ++stage) {
        if (!is_paid_for(static_cast<Stage>(stage))) continue;
        sums.preparation[preparation_index(alone, type, stage)] +=
            table[k * stage_count + stage] * counts.prepared()[PreparationIndex{}(k, type, stage)];
      }
    }
  }
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

std::vector<std::int64_t> preparation_costs(const World& w) {
  std::vector<std::int64_t> table((w.partnerships.size() + 1) * stage_count);
  const double best = best_experience(w);
  for (std::size_t k = 0; k <= w.partnerships.size(); ++k) {
    const double factor = k < w.partnerships.size() ? cost_factor(w, w.partnerships[k], best) : 1;
    for (std::size_t s = 0; s < stage_count; ++s)
      table[k * stage_count + s] = cents(w.now.stages[s].cost_per_month * factor);
  }
  return table;
}

bool is_paid_for(Stage stage) { return stage <= Stage::Matching || stage == Stage::Adaptation; }

bool gives_up_origin_income(Stage stage, bool is_abroad) {
  return stage == Stage::Language || stage == Stage::Training || is_abroad;
}

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

/// Share of the qualified persons at the origin who work in the occupation.
double share_at_work(const World& w, const OriginMarket& m) {
  if (m.stock_at_start <= 0) return 1;
  const auto stock = static_cast<double>(
      std::max<std::int64_t>(1, pool_of(w, m.cell, PoolGroup::Qualified).present));
  return std::min(1.0, static_cast<double>(m.employed) / stock);
}

PersonSums sum_persons(World& w) {
  PersonCounts counts = count_persons(w);
  PersonSums sums;
  sums.preparation.assign(std::size_t{2} * partnership_type_count * stage_count, 0);
  sums.remitted_by_origin.assign(w.now.origins.size(), 0);
  sums.at_work.assign(w.occupations(), 0);
  sums.home_trainees.assign(w.origins.size(), 0);
  sums.working_at_origin = sums.away = sums.home_trainees;
  put_on_board(w, counts);
  if (w.now.on.costs == 0) return sums;
  add_groups(w, counts, sums);
  add_money(w, counts, sums);
  add_entry_costs(w, sums);
  return sums;
}

}  // namespace skillscale::models
