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

void HeadlineValues::add(std::size_t run, const models::Totals& totals,
                         std::vector<models::CellFates> fates) {
  totals_[run].push_back(totals);
  auto& here = fates_[run];
  for (auto& cell : fates) cell = models::one_each(cell);
  here.of_world.push_back(std::move(fates));
  const std::size_t worlds = worlds_.size();
  if (here.of_world.size() < worlds) return;
  here.of_pair.resize(worlds * worlds);
  here.gains_of_pair.resize(worlds * worlds);
  const double tolerated = models::worse_off_tolerance * models::benchmarks(*scenario_, 1).migrant;
  for (std::size_t w = 0; w < worlds; ++w) {
    for (std::size_t r = 1; r < worlds; ++r) {
      const auto &world = here.of_world[w], &reference = here.of_world[r];
      here.of_pair[w * worlds + r] = models::fates_in(reference, world);
      here.gains_of_pair[w * worlds + r] = models::gains_in(reference, world, tolerated);
    }
  }
  here.of_world = {};
}

std::vector<double> HeadlineValues::against_all(const models::HeadlineRow& row, std::size_t run,
                                                std::size_t world,
                                                const models::Benchmarks& scale) const {
  std::vector<double> values;
  auto own = totals_[run][world];
  for (std::size_t r = 1; r < worlds_.size(); ++r) {
    own.fates = fates_[run].of_pair[world * worlds_.size() + r];
    own.gains = fates_[run].gains_of_pair[world * worlds_.size() + r];
    values.push_back(row.value(own, totals_[run][r], scale));
  }
  return values;
}

void HeadlineValues::close() {
  const auto scale = models::benchmarks(*scenario_, enrolled_today());
  for (std::size_t run = 0; run < totals_.size(); ++run) {
    auto& by_headline = values_.emplace_back();
    for (const auto& row : models::headline_table()) {
      auto& by_world = by_headline.emplace_back();
      for (std::size_t world = 0; world < totals_[run].size(); ++world) {
        const auto& own = totals_[run][world];
        if (row.kind == models::HeadlineKind::Pair) {
          by_world.push_back(against_all(row, run, world, scale));
        } else {
          by_world.push_back({row.value(own, own, scale)});
        }
      }
    }
  }
}

}  // namespace skillscale::experiments
