#include "experiments/designs/morris.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

void check(std::size_t paths, const MorrisOptions& options) {
  if (options.levels < 2 || options.levels % 2 != 0) {
    sim::fail_input("morris: " + std::to_string(options.levels) +
                    " levels\n  allowed: an even number, 2 or more\n  next: 4 is usual\n");
  }
  if (options.candidates != 0 && options.candidates < paths) {
    sim::fail_input(
        "morris: " + std::to_string(options.candidates) + " candidates for " +
        std::to_string(paths) +
        " paths\n  allowed: at least as many as paths, or 0\n  next: several hundred\n");
  }
}

/// Random numbers of one path: at most 2^32 numbers of each kind.
struct PathDraws {
  const sim::Draws& draws;
  std::size_t path;
  std::size_t below(std::uint16_t kind, std::size_t which, std::size_t n) const {
    const sim::Address address{sim::Key{path}, static_cast<std::uint32_t>(which),
                               purpose::trajectory, kind};
    return draws.below(address, n);
  }
};

Design path_of(std::size_t number, std::size_t dimensions, std::size_t levels,
               const sim::Draws& draws) {
  const PathDraws random{draws, number};
  // Whole steps of the grid, so that a factor has exactly as many values as levels.
  std::vector<std::size_t> at(dimensions);
  std::vector<std::size_t> order(dimensions);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t d = 0; d < dimensions; ++d) at[d] = random.below(0, d, levels);
  for (std::size_t rest = dimensions; rest > 1; --rest)
    std::swap(order[rest - 1], order[random.below(1, rest, rest)]);
  Design path;
  const auto add = [&] {
    std::vector<double> point(dimensions);
    for (std::size_t d = 0; d < dimensions; ++d)
      point[d] = static_cast<double>(at[d]) / static_cast<double>(levels - 1);
    path.push_back(std::move(point));
  };
  add();
  for (const std::size_t d : order) {
    // From the lower half up, from the upper half down: each level has one place to go.
    at[d] = at[d] < levels / 2 ? at[d] + levels / 2 : at[d] - levels / 2;
    add();
  }
  return path;
}

/// Sum of the distances between all points of two paths.
double distance(const Design& one, const Design& other) {
  double sum = 0;
  for (const auto& a : one) {
    for (const auto& b : other) {
      double squares = 0;
      for (std::size_t d = 0; d < a.size(); ++d) squares += (a[d] - b[d]) * (a[d] - b[d]);
      sum += std::sqrt(squares);
    }
  }
  return sum;
}

/// Positions of the paths to take: the first, then always the one whose squared distances to those
/// taken before sum to most.
std::vector<std::size_t> far_apart(const std::vector<Design>& candidates, std::size_t wanted) {
  std::vector<double> spread(candidates.size(), 0.0);
  std::vector<std::size_t> taken{0};
  while (taken.size() < wanted) {
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const double apart = distance(candidates[i], candidates[taken.back()]);
      spread[i] += apart * apart;
    }
    for (const std::size_t i : taken) spread[i] = -1;
    taken.push_back(
        static_cast<std::size_t>(std::max_element(spread.begin(), spread.end()) - spread.begin()));
  }
  return taken;
}

}  // namespace

Design morris(std::size_t paths, std::size_t dimensions, std::uint64_t seed,
              const MorrisOptions& options) {
  check(paths, options);
  if (paths == 0) return {};
  const sim::Draws draws(seed, 0);
  std::vector<Design> all;
  for (std::size_t i = 0; i < std::max(paths, options.candidates); ++i)
    all.push_back(path_of(i, dimensions, options.levels, draws));
  std::vector<std::size_t> taken(paths);
  std::iota(taken.begin(), taken.end(), std::size_t{0});
  if (options.candidates != 0) taken = far_apart(all, paths);
  Design design;
  for (const std::size_t i : taken) design.insert(design.end(), all[i].begin(), all[i].end());
  return design;
}

}  // namespace skillscale::experiments
