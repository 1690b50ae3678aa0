#include "models/actors.h"

#include <algorithm>

#include "models/person_step.h"
#include "models/pool.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

/// Success of the partnerships' placements against failures of late, -1 to 1; 0 without any.
double evidence(const World& w) {
  double placed = 0, failed = 0;
  for (const auto& p : w.partnerships) {
    if (p.state != PartnershipState::Active) continue;
    placed += p.placed;
    failed += p.failed;
  }
  constexpr double few = 1;
  return (placed - failed) / (placed + failed + few);
}

double mean_of_ties(const World& w, const Actor& actor, double own) {
  if (actor.ties.empty()) return own;
  double sum = 0;
  for (const double tie : actor.ties) sum += w.commitment[static_cast<std::size_t>(tie)];
  return sum / static_cast<double>(actor.ties.size());
}

}  // namespace

void init_actors(World& w) {
  for (const auto& actor : w.now.actors) w.commitment.push_back(actor.commitment);
}

void step_actors(World& w) {
  if (w.commitment.empty()) return;
  const auto& rule = w.now.commitment;
  const double seen = rule.evidence * evidence(w);
  std::vector<double> next;
  for (std::size_t j = 0; j < w.commitment.size(); ++j) {
    const auto& actor = w.now.actors[j];
    const double own = w.commitment[j];
    const double exchanged =
        rule.exchange * w.platform_intensity * (mean_of_ties(w, actor, own) - own);
    const double falls = rule.decay * (own - actor.anchor);
    next.push_back(std::clamp(own + exchanged + seen - falls, 0.0, 1.0));
  }
  w.commitment = std::move(next);
  for (std::size_t j = 0; j < w.commitment.size(); ++j) {
    w.tally.add(w.layout.at(Tally::Commitment, j),
                sim::math::round_to_integer(w.commitment[j] * 1e6));
  }
}

bool agree_on(const World& w, std::size_t lever) {
  const auto& given = w.now.levers[lever];
  double least = 1;
  for (const double actor : given.needs)
    least = std::min(least, w.commitment[static_cast<std::size_t>(actor)]);
  const auto key = sim::make_key(lever_cell, 0, static_cast<std::uint32_t>(lever));
  return w.draws.uniform({key, event_of(w.month), purpose::lever_adoption}) <
         sim::probability(given.adoption_hazard * least);
}

}  // namespace skillscale::models
