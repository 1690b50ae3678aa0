#include "experiments/headline_values.h"

#include <algorithm>

namespace skillscale::experiments {

/// Persons enrolled in `pilots_as_today`, or in the scenario where that is not among the worlds.
double HeadlineValues::enrolled_today() const {
  const auto pilots = std::find(worlds_.begin(), worlds_.end(), "pilots_as_today");
  const auto which =
      static_cast<std::size_t>(pilots == worlds_.end() ? 0 : pilots - worlds_.begin());
  double sum = 0;
  for (const auto& run : totals_) sum += run[which].enrolments;
  return sum / static_cast<double>(totals_.size());
}

void HeadlineValues::close() {
  const auto scale = models::benchmarks(*scenario_, enrolled_today());
  for (const auto& run : totals_) {
    auto& by_headline = values_.emplace_back();
    for (const auto& row : models::headline_table()) {
      auto& by_world = by_headline.emplace_back();
      for (const auto& world : run) {
        auto& out = by_world.emplace_back();
        if (row.kind != models::HeadlineKind::Pair) {
          out.push_back(row.value(world, world, scale));
          continue;
        }
        for (std::size_t r = 1; r < run.size(); ++r) out.push_back(row.value(world, run[r], scale));
      }
    }
  }
}

}  // namespace skillscale::experiments
