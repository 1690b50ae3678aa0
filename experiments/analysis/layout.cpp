#include "experiments/analysis/layout.h"

#include <algorithm>
#include <vector>

namespace skillscale::experiments::analysis {
namespace {

bool is_path(const PointTable& table, std::size_t first) {
  std::vector<bool> moved(table.factors.size());
  for (std::size_t step = 0; step < table.factors.size(); ++step) {
    std::size_t moves = 0;
    for (std::size_t f = 0; f < table.factors.size(); ++f) {
      if (table.value(first + step, f) == table.value(first + step + 1, f)) continue;
      if (moved[f]) return false;
      moved[f] = true;
      ++moves;
    }
    if (moves != 1) return false;
  }
  return true;
}

bool is_group(const PointTable& table, std::size_t first) {
  bool differs = false;
  for (std::size_t i = 0; i < table.factors.size(); ++i) {
    differs = differs || table.value(first, i) != table.value(first + 1, i);
    for (std::size_t f = 0; f < table.factors.size(); ++f) {
      const std::size_t origin = first + (f == i ? 1 : 0);
      if (table.value(first + 2 + i, f) != table.value(origin, f)) return false;
    }
  }
  return differs;
}

template <class Test>
bool all_groups(const PointTable& table, std::size_t size, Test test) {
  if (table.points == 0 || table.points % size != 0) return false;
  for (std::size_t first = 0; first < table.points; first += size) {
    if (!test(table, first)) return false;
  }
  return true;
}

}  // namespace

Layout recognised_layout(const PointTable& table) {
  if (table.factors.empty()) return Layout::Free;
  // With a single factor any two points are a path.
  if (table.factors.size() > 1 && all_groups(table, table.factors.size() + 1, is_path))
    return Layout::Morris;
  if (all_groups(table, table.factors.size() + 2, is_group)) return Layout::Saltelli;
  return Layout::Free;
}

}  // namespace skillscale::experiments::analysis
