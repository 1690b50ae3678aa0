#include "experiments/headlines.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace skillscale::experiments {

using models::HeadlineKind;

bool is_share(std::string_view headline) {
  return headline.ends_with("share") || headline.ends_with("share_36") ||
         headline == "nobody_worse_off";
}

void HeadlineBook::take(std::size_t run, const std::vector<WorldRecord>& records) {
  for (const auto& record : records) values_.add(run, record.totals, record.fates);
}

Interval HeadlineBook::over_runs(std::size_t h, std::size_t world, std::size_t reference,
                                 bool paired) const {
  std::vector<double> all;
  const bool is_pair = models::headline_table()[h].kind == HeadlineKind::Pair;
  for (std::size_t run = 0; run < values_.runs(); ++run) {
    const double value = values_.of(run, h, world)[is_pair ? reference - 1 : 0];
    all.push_back(paired && !is_pair ? value - values_.of(run, h, reference)[0] : value);
  }
  return interval_of(std::move(all));
}

/// The stage found most often, and what is scarce there.
void HeadlineBook::name_stage(std::size_t h, Headline& out) const {
  std::map<int, int> votes;
  for (std::size_t run = 0; run < values_.runs(); ++run) {
    const double stage = values_.of(run, h, 0)[0];
    if (!std::isnan(stage)) ++votes[static_cast<int>(stage)];
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
    if (is_pair && names_.size() == 1) continue;
    Headline out;
    out.name = row.name;
    out.unit = row.unit;
    out.long_name = row.long_name;
    out.description = row.meaning;
    out.is_share = is_share(out.name);
    out.is_pair = is_pair;
    if (!is_pair) out.scenario = over_runs(h, 0, 0, false);
    for (std::size_t r = 1; r < names_.size(); ++r) {
      if (!is_pair) out.reference.emplace_back(names_[r], over_runs(h, r, 0, false));
      if (row.kind != HeadlineKind::Position)
        out.difference.emplace_back(names_[r], over_runs(h, 0, r, true));
    }
    if (out.name == "bottleneck_stage") name_stage(h, out);
    headlines.push_back(std::move(out));
  }
  return headlines;
}

}  // namespace skillscale::experiments
