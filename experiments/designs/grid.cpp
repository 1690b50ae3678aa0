#include "experiments/designs/grid.h"

#include <string>

#include "sim/error.h"

namespace skillscale::experiments {

std::vector<double> even_levels(std::size_t count) {
  if (count == 1) return {0.5};
  std::vector<double> levels(count);
  for (std::size_t i = 0; i < count; ++i)
    levels[i] = static_cast<double>(i) / static_cast<double>(count - 1);
  return levels;
}

Design full_grid(const std::vector<std::vector<double>>& levels, std::size_t most) {
  std::size_t points = 1;
  for (const auto& of_factor : levels) {
    if (of_factor.size() > most / points) {
      sim::fail_input("grid: every combination of levels gives more than " + std::to_string(most) +
                      " points\n  allowed: at most " + std::to_string(most) +
                      "\n  next: fewer levels or factors, or the design sobol\n");
    }
    points *= of_factor.size();
  }
  Design design(points, std::vector<double>(levels.size()));
  for (std::size_t p = 0; p < points; ++p) {
    std::size_t rest = p;
    for (std::size_t d = levels.size(); d-- > 0; rest /= levels[d].size())
      design[p][d] = levels[d][rest % levels[d].size()];
  }
  return design;
}

Design one_at_a_time(const std::vector<double>& base,
                     const std::vector<std::vector<double>>& levels) {
  Design design{base};
  for (std::size_t d = 0; d < base.size(); ++d) {
    for (const double level : levels[d]) {
      if (level == base[d]) continue;
      design.push_back(base);
      design.back()[d] = level;
    }
  }
  return design;
}

}  // namespace skillscale::experiments
