#include "experiments/analysis/table.h"

#include <cmath>

namespace skillscale::experiments::analysis {

double PointTable::mean(std::size_t point, std::size_t outcome, std::size_t year) const {
  double sum = 0;
  std::size_t defined = 0;
  for (std::size_t r = 0; r < replicates; ++r) {
    const double one = result(point, r, outcome, year);
    if (std::isnan(one)) continue;
    sum += one;
    ++defined;
  }
  if (defined == 0) return std::numeric_limits<double>::quiet_NaN();
  return sum / static_cast<double>(defined);
}

std::vector<double> PointTable::means(std::size_t outcome, std::size_t year) const {
  std::vector<double> all(points);
  for (std::size_t p = 0; p < points; ++p) all[p] = mean(p, outcome, year);
  return all;
}

std::vector<double> PointTable::values_of(std::size_t factor) const {
  std::vector<double> all(points);
  for (std::size_t p = 0; p < points; ++p) all[p] = value(p, factor);
  return all;
}

bool PointTable::differs_by_year(std::size_t outcome) const {
  for (std::size_t p = 0; p < points; ++p) {
    for (std::size_t r = 0; r < replicates; ++r) {
      const double first = result(p, r, outcome, 0);
      for (std::size_t y = 1; y < years.size(); ++y) {
        const double one = result(p, r, outcome, y);
        if (one != first && !(std::isnan(one) && std::isnan(first))) return true;
      }
    }
  }
  return false;
}

std::size_t PointTable::group_size() const {
  if (layout == Layout::Morris) return factors.size() + 1;
  if (layout == Layout::Saltelli) return factors.size() + 2;
  return 1;
}

}  // namespace skillscale::experiments::analysis
