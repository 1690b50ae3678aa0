// Hazards and hazard budgets. A hazard is the integral over one month of the rate of an event.
//
// A budget is one unit exponential per cause and stay. Every month lowers it by the month's hazard;
// the event happens in the month in which it runs out. Any thread may call these functions.
#pragma once

#include <cstddef>
#include <span>

#include "sim/math.h"

namespace skillscale::sim {

/// Probability of at least one event under an integrated hazard >= 0.
inline double probability(double hazard) { return -math::expm1(-hazard); }

/// Hazard that gives this probability, [0, 1].
inline double hazard_of_probability(double p) { return -math::log1p(-p); }

/// Monthly probability that rebuilds a yearly one, [0, 1], in twelve months.
inline double monthly_probability_of_yearly(double yearly) {
  return probability(hazard_of_probability(yearly) / 12.0);
}

/// Integrated hazard between two durations of a Weibull stay.
/// @param shape         < 1 falling, > 1 rising hazard
/// @param scale_months  duration by which 63 % have left; months, > 0
/// @param from, to      durations; months, 0 <= from <= to
inline double hazard_of_weibull(double shape, double scale_months, double from, double to) {
  return math::pow(to / scale_months, shape) - math::pow(from / scale_months, shape);
}

/// Lowers every budget by its cause's hazard of the month and names the cause that strikes.
///
/// When several budgets run out, the one that ran out first within the month wins: the smallest
/// budget / hazard, on a tie the smaller index. A hazard of 0 never strikes.
/// @param budgets  remaining budgets, one per cause; lowered
/// @param hazards  hazards of this month, >= 0, same length
/// @return index of the cause, -1 if none strikes
inline int spend(std::span<float> budgets, std::span<const double> hazards) {
  int winner = -1;
  double earliest = 0.0;
  for (std::size_t cause = 0; cause < budgets.size(); ++cause) {
    const double hazard = hazards[cause];
    if (!(hazard > 0.0)) continue;
    const double before = static_cast<double>(budgets[cause]);
    budgets[cause] = static_cast<float>(before - hazard);
    if (before > hazard) continue;
    const double when = before / hazard;
    if (winner < 0 || when < earliest) {
      winner = static_cast<int>(cause);
      earliest = when;
    }
  }
  return winner;
}

}  // namespace skillscale::sim
