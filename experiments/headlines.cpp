#include "experiments/headlines.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace skillscale::experiments {
namespace {

using models::HeadlineKind;

double quantile(const std::vector<double>& sorted, double q) {
  const double at = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Interval interval_of(std::vector<double> values) {
  std::erase_if(values, [](double v) { return std::isnan(v); });
  if (values.empty()) return {NAN, NAN, NAN, NAN, 0, 0, 0};
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double v : values) sum += v;
  return {quantile(values, 0.05),
          quantile(values, 0.5),
          quantile(values, 0.95),
          sum / static_cast<double>(values.size()),
          static_cast<long long>(values.size()),
          std::count_if(values.begin(), values.end(), [](double v) { return v > 0; }),
          std::count_if(values.begin(), values.end(),
                        [](double v) { return v < models::worse_off_tolerance; })};
}

}  // namespace

void HeadlineBook::take(std::size_t run, const std::vector<WorldRecord>& records) {
  for (const auto& record : records) totals_[run].push_back(record.totals);
}

/// Persons enrolled in `pilots_as_today`, or in the scenario where that is not among the worlds.
double HeadlineBook::enrolled_today() const {
  const auto pilots = std::find(worlds_.names.begin(), worlds_.names.end(), "pilots_as_today");
  const std::size_t which =
      pilots == worlds_.names.end() ? 0 : static_cast<std::size_t>(pilots - worlds_.names.begin());
  double sum = 0;
  for (const auto& run : totals_) sum += run[which].enrolments;
  return sum / static_cast<double>(totals_.size());
}

void HeadlineBook::close() {
  const auto scale = models::benchmarks(*worlds_.parameters.front(), enrolled_today());
  for (const auto& run : totals_) {
    auto& by_headline = values_.emplace_back();
    for (const auto& row : models::headline_table()) {
      auto& by_world = by_headline.emplace_back();
      for (const auto& world : run) {
        auto& out = by_world.emplace_back();
        if (row.kind != HeadlineKind::Pair) {
          out.push_back(row.value(world, world, scale));
          continue;
        }
        for (std::size_t r = 1; r < run.size(); ++r) out.push_back(row.value(world, run[r], scale));
      }
    }
  }
}

Interval HeadlineBook::over_runs(std::size_t h, std::size_t world, std::size_t reference,
                                 bool paired) const {
  std::vector<double> all;
  for (const auto& run : values_) {
    const bool is_pair = models::headline_table()[h].kind == HeadlineKind::Pair;
    const double value = is_pair ? run[h][world][reference - 1] : run[h][world][0];
    all.push_back(paired && !is_pair ? value - run[h][reference][0] : value);
  }
  return interval_of(std::move(all));
}

/// The stage found most often, and what is scarce there.
void HeadlineBook::name_stage(std::size_t h, Headline& out) const {
  std::map<int, int> votes;
  for (const auto& run : values_) {
    if (!std::isnan(run[h][0][0])) ++votes[static_cast<int>(run[h][0][0])];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == votes.end()) return;
  const auto stage = static_cast<std::size_t>(most->first);
  out.word = models::stage_names[stage];
  out.scarce = models::stage_scarcity[stage];
}

std::vector<Headline> HeadlineBook::summary() const {
  std::vector<Headline> headlines;
  for (std::size_t h = 0; h < models::headline_table().size(); ++h) {
    const auto& row = models::headline_table()[h];
    const bool is_pair = row.kind == HeadlineKind::Pair;
    if (is_pair && worlds_.names.size() == 1) continue;
    Headline out;
    out.name = row.name;
    out.unit = row.unit;
    out.long_name = row.long_name;
    out.description = row.meaning;
    out.is_share = out.name.ends_with("share") || out.name.ends_with("share_36") ||
                   out.name == "nobody_worse_off";
    out.is_pair = is_pair;
    if (!is_pair) out.scenario = over_runs(h, 0, 0, false);
    for (std::size_t r = 1; r < worlds_.names.size(); ++r) {
      if (!is_pair) out.reference.emplace_back(worlds_.names[r], over_runs(h, r, 0, false));
      if (row.kind != HeadlineKind::Position)
        out.difference.emplace_back(worlds_.names[r], over_runs(h, 0, r, true));
    }
    if (out.name == "bottleneck_stage") name_stage(h, out);
    headlines.push_back(std::move(out));
  }
  return headlines;
}

}  // namespace skillscale::experiments
