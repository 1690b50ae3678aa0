// What persons' moves mean for others: places, posts, partnerships, the pools.
#include <algorithm>
#include <array>

#include "models/decision.h"
#include "models/destination_market.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/math.h"
#include "sim/population.h"

namespace skillscale::models {
namespace {

using sim::Key;

void note_outcome(World& w, const Effect& e, bool success) {
  auto& market = w.origins[e.cell];
  ++(success ? market.finished : market.failed);
  if (success) market.departures_this_month += 1;
  if (e.partnership == no_partnership) return;
  auto& partnership = w.partnerships[e.partnership];
  --partnership.preparing;
  (success ? partnership.placed : partnership.failed) += 1;
  if (success) ++partnership.placed_this_month;
}

void join_origin_stock(World& w, const Effect& e) {
  if (w.now.on.pool != 0)
    return_to_pool(w, pool_of(w, e.cell, PoolGroup::Qualified),
                   std::array{Key{w.persons.key[e.row]}});
}

/// The rejected of one cell and type choose again together.
void let_rejected_decide(World& w, std::span<const Effect> rejected) {
  const auto channel = [&](const Effect& e) {
    return std::size_t{e.cell} * partnership_type_count + w.persons.type[e.row];
  };
  std::vector<std::vector<Key>> keys(w.origins.size() * partnership_type_count);
  for (const auto& e : rejected) keys[channel(e)].push_back(Key{w.persons.key[e.row]});
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) continue;
    decide_again(w, w.origins[i / partnership_type_count], keys[i],
                 static_cast<PartnershipType>(i % partnership_type_count));
  }
}

void apply_effect(World& w, const Effect& e) {
  const auto occupation = e.cell % w.occupations();
  const auto origin = e.cell / w.occupations();
  switch (e.kind) {
    case EffectKind::FreeLanguagePlace:
      --w.offices[w.language_office(origin)].occupied;
      break;
    case EffectKind::FreeBridgingPlace:
      --w.offices[w.bridging_office(occupation)].occupied;
      break;
    case EffectKind::FreeCentreSeat:
      --w.centres[static_cast<std::size_t>(w.partnerships[e.partnership].centre)].occupied;
      break;
    case EffectKind::PostReopens:
    case EffectKind::JobEnds:
      reopen_post(w, e.employer);
      break;
    case EffectKind::PlacementFailed:
      if (e.employer != no_employer) ++w.employers.failures[e.employer];
      break;
    case EffectKind::Placed:
      note_outcome(w, e, true);
      break;
    case EffectKind::DroppedOut:
      note_outcome(w, e, false);
      break;
    case EffectKind::HomeGraduate:
      ++w.origins[e.cell].home_graduates;
      w.tally.add(w.layout.of_cell(Tally::HomeGraduates, e.cell), 1);
      join_origin_stock(w, e);
      break;
    case EffectKind::BackToPool:
      if (group_of(static_cast<PartnershipType>(w.persons.type[e.row])) == PoolGroup::Qualified) {
        join_origin_stock(w, e);
      } else {
        return_to_pool(w, pool_of(w, e.cell, PoolGroup::SchoolLeavers),
                       std::array{Key{w.persons.key[e.row]}});
      }
      break;
    case EffectKind::Rejected:
      break;  // all together, see let_rejected_decide
    case EffectKind::CameHome:
      --w.origins[e.cell].abroad;
      w.tally.add(w.layout.of_cell(Tally::ReturnedSkilled, e.cell), 1);
      if (w.now.on.circular == 0) join_origin_stock(w, e);
      break;
    case EffectKind::LeftHome:
      ++w.origins[e.cell].abroad;
      w.fates[e.cell].add(Key{w.persons.key[e.row]}, w.persons.type[e.row]);
      break;
    case EffectKind::ChangedEmployer:
      reopen_post(w, e.employer);
      break;
  }
}

}  // namespace

void leave_origin_work(World& w, OriginMarket& market, std::span<const Key> keys) {
  const auto& pool = pool_of(w, market.cell, PoolGroup::Qualified);
  const double stock = static_cast<double>(pool.present) + static_cast<double>(keys.size());
  const double share = stock > 0 ? static_cast<double>(market.employed) / stock : 0;
  std::vector<double> u(keys.size());
  w.draws.uniforms(keys, event_of(w.month), purpose::was_employed, 0, u);
  market.employed -= std::count_if(u.begin(), u.end(), [&](double v) { return v < share; });
  market.employed = std::max<std::int64_t>(market.employed, 0);
}

void resume_origin_work(World& w, OriginMarket& market, std::span<const Key> keys) {
  const auto present = pool_of(w, market.cell, PoolGroup::Qualified).present;
  if (present <= 0) return;
  const double share = static_cast<double>(market.employed) / static_cast<double>(present);
  std::vector<double> u(keys.size());
  w.draws.uniforms(keys, event_of(w.month), purpose::was_employed, 1, u);
  market.employed += std::count_if(u.begin(), u.end(), [&](double v) { return v < share; });
}

void apply_effects(World& w) {
  std::vector<Effect> rejected;
  for (auto& list : w.effects) {
    for (const auto& effect : list) {
      apply_effect(w, effect);
      if (effect.kind == EffectKind::Rejected) rejected.push_back(effect);
    }
    list.clear();
  }
  if (!rejected.empty()) let_rejected_decide(w, rejected);
}

}  // namespace skillscale::models
