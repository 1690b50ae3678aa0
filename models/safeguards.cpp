#include "models/safeguards.h"

#include <algorithm>

#include "models/pool.h"
#include "models/table_rows.h"

namespace skillscale::models {
namespace {

bool is_on_list(const World& w, std::size_t cell) {
  const std::size_t origin = cell / w.occupations();
  if (w.now.occupations[cell % w.occupations()].health == 0) return false;
  const double density = health_density(w, origin);
  return density > 0 && density < w.now.safeguards.who_density &&
         w.now.origins[origin].coverage_index < w.now.safeguards.who_coverage;
}

/// Seats for qualified persons that partnerships and agencies offer in the cell in a month.
double seats_offered(const World& w, std::size_t cell) {
  double seats = 0;
  for (const auto& p : w.partnerships) {
    const bool counts = p.state == PartnershipState::Active && p.cell == cell &&
                        group_of(p.type) == PoolGroup::Qualified;
    if (counts) seats += p.seats;
  }
  constexpr auto agency = static_cast<std::size_t>(PartnershipType::PrivateAgency);
  const auto& pair = w.now.origins[cell / w.occupations()].occupation[cell % w.occupations()];
  const double capacity = std::min(w.now.types[agency].agency_capacity, pair.agency_capacity);
  return seats + std::min(capacity, w.origins[cell].applications[agency]);
}

}  // namespace

double health_density(const World& w, std::size_t origin) {
  const double at_start = w.now.origins[origin].health_density;
  double start = 0, present = 0;
  for (std::size_t j = 0; j < w.occupations(); ++j) {
    const auto& m = w.origins[origin * w.occupations() + j];
    if (!m.present || w.now.occupations[j].health == 0) continue;
    start += static_cast<double>(m.stock_at_start);
    present += static_cast<double>(pool_of(w, m.cell, PoolGroup::Qualified).present);
  }
  return start > 0 ? at_start * present / start : at_start;
}

double share_allowed(const World& w, std::size_t cell, PartnershipType type) {
  const auto& rule = w.now.safeguards;
  double share =
      type <= PartnershipType::DualTrack ? w.now.origins[cell / w.occupations()].takes_part : 1;
  if (group_of(type) != PoolGroup::Qualified) return share;
  if (rule.who_list > 0 && is_on_list(w, cell)) share *= 1 - rule.who_list;
  if (rule.cap > 0) {
    const double allowed = rule.cap_share * static_cast<double>(w.origins[cell].stock_at_start);
    const double offered = seats_offered(w, cell);
    const double within = offered > allowed ? allowed / offered : 1;
    share *= 1 - rule.cap * (1 - within);
  }
  return share;
}

}  // namespace skillscale::models
