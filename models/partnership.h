// Partnerships: formation, learning, growth of seats, the funding cliff, dissolution; the quality
// of their training centres.
#pragma once

#include "models/world.h"

namespace skillscale::models {

void init_partnerships(World& world);

/// Phases 2 and 5: dated events, then formation, learning, growth and endings.
void step_partnerships(World& world);

/// Experience with what the platform brings: own + phi * intensity * (best - own), never below own.
double effective_experience(double own, double best, double spillover, double intensity);

/// Cost left against the first, by Wright's law on effective experience, never below the floor.
double learning_factor(double effective_experience, double progress_ratio, double floor);

/// Share of preparation cost that a partnership pays after learning.
/// @param best  best_experience of the month
double cost_factor(const World& world, const Partnership& partnership, double best);

/// Own experience with what the platform lends of the best, in placements.
double experience_of(const World& world, const Partnership& partnership, double best);

/// What one partnership takes over from another at the same training centre: the part of its
/// placements that `partnership.partner_spillover` says, averaged over its months, of which recent
/// ones count most.
struct Lesson {
  std::size_t from = 0, to = 0;
  double placements_per_month = 0;
};
std::vector<Lesson> lessons(const World& world);

/// Largest experience of an active partnership; at least 1.
double best_experience(const World& world);

}  // namespace skillscale::models
