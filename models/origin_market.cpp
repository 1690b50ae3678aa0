#include "models/origin_market.h"

#include <algorithm>

#include "models/aspiration.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::Key;
namespace math = sim::math;

constexpr double monthly_smoothing = 1.0 / 12;

const OriginOccupation& pair_of(const World& w, const OriginMarket& m) {
  return w.now.origins[static_cast<std::size_t>(m.origin)]
      .occupation[static_cast<std::size_t>(m.occupation)];
}
Key key_of(const OriginMarket& m) { return sim::make_key(market_cell, 0, 0x10000U + m.cell); }

void lose_by_attrition(World& w, OriginMarket& m, Pool& pool) {
  const double share = sim::probability(pair_of(w, m).attrition);
  const auto gone =
      w.draws.binomial({key_of(m), event_of(w.month), purpose::attrition}, pool.present, share);
  const double employed_share =
      pool.present > 0 ? static_cast<double>(m.employed) / static_cast<double>(pool.present) : 0;
  const auto from_work =
      w.draws.binomial({key_of(m), event_of(w.month), purpose::leavers_attrition}, gone,
                       std::min(1.0, employed_share));
  leave_by_attrition(pool, gone);
  m.employed = std::clamp<std::int64_t>(m.employed - from_work, 0, pool.present);
  w.tally.add(w.layout.of_cell(Tally::Attrition, m.cell), gone);
}

/// Given, or what keeps the unemployed share of the start steady against separations, attrition and
/// graduates, who all begin without work.
double finding_probability(const OriginOccupation& pair) {
  if (pair.finding >= 0) return sim::probability(pair.finding);
  const double share = pair.unemployed_share;
  if (share <= 0) return 1;
  const double stays = 1 - sim::probability(pair.attrition);
  const double graduates = pair.stock > 0 ? pair.graduates_per_month / pair.stock : 0;
  const double idle = stays * (share + sim::probability(pair.separation) * (1 - share));
  const double idle_after = share * stays - (1 - share) * graduates;
  return std::clamp(1 - idle_after / idle, 0.0, 1.0);
}

/// Jobs end and are found; posts that migrants left are open to the unemployed.
void turn_over_jobs(World& w, OriginMarket& m, const Pool& pool) {
  const auto& pair = pair_of(w, m);
  const auto lost = w.draws.binomial({key_of(m), event_of(w.month), purpose::separations},
                                     m.employed, sim::probability(pair.separation));
  m.employed -= lost;
  const auto idle = std::max<std::int64_t>(0, pool.present - m.employed);
  const double find = finding_probability(pair);
  const auto found =
      w.draws.binomial({key_of(m), event_of(w.month), purpose::findings}, idle, find);
  m.employed += std::min(found, std::max<std::int64_t>(0, m.posts - m.employed));
}

double graduates_this_month(World& w, OriginMarket& m) {
  const auto& pair = pair_of(w, m);
  double factor = 1;
  if (w.now.on.induced_training != 0) {
    const auto lag = static_cast<std::size_t>(pair.training_lag);
    m.expected_history.push_back(m.expected_migration);
    const double expected = m.expected_history.size() > lag ? m.expected_history.front() : 0;
    if (m.expected_history.size() > lag) m.expected_history.pop_front();
    const double ratio =
        w.now.occupations[static_cast<std::size_t>(m.occupation)].wage / std::max(m.wage, 1.0);
    factor = induced_training(pair.training_elasticity, std::max(0.0, expected), ratio,
                              pair.quality_dilution);
  }
  return pair.graduates_per_month * factor;
}

void graduate(World& w, OriginMarket& m, Pool& pool) {
  m.graduate_carry += graduates_this_month(w, m);
  const auto count = static_cast<std::int64_t>(m.graduate_carry);
  m.graduate_carry -= static_cast<double>(count);
  enter_pool(w, pool, count);
  w.tally.add(w.layout.of_cell(Tally::Graduates, m.cell), count);
}

