#include "experiments/calibration/history_matching.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "experiments/calibration/short_text.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/error.h"
#include "sim/math.h"
#include "sim/parallel.h"

namespace skillscale::experiments::calibration {
namespace {

namespace math = sim::math;

// More points make an emulator slow and hardly better; those nearest to the observations stay.
constexpr std::size_t most_training_points = 220;
constexpr std::size_t screened_at_once = 4096;
constexpr std::size_t most_screened = 100 * screened_at_once;

/// Squared distance of a point's means from the observations, in their deviations.
double misfit(const Problem& problem, const Point& point) {
  double sum = 0;
  for (std::size_t t = 0; t < problem.targets.size(); ++t) {
    const double off = point.mean(t) - problem.targets[t].value;
    sum += off * off / problem.targets[t].variance();
  }
  return std::isfinite(sum) ? sum : std::numeric_limits<double>::infinity();
}

std::vector<const Point*> training_points(const Problem& problem,
                                          const std::vector<Point>& points) {
  std::vector<std::pair<double, const Point*>> ranked;
  ranked.reserve(points.size());
  for (const auto& point : points) ranked.emplace_back(misfit(problem, point), &point);
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  ranked.resize(std::min(ranked.size(), most_training_points));
  std::vector<const Point*> chosen;
  chosen.reserve(ranked.size());
  for (const auto& [distance, point] : ranked) chosen.push_back(point);
  return chosen;
}

/// Replicate variance of one run, mean over the points where it is known.
double pooled_variance(const std::vector<const Point*>& points, std::size_t target) {
  double sum = 0, count = 0;
  for (const auto* point : points) {
    const double variance = point->variance(target);
    if (!std::isfinite(variance)) continue;
    sum += variance;
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

std::string text(double value) { return short_text(value); }

std::string off(const Reach& reach) {
  return text(reach.emulated) + ", observed " + text(reach.observed) +
         " with a standard deviation of " + text(reach.deviation) + " (implausibility " +
         text(reach.implausibility) + ")";
}

}  // namespace

PlausibleSpace::PlausibleSpace(const Problem& problem, const Settings& settings)
    : problem_(problem), settings_(settings), box_(problem.parameters.size(), {0.0, 1.0}) {}

double PlausibleSpace::replicate_variance(std::size_t target) const {
  return waves_.empty() ? 0 : waves_.back().replicate_variance[target];
}

void PlausibleSpace::add_wave(const std::vector<Point>& points) {
  const auto training = training_points(problem_, points);
  const std::size_t targets = problem_.targets.size();
  std::vector<std::optional<Emulator>> made(targets);
  Wave wave;
  wave.replicate_variance.resize(targets);
  sim::for_each_task(targets, [&](std::size_t t) {
    Design at;
    std::vector<double> means;
    for (const auto* point : training) {
      if (!std::isfinite(point->mean(t))) continue;
      at.push_back(point->at);
      means.push_back(point->mean(t));
    }
    if (at.size() < 2 * problem_.parameters.size() + 2) return;
    wave.replicate_variance[t] = pooled_variance(training, t);
    made[t].emplace(std::move(at), std::move(means),
                    wave.replicate_variance[t] / settings_.replicates);
  });
  for (std::size_t t = 0; t < targets; ++t) {
    if (!made[t]) {
      throw sim::InputError("targets." + problem_.targets[t].name +
                            ": is not defined at most of the points that were simulated\n  "
                            "allowed: a target that the model gives everywhere in the ranges\n  "
                            "next: choose other months or labels, or narrow the ranges");
    }
    wave.emulators.push_back(*std::move(made[t]));
  }
  waves_.push_back(std::move(wave));
}

double PlausibleSpace::implausibility(const Wave& wave, std::size_t target,
                                      std::span<const double> point) const {
  const auto& observation = problem_.targets[target];
  const auto emulated = wave.emulators[target].predict(point);
  const double variance =
      observation.variance() + emulated.variance + wave.replicate_variance[target];
  return math::abs(observation.value - emulated.mean) / math::sqrt(variance);
}

bool PlausibleSpace::contains(std::span<const double> point) const {
  const auto rules_out = [&](const Wave& wave) {
    for (std::size_t t = 0; t < problem_.targets.size(); ++t) {
      if (implausibility(wave, t, point) > settings_.cut) return true;
    }
    return false;
  };
  // The last wave is the sharpest.
  return std::none_of(waves_.rbegin(), waves_.rend(), rules_out);
}

Design PlausibleSpace::draw(std::size_t wanted, std::uint32_t stage) {
  const sim::Draws draws(settings_.seed, 0);
  const std::size_t dimensions = problem_.parameters.size();
  Design found, tried;
  std::size_t screened = 0, inside = 0;
  while (found.size() < wanted && screened < most_screened) {
    Design candidates(screened_at_once, std::vector<double>(dimensions));
    std::vector<char> is_in(screened_at_once);
    sim::for_each_task(screened_at_once, [&](std::size_t i) {
      for (std::size_t d = 0; d < dimensions; ++d) {
        const double u = draws.uniform(
            {sim::Key{screened + i}, stage, purpose::screening, static_cast<std::uint16_t>(d)});
        candidates[i][d] = box_[d].first + u * (box_[d].second - box_[d].first);
      }
      is_in[i] = contains(candidates[i]) ? 1 : 0;
    });
    for (std::size_t i = 0; i < screened_at_once; ++i) {
      if (is_in[i] == 0) continue;
      ++inside;
      if (found.size() < wanted) found.push_back(candidates[i]);
    }
    screened += screened_at_once;
    if (tried.empty()) tried = std::move(candidates);
  }
  if (found.empty()) refuse_empty(tried);
  share_ = static_cast<double>(inside) / static_cast<double>(screened);
  for (const auto& [low, high] : box_) share_ *= high - low;
  constexpr std::size_t enough_to_narrow = 50;
  if (found.size() >= enough_to_narrow) narrow_box(found);
  return found;
}

/// Later draws need not look where nothing was found, with some room left around what was.
void PlausibleSpace::narrow_box(const Design& found) {
  constexpr double room = 0.15;
  for (std::size_t d = 0; d < box_.size(); ++d) {
    double low = 1, high = 0;
    for (const auto& point : found) {
      low = std::min(low, point[d]);
      high = std::max(high, point[d]);
    }
    const double margin = room * (high - low);
    box_[d] = {std::max(box_[d].first, low - margin), std::min(box_[d].second, high + margin)};
  }
}

Reach PlausibleSpace::reach(std::size_t target, std::span<const double> point) const {
  const auto& observation = problem_.targets[target];
  return {observation.name, waves_.back().emulators[target].predict(point).mean, observation.value,
          math::sqrt(observation.variance()), implausibility(waves_.back(), target, point)};
}

Reach PlausibleSpace::farthest_target(const Design& tried) const {
  Reach farthest;
  for (std::size_t t = 0; t < problem_.targets.size(); ++t) {
    Reach nearest;
    nearest.implausibility = std::numeric_limits<double>::infinity();
    for (const auto& point : tried) {
      auto here = reach(t, point);
      if (here.implausibility < nearest.implausibility) nearest = std::move(here);
    }
    if (nearest.implausibility > farthest.implausibility) farthest = std::move(nearest);
  }
  return farthest;
}

/// The worst target where the worst is least.
Reach PlausibleSpace::hardest_together(const Design& tried) const {
  Reach least;
  least.implausibility = std::numeric_limits<double>::infinity();
  for (const auto& point : tried) {
    Reach worst;
    for (std::size_t t = 0; t < problem_.targets.size(); ++t) {
      auto here = reach(t, point);
      if (here.implausibility >= worst.implausibility) worst = std::move(here);
    }
    if (worst.implausibility < least.implausibility) least = std::move(worst);
  }
  return least;
}

void PlausibleSpace::refuse_empty(const Design& tried) const {
  const std::string allowed =
      "\n  allowed: implausibility up to " + text(settings_.cut) + " for every target";
  const Reach alone = farthest_target(tried);
  if (alone.implausibility > settings_.cut) {
    throw sim::InputError("targets." + alone.target +
                          ": cannot be reached: the nearest value within the ranges is " +
                          off(alone) + allowed +
                          "\n  next: widen the ranges, state a discrepancy, or make it a "
                          "structural_check and report the miss");
  }
  const Reach joint = hardest_together(tried);
  throw sim::InputError("targets." + joint.target +
                        ": cannot be reached together with the others: where all come nearest it "
                        "is " +
                        off(joint) + allowed +
                        "\n  next: widen the ranges, state a discrepancy, or look which targets "
                        "pull apart");
}

}  // namespace skillscale::experiments::calibration
