#include "experiments/package_study.h"

#include <algorithm>

#include "models/indicators.h"
#include "output/digest_total.h"
#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::experiments {
namespace {

Recording costs_alone() {
  Recording recording;
  for (std::size_t i = 0; i < indicator_count(); ++i) {
    if (indicator_name(i) == "preparation_cost") recording.indicators.push_back(i);
  }
  return recording;
}

/// Months and stages are summed; the payer is the last axis.
PayerSums payers_of(const WorldRecord& record) {
  PayerSums sums{};
  const auto& costs = record.monthly.front();
  for (std::size_t i = 0; i < costs.size(); ++i) sums[i % sums.size()] += costs[i];
  return sums;
}

std::size_t position_of(std::string_view headline) {
  const auto table = models::headline_table();
  const auto at = std::find_if(table.begin(), table.end(),
                               [&](const auto& row) { return row.name == headline; });
  if (at == table.end()) throw sim::BugError("there is no headline " + std::string(headline));
  return static_cast<std::size_t>(at - table.begin());
}

}  // namespace

PackageStudy::PackageStudy(const scenarios::Scenario& scenario, Progress& progress)
    : draws_(static_cast<std::size_t>(std::max(1, scenario.run.ensemble.draws))),
      replicates_(static_cast<std::size_t>(scenario.run.ensemble.replicates)),
      runs_(draws_ * replicates_) {
  const bool is_drawn = scenario.run.ensemble.draws > 0;
  const auto values = world_values(scenario);
  const int months = scenario.run.months;
  const auto seed = scenario.run.ensemble.seed;
  const auto stated = make_worlds(values, months, seed, 0);
  worlds_ = stated.names;
  headlines_.emplace(worlds_, *stated.parameters.front(), runs_);
  payers_.assign(worlds_.size(), std::vector<PayerSums>(runs_));
  if (is_drawn) uncertain_ = values.front().uncertain;
  drawn_.resize(uncertain_.empty() ? 0 : draws_);
  for (std::size_t draw = 0; draw < drawn_.size(); ++draw) {
    for (const auto& [path, value] :
         drawn_values(values.front(), seed, static_cast<std::uint32_t>(draw + 1)))
      drawn_[draw].push_back(value);
  }
  const Recording recording = costs_alone();
  std::vector<output::DigestWords> digests(runs_ * worlds_.size());
  progress.months_total = static_cast<std::int64_t>(digests.size()) * months;
  sim::for_each_task(runs_, [&](std::size_t run) {
    if (progress.stop) return;
    const auto draw_set = static_cast<std::uint32_t>(is_drawn ? run / replicates_ + 1 : 0);
    const auto worlds = is_drawn ? make_worlds(values, months, seed, draw_set) : stated;
    const auto records =
        run_replicate(worlds, {seed, static_cast<std::uint32_t>(run % replicates_), draw_set},
                      recording, progress);
    if (progress.stop) return;
    for (std::size_t w = 0; w < records.size(); ++w) {
      headlines_->add(run, records[w].totals, records[w].fates);
      payers_[w][run] = payers_of(records[w]);
      digests[run * records.size() + w] = {records[w].digest.high, records[w].digest.low};
    }
  });
  if (progress.stop) return;
  headlines_->close();
  digest_ = output::digest_hex(output::total_digest(digests));
}

std::size_t PackageStudy::world(std::string_view name) const {
  return static_cast<std::size_t>(std::find(worlds_.begin(), worlds_.end(), name) -
                                  worlds_.begin());
}

std::vector<double> PackageStudy::values(std::string_view headline, std::size_t world,
                                         std::size_t against) const {
  const std::size_t h = position_of(headline);
  const bool is_pair = models::headline_table()[h].kind == models::HeadlineKind::Pair;
  if (is_pair && against == 0) throw sim::BugError("a pair needs a reference");
  std::vector<double> all;
  for (std::size_t run = 0; run < runs_; ++run)
    all.push_back(headlines_->of(run, h, world)[is_pair ? against - 1 : 0]);
  return all;
}

std::vector<double> PackageStudy::drawn(std::size_t value) const {
  std::vector<double> all;
  for (std::size_t run = 0; run < runs_; ++run) all.push_back(drawn_[run / replicates_][value]);
  return all;
}

}  // namespace skillscale::experiments