void renew_school_leavers(World& w, OriginMarket& m) {
  auto& pool = pool_of(w, m.cell, PoolGroup::SchoolLeavers);
  const auto& pair = pair_of(w, m);
  if (pair.school_leavers_per_month <= 0 || pair.school_leavers <= 0) return;
  const double share = std::min(1.0, pair.school_leavers_per_month / pair.school_leavers);
  leave_by_attrition(pool, w.draws.binomial({key_of(m), event_of(w.month), purpose::attrition, 1},
                                            pool.present, share));
  pool.carry += pair.school_leavers_per_month;
  const auto count = static_cast<std::int64_t>(pool.carry);
  pool.carry -= static_cast<double>(count);
  enter_pool(w, pool, count);
}

void answer_in_wages(World& w, OriginMarket& m, const Pool& pool) {
  const auto& pair = pair_of(w, m);
  m.wage = pair.wage;
  if (w.now.on.wage_response == 0 || m.stock_at_start <= 0 || pool.present <= 0) return;
  const double relative = static_cast<double>(pool.present) / static_cast<double>(m.stock_at_start);
  m.wage = pair.wage * math::exp(-pair.wage_elasticity * math::log(relative));
}

/// What the cell has learned from those who left: share that leaves, chance of success.
void learn_from_leavers(OriginMarket& m, const Pool& pool) {
  const double stock = static_cast<double>(std::max<std::int64_t>(1, pool.present));
  const double yearly = 12 * static_cast<double>(m.departures_this_month) / stock;
  m.expected_migration += monthly_smoothing * (yearly - m.expected_migration);
  const auto ended = static_cast<double>(m.finished + m.failed);
  if (ended > 0) {
    constexpr double weight_of_one = 0.02;
    const double pace = 1 - math::exp(-weight_of_one * ended);
    m.success += pace * (static_cast<double>(m.finished) / ended - m.success);
  }
  m.departures_this_month = m.finished = m.failed = 0;
}

}  // namespace

double induced_training(double elasticity, double expected_migration, double wage_ratio,
                        double dilution) {
  const double growth = elasticity * expected_migration * std::max(0.0, wage_ratio - 1);
  const double quality = std::max(0.0, 1 - dilution * growth / (1 + growth));
  return (1 + growth) * quality;
}

void init_origin_markets(World& w) {
  w.origins.resize(w.now.origins.size() * w.occupations());
  for (std::size_t o = 0; o < w.now.origins.size(); ++o) {
    for (std::size_t j = 0; j < w.occupations(); ++j) {
      const auto cell = w.cell(static_cast<int>(o), static_cast<int>(j));
      auto& m = w.origins[cell];
      const auto& pair = w.now.origins[o].occupation[j];
      m.present = pair.present;
      m.cell = static_cast<std::uint16_t>(cell);
      m.origin = static_cast<int>(o);
      m.occupation = static_cast<int>(j);
      m.wage = pair.wage;
      m.intention = w.now.migration.intention_start;
      m.stock_at_start = static_cast<std::int64_t>(pair.stock);
      m.employed = static_cast<std::int64_t>(pair.stock * (1 - pair.unemployed_share));
      m.posts = static_cast<std::int64_t>(static_cast<double>(m.employed) * (1 + pair.open_posts));
    }
  }
}

void step_origin_markets(World& w) {
  for (auto& m : w.origins) {
    if (!m.present) continue;
    auto& pool = pool_of(w, m.cell, PoolGroup::Qualified);
    if (w.now.on.origin_market != 0) {
      lose_by_attrition(w, m, pool);
      turn_over_jobs(w, m, pool);
      graduate(w, m, pool);
      renew_school_leavers(w, m);
      answer_in_wages(w, m, pool);
    }
    learn_from_leavers(m, pool);
  }
  update_intentions(w);
}

}  // namespace skillscale::models
