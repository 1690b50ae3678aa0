#include "experiments/footprint.h"

#include <algorithm>

#include "experiments/result_layout.h"
#include "models/pool.h"

namespace skillscale::experiments {
namespace {

constexpr auto entry_bytes = static_cast<std::int64_t>(sizeof(sim::PoolEntry));
constexpr auto real_bytes = static_cast<std::int64_t>(sizeof(double));

/// Totals of every world of every run, and the values that follow from them.
std::int64_t headline_bytes(const Footprint& f) {
  constexpr auto list_bytes = static_cast<std::int64_t>(sizeof(std::vector<double>)) + 32;
  const auto headlines = static_cast<std::int64_t>(models::headline_table().size());
  const auto values = headlines * (list_bytes + real_bytes * f.worlds);
  return f.runs * f.worlds * (static_cast<std::int64_t>(sizeof(models::Totals)) + values);
}

}  // namespace

Start start_of(const models::Parameters& p) {
  Start start;
  start.multiplicity = static_cast<std::int64_t>(p.pool_multiplicity);
  for (const auto& origin : p.origins) {
    for (std::size_t j = 0; j < p.occupations.size(); ++j) {
      for (const auto group : {models::PoolGroup::Qualified, models::PoolGroup::SchoolLeavers}) {
        const auto persons = models::persons_at_start(origin.occupation[j], group);
        const auto rows = models::rows_of(persons, start.multiplicity);
        start.persons += persons;
        start.rows += rows;
        start.largest_pool = std::max(start.largest_pool, rows);
      }
    }
  }
  return start;
}

Footprint footprint_of(const scenarios::Scenario& scenario, const RunOptions& options,
                       const WorldSet& worlds) {
  const auto layout = make_layout(scenario, options, worlds, recording_for(scenario));
  Footprint f;
  f.start = start_of(*worlds.parameters.front());
  f.runs = static_cast<std::int64_t>(layout.draws) * layout.replicates;
  f.worlds = static_cast<int>(worlds.names.size());
  f.months = options.months;
  f.pools = f.start.rows * entry_bytes;
  f.sorting = f.start.largest_pool * entry_bytes;
  for (const auto& variable : layout.variables) {
    if (variable.monthly)
      f.recorded +=
          real_bytes * f.worlds * static_cast<std::int64_t>(value_count(layout, variable));
  }
  for (const auto& origin : worlds.parameters.front()->origins) {
    for (const auto& pair : origin.occupation) {
      if (pair.present)
        f.newcomers_per_month += pair.graduates_per_month + pair.school_leavers_per_month;
    }
  }
  for (const auto& sector : worlds.parameters.front()->sectors)
    f.establishments += sector.establishments;
  f.headlines = headline_bytes(f);
  f.file = output::footprint_of(layout);
  f.keeps_checkpoints = options.checkpoint_every > 0;
  f.keeps_last_states = keeps_last_states(scenario, options);
  return f;
}

int replicates_at_once(const Footprint& f, int threads) {
  return static_cast<int>(std::clamp<std::int64_t>(threads, 1, f.runs));
}

int worlds_at_once(const Footprint& f, int threads) {
  return static_cast<int>(std::clamp<std::int64_t>(threads, 1, f.runs * f.worlds));
}

std::int64_t memory_at_least(const Footprint& f, int threads) {
  const auto while_simulating =
      replicates_at_once(f, threads) * (f.pools + std::max(f.sorting, f.recorded));
  // The memory of writing is counted generously; half of it is taken even by the smallest file.
  return f.headlines + std::max(while_simulating, f.file.memory / 2);
}

std::int64_t memory_bound(const Footprint& f, int threads) {
  // A person's row and what a month takes for it, an establishment with its neighbours, and what
  // every world has; with checkpoints as much again for copies.
  constexpr double person_bytes = 300, establishment_bytes = 200, world_bytes = 32 << 20;
  const double persons = double(f.start.persons) + f.newcomers_per_month * f.months;
  const double each =
      (persons * person_bytes + f.establishments * establishment_bytes + world_bytes) *
      (f.keeps_checkpoints ? 2 : 1);
  const double pools = double(replicates_at_once(f, threads)) * double(2 * f.pools + f.recorded);
  return static_cast<std::int64_t>(worlds_at_once(f, threads) * each + pools +
                                   double(f.headlines + f.file.memory));
}

}  // namespace skillscale::experiments
