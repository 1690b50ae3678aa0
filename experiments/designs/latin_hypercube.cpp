#include "experiments/designs/latin_hypercube.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "experiments/purposes.h"
#include "sim/draw.h"

namespace skillscale::experiments {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double squared_distance(const std::vector<double>& one, const std::vector<double>& other) {
  double sum = 0;
  for (std::size_t d = 0; d < one.size(); ++d) sum += (one[d] - other[d]) * (one[d] - other[d]);
  return sum;
}

/// Strata of one dimension in a keyed order.
std::vector<std::size_t> shuffled(std::size_t points, std::size_t dimension,
                                  const sim::Draws& draws) {
  std::vector<std::size_t> order(points);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t at = points; at > 1; --at) {
    const sim::Address address{sim::Key{dimension}, static_cast<std::uint32_t>(at),
                               purpose::stratum};
    std::swap(order[at - 1], order[draws.below(address, at)]);
  }
  return order;
}

/// The two nearest points, and how near they are.
struct Nearest {
  std::size_t one = 0, other = 0;
  double distance = infinity;
};

Nearest nearest_pair(const Design& design) {
  Nearest nearest;
  for (std::size_t i = 0; i < design.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double distance = squared_distance(design[i], design[j]);
      if (distance < nearest.distance) nearest = {i, j, distance};
    }
  }
  return nearest;
}

double distance_to_others(const Design& design, std::size_t point) {
  double least = infinity;
  for (std::size_t i = 0; i < design.size(); ++i) {
    if (i != point) least = std::min(least, squared_distance(design[i], design[point]));
  }
  return least;
}

/// Exchanges one coordinate of a point with another's if both then lie farther than before.
bool exchange(Design& design, const Nearest& nearest, std::uint32_t trial,
              const sim::Draws& draws) {
  const auto draw = [&](std::uint16_t index, std::size_t count) {
    return draws.below({sim::Key{0}, trial, purpose::exchange, index}, count);
  };
  const std::size_t point = draw(0, 2) == 0 ? nearest.one : nearest.other;
  const std::size_t partner = draw(1, design.size());
  const std::size_t dimension = draw(2, design.front().size());
  if (partner == point) return false;
  std::swap(design[point][dimension], design[partner][dimension]);
  const double apart =
      std::min(distance_to_others(design, point), distance_to_others(design, partner));
  if (apart > nearest.distance) return true;
  std::swap(design[point][dimension], design[partner][dimension]);
  return false;
}

}  // namespace

double smallest_squared_distance(const Design& design) { return nearest_pair(design).distance; }

Design latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t seed) {
  const sim::Draws draws(seed, 0);
  Design design(points, std::vector<double>(dimensions));
  for (std::size_t d = 0; d < dimensions; ++d) {
    const auto order = shuffled(points, d, draws);
    for (std::size_t i = 0; i < points; ++i)
      design[i][d] = (static_cast<double>(order[i]) + 0.5) / static_cast<double>(points);
  }
  if (points < 3 || dimensions < 2) return design;
  constexpr std::size_t comparisons = 20'000'000;
  const std::size_t trials = std::min<std::size_t>(20'000, comparisons / (points * points) + 20);
  Nearest nearest = nearest_pair(design);
  for (std::uint32_t trial = 0; trial < trials; ++trial) {
    if (exchange(design, nearest, trial, draws)) nearest = nearest_pair(design);
  }
  return design;
}

std::vector<std::size_t> farthest_points(const Design& candidates, const Design& present,
                                         std::size_t wanted) {
  std::vector<double> apart(candidates.size(), infinity);
  const auto take_note = [&](const std::vector<double>& point) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
      apart[i] = std::min(apart[i], squared_distance(candidates[i], point));
  };
  for (const auto& point : present) take_note(point);
  std::vector<std::size_t> chosen;
  while (chosen.size() < std::min(wanted, candidates.size())) {
    const auto next =
        static_cast<std::size_t>(std::max_element(apart.begin(), apart.end()) - apart.begin());
    chosen.push_back(next);
    take_note(candidates[next]);
    apart[next] = -1;
  }
  return chosen;
}

}  // namespace skillscale::experiments
