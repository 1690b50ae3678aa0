#include "experiments/analysis/samples.h"

#include <cmath>

namespace skillscale::experiments::analysis {

Samples samples_of(const PointTable& table, const std::vector<double>& y) {
  Samples samples;
  samples.columns.resize(table.factors.size());
  for (const auto& factor : table.factors) samples.choices.push_back(factor.choices.size());
  for (std::size_t p = 0; p < table.points; ++p) {
    if (std::isnan(y[p])) continue;
    samples.y.push_back(y[p]);
    for (std::size_t f = 0; f < table.factors.size(); ++f)
      samples.columns[f].push_back(table.value(p, f));
  }
  return samples;
}

}  // namespace skillscale::experiments::analysis
