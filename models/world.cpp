#include "models/world.h"

#include <algorithm>

#include "models/actors.h"
#include "models/admission.h"
#include "models/authority.h"
#include "models/destination_market.h"
#include "models/employer.h"
#include "models/matching.h"
#include "models/month_end.h"
#include "models/month_tables.h"
#include "models/network.h"
#include "models/origin_market.h"
#include "models/partnership.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/warm_start.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::models {
namespace {

std::uint16_t cell_group(std::size_t cell, std::size_t group) {
  return static_cast<std::uint16_t>(cell * 2 + group);
}

bool same_start(const PoolSetup& setup, std::int64_t persons, std::int64_t multiplicity,
                double heterogeneity) {
  return setup.persons == persons && setup.multiplicity == multiplicity &&
         setup.heterogeneity == heterogeneity;
}

void init_pools(World& w) {
  const auto multiplicity = static_cast<std::int64_t>(w.now.pool_multiplicity);
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    const auto& pair = w.now.origins[cell / w.occupations()].occupation[cell % w.occupations()];
    for (std::size_t group = 0; group < 2; ++group) {
      auto setup = w.setup->pools[cell * 2 + group];
      const auto persons = persons_at_start(pair, static_cast<PoolGroup>(group));
      if (!same_start(*setup, persons, multiplicity, w.now.migration.heterogeneity)) {
        setup = make_pool_setup(w.draws, cell_group(cell, group), persons, multiplicity,
                                w.now.migration.heterogeneity);
      }
      w.pools.push_back(
          make_pool(setup, static_cast<std::uint16_t>(cell), static_cast<PoolGroup>(group)));
    }
  }
}

/// Persons whom the scenario puts into stages before the first month.
void init_persons(World& w) {
  const auto& p = w.now;
  if (p.origins.empty() || p.occupations.empty()) return;
  const auto cell = static_cast<std::uint16_t>(
      w.cell(static_cast<int>(p.entries_origin), static_cast<int>(p.entries_occupation)));
  const auto type = static_cast<PartnershipType>(static_cast<int>(p.entries_type));
  w.month = -1;
  std::uint32_t ordinal = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    const auto count = static_cast<std::int64_t>(p.stages[s].initial);
    for (std::int64_t i = 0; i < count; ++i) {
      const auto group = static_cast<std::uint16_t>(cell * 2 + outside_group);
      const Row row =
          add_person(w, sim::make_key(group, -1, ordinal++), cell, type, static_cast<Stage>(s));
      if (static_cast<Stage>(s) == Stage::Employed) w.persons.set(row, FullyRecognised);
    }
  }
  w.month = 0;
}

void begin_month(World& w) {
  const std::size_t blocks = std::max<std::size_t>(1, sim::block_count(w.persons.size()));
  w.tally.begin_month(blocks);
  w.cases.clear(blocks);
  w.applications.clear(blocks);
  w.effects.resize(std::max(w.effects.size(), blocks));
}

}  // namespace

ReplicateSetup::ReplicateSetup(const Parameters& p, std::uint64_t seed, std::uint32_t replicate,
                               std::uint32_t draw_set)
    : draws(seed, replicate, draw_set) {
  const auto multiplicity = static_cast<std::int64_t>(p.pool_multiplicity);
  pools.resize(p.origins.size() * p.occupations.size() * 2);
  sim::for_each_task(pools.size(), [&](std::size_t i) {
    const std::size_t cell = i / 2, group = i % 2;
    const auto& pair =
        p.origins[cell / p.occupations.size()].occupation[cell % p.occupations.size()];
    pools[i] = make_pool_setup(draws, cell_group(cell, group),
                               persons_at_start(pair, static_cast<PoolGroup>(group)), multiplicity,
                               p.migration.heterogeneity);
  });
  employers = make_employer_setup(p, draws);
}

World::World(std::shared_ptr<const Parameters> parameters,
             std::shared_ptr<const ReplicateSetup> shared)
    : base(std::move(parameters)),
      now(*base),
      setup(std::move(shared)),
      draws(setup->draws),
      layout(now),
      tally(layout.cells()) {
  policy = prepare_policy(now);
  init_actors(*this);
  absorbed.assign(layout.size(Tally::Stock), 0);
  effects.resize(1);
  entry_ordinal.assign(now.origins.size() * now.occupations.size(), 0);
  fates.resize(entry_ordinal.size());
  tally.begin_month(1);
  build_tables(*this);
  init_origin_markets(*this);
  init_pools(*this);
  init_offices(*this);
  employers.setup = setup->employers;
  init_partnerships(*this);
  init_employers(*this);
  init_destination(*this);
  init_persons(*this);
  init_pipelines(*this);
}

void World::step() {
  apply_policy(*this);
  begin_month(*this);
  step_actors(*this);
  build_tables(*this);
  step_origin_markets(*this);
  step_destination(*this);
  step_employers(*this);
  step_partnerships(*this);
  step_persons(*this);
  settle_offices(*this);
  match_candidates(*this);
  settle_admissions(*this);
  apply_effects(*this);
  remove_finished(*this);
  births_from_pools(*this);
  births_from_outside(*this);
  tally.end_month();
  post_month(*this);
  update_bottleneck(*this);
  digest.add(tally.cells());
  ++month;
}

}  // namespace skillscale::models
