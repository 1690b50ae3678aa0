#include "viz/server/table_model.h"

#include "sim/error.h"
#include "sim/parallel.h"

namespace skillscale::server {

using experiments::Progress;
using experiments::WorldSet;

namespace {

/// Part of a set of worlds.
WorldSet part_of(const WorldSet& all, std::size_t first, std::size_t end) {
  WorldSet part;
  for (std::size_t at = first; at < end; ++at) {
    part.names.push_back(all.names[at]);
    part.parameters.push_back(all.parameters[at]);
  }
  return part;
}

WorldSet stated_worlds(const scenarios::Scenario& scenario) {
  return experiments::make_worlds(scenario, scenario.run.months, scenario.run.ensemble.seed, 0);
}

}  // namespace

TableModel::TableModel(const Settings& settings, std::filesystem::path scenario)
    : settings_(settings),
      file_(std::move(scenario)),
      scenario_(load_order(settings, {file_, {}, 0})) {
  if (scenario_.references.empty()) {
    throw sim::InputError(file_.string() +
                          ": names no reference, so that tables have nothing to be compared with\n"
                          "  next: add `ensemble: {references: [pilots_as_today]}`");
  }
  const auto options = run_options(settings, {file_, {}, 0}, scenario_);
  threads_ =
      settings.threads(scenario_, options, std::filesystem::temp_directory_path() / "room.h5");
  const auto worlds = stated_worlds(scenario_);
  references_ = part_of(worlds, 1, worlds.names.size());
  known_.resize(static_cast<std::size_t>(replicates()));
}

/// Totals alone; what else a record holds is not kept.
TableModel::Records TableModel::references_of(std::size_t replicate) {
  {
    const std::lock_guard lock(mutex_);
    if (!known_[replicate].empty()) return known_[replicate];
  }
  const auto records = run_replicate(
      references_, {scenario_.run.ensemble.seed, static_cast<std::uint32_t>(replicate), 0}, {},
      progress_);
  if (progress_.stop) return {};
  Records kept(records.size());
  for (std::size_t at = 0; at < records.size(); ++at) kept[at].totals = records[at].totals;
  const std::lock_guard lock(mutex_);
  known_[replicate] = kept;
  return kept;
}

void TableModel::run(const Package& package, const std::function<bool()>& is_wanted,
                     const std::function<void(const Picture&)>& shown) {
  const auto changed =
      load_order(settings_, {file_, changes_of(package, scenario_.run), replicates()});
  const auto worlds = stated_worlds(changed);
  const auto own = part_of(worlds, 0, 1);
  const auto runs = static_cast<std::size_t>(replicates());
  const sim::ThreadLimit fitting(threads_);
  Gathering gathering(worlds, runs);
  sim::for_each_task(runs, [&](std::size_t replicate) {
    if (!is_wanted()) return;
    const auto references = references_of(replicate);
    auto records = run_replicate(
        own, {changed.run.ensemble.seed, static_cast<std::uint32_t>(replicate), 0}, {}, progress_);
    if (progress_.stop) return;
    records.insert(records.end(), references.begin(), references.end());
    if (const auto picture = gathering.add(replicate, records)) shown(*picture);
  });
}

}  // namespace skillscale::server
