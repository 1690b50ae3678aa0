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

/// Largest experience of an active partnership; at least 1.
double best_experience(const World& world);

}  // namespace skillscale::models
