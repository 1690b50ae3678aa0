#include "models/pool.h"

#include <algorithm>

#include "models/aspiration.h"
#include "models/person_step.h"
#include "models/purposes.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/parallel.h"
#include "sim/population.h"

namespace skillscale::models {
namespace {

using sim::Key;

/// All persons of a coarse row share the row's personal factor.
Key row_key(Key person, std::int64_t multiplicity) {
  const auto within = static_cast<std::uint32_t>(sim::ordinal_of(person) %
                                                 static_cast<std::uint32_t>(multiplicity));
  return Key{person.value - within};
}

double personal_factor(const sim::Draws& draws, Key person, const PoolSetup& setup) {
  if (setup.heterogeneity == 0) return 1;
  const double spread = setup.heterogeneity;
  const double normal =
      draws.normal({row_key(person, setup.multiplicity), 0, purpose::personal_factor});
  return sim::math::exp(spread * normal - 0.5 * spread * spread);
}

double exponential_of(const sim::Draws& draws, Key person, Month month) {
  return draws.exponential({person, event_of(month), purpose::pool_budget});
}

std::size_t initial_rows(const PoolSetup& setup) {
  return static_cast<std::size_t>((setup.persons + setup.multiplicity - 1) / setup.multiplicity);
}

std::int64_t multiplicity_of_row(const PoolSetup& setup, std::size_t row) {
  const auto first = static_cast<std::int64_t>(row) * setup.multiplicity;
  return std::min(setup.multiplicity, setup.persons - first);
}

/// Person whose turn it is in a queue entry; lowers the row's remainder and re-queues it when
/// someone is left.
Key take_person(World& world, Pool& pool, const sim::PoolEntry& entry) {
  const auto& setup = *pool.setup;
  const std::size_t rows = initial_rows(setup);
  if (entry.id >= rows) return Key{pool.later[entry.id - rows]};
  const auto group = static_cast<std::uint16_t>(pool.cell * 2 + static_cast<int>(pool.group));
  const auto first =
      static_cast<std::uint32_t>(static_cast<std::int64_t>(entry.id) * setup.multiplicity);
  if (setup.multiplicity == 1) return sim::make_key(group, -1, first);
  const std::uint32_t taken = pool.next_ordinal[entry.id]++;
  const auto left = multiplicity_of_row(setup, entry.id) - 1 - taken;
  if (left > 0) {
    const Key next = sim::make_key(group, -1, first + taken + 1);
    const double factor = personal_factor(world.draws, next, setup);
    const double wait =
        exponential_of(world.draws, next, -1) / (static_cast<double>(left) * factor);
    pool.queue.add({static_cast<float>(entry.threshold + wait), entry.id});
  }
  return sim::make_key(group, -1, first + taken);
}

void queue_person(World& world, Pool& pool, Key key, Month month, double survival) {
  const double wait =
      exponential_of(world.draws, key, month) / personal_factor(world.draws, key, *pool.setup);
  const auto id = static_cast<std::uint32_t>(initial_rows(*pool.setup) + pool.later.size());
  pool.later.push_back(key.value);
  pool.later_survival.push_back(survival);
  pool.queue.add({static_cast<float>(pool.cumulative + wait), id});
}

/// Whoever passes a threshold may have left the occupation since entering; attrition takes all
/// alike.
bool is_still_present(const World& world, Pool& pool, Key key, std::uint32_t id) {
  const std::size_t rows = initial_rows(*pool.setup);
  const double then = id < rows ? 1 : pool.later_survival[id - rows];
  const double u = world.draws.uniform({key, event_of(world.month), purpose::present});
  const bool present = pool.present > 0 && u * then < pool.survival;
  if (present) --pool.present;
  return present;
}

/// The cumulative hazard stood still while the pool was closed, so thresholds may be drawn now.
void queue_pending(World& world, Pool& pool) {
  const auto group = static_cast<std::uint16_t>(pool.cell * 2 + static_cast<int>(pool.group));
  for (const auto& cohort : pool.pending) {
    for (std::uint32_t i = 0; i < cohort.persons; ++i) {
      queue_person(world, pool, sim::make_key(group, cohort.month, i), cohort.month,
                   cohort.survival);
    }
  }
  pool.pending.clear();
}

void decide_in_cell(World& world, Pool& pool) {
  OriginMarket& market = world.origins[pool.cell];
  const ChoiceSet choices = choice_set(world, market, pool.group);
  if (std::find(choices.open.begin() + 1, choices.open.end(), true) == choices.open.end()) return;
  queue_pending(world, pool);
  pool.cumulative += application_hazard(world, market);
  std::vector<sim::PoolEntry> due;
  std::size_t next = 0;
  for (pool.queue.pop_until(pool.cumulative, due); next < due.size();
       pool.queue.pop_until(pool.cumulative, due)) {
    for (; next < due.size(); ++next) {
      const Key key = take_person(world, pool, due[next]);
      if (is_still_present(world, pool, key, due[next].id)) {
        decide(world, market, pool, key, choices);
      }
    }
  }
}

}  // namespace

std::shared_ptr<const PoolSetup> make_pool_setup(const sim::Draws& draws, std::uint16_t cell_group,
                                                 std::int64_t persons, std::int64_t multiplicity,
                                                 double heterogeneity) {
  auto setup = std::make_shared<PoolSetup>();
  setup->persons = persons;
  setup->multiplicity = multiplicity;
  setup->heterogeneity = heterogeneity;
  std::vector<sim::PoolEntry> entries(initial_rows(*setup));
  sim::for_each_block(entries.size(), [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row) {
      const Key key =
          sim::make_key(cell_group, -1,
                        static_cast<std::uint32_t>(static_cast<std::int64_t>(row) * multiplicity));
      const double rate = static_cast<double>(multiplicity_of_row(*setup, row)) *
                          personal_factor(draws, key, *setup);
      entries[row] = {static_cast<float>(exponential_of(draws, key, -1) / rate),
                      static_cast<std::uint32_t>(row)};
    }
  });
  setup->thresholds = sim::sort_pool(std::move(entries));
  return setup;
}

Pool make_pool(std::shared_ptr<const PoolSetup> setup, std::uint16_t cell, PoolGroup group) {
  Pool pool;
  pool.cell = cell;
  pool.group = group;
  pool.queue = sim::ThresholdQueue(setup->thresholds);
  pool.present = setup->persons;
  pool.setup = std::move(setup);
  if (pool.setup->multiplicity > 1) pool.next_ordinal.assign(initial_rows(*pool.setup), 0);
  return pool;
}

void enter_pool(World& world, Pool& pool, std::int64_t count) {
  if (count <= 0) return;
  pool.pending.push_back({world.month, static_cast<std::uint32_t>(count), pool.survival});
  pool.present += count;
}

void return_to_pool(World& world, Pool& pool, Key key) {
  queue_person(world, pool, key, world.month, pool.survival);
  ++pool.present;
}

void leave_by_attrition(Pool& pool, std::int64_t count) {
  if (count <= 0) return;
  pool.survival *= static_cast<double>(pool.present - count) / static_cast<double>(pool.present);
  pool.present -= count;
}

void births_from_pools(World& world) {
  if (world.now.on.pool == 0) return;
  for (auto& pool : world.pools) {
    if (world.origins[pool.cell].present) decide_in_cell(world, pool);
  }
}

void births_from_outside(World& world) {
  const auto& p = world.now;
  if (p.origins.empty() || p.occupations.empty()) return;
  const auto type = static_cast<PartnershipType>(static_cast<int>(p.entries_type));
  const auto cell = static_cast<std::uint16_t>(
      world.cell(static_cast<int>(p.entries_origin), static_cast<int>(p.entries_occupation)));
  const auto outside = [&](Stage stage, std::int64_t count, std::uint16_t where,
                           PartnershipType channel) {
    for (std::int64_t i = 0; i < count; ++i) {
      const auto group = static_cast<std::uint16_t>(
          where * 2 + static_cast<int>(PoolGroup::Qualified) + outside_group);
      const Key key = sim::make_key(group, world.month, world.entry_ordinal[where]++);
      const Row row = add_person(world, key, where, channel, stage);
      if (stage == Stage::Applicant && channel <= PartnershipType::DualTrack)
        world.persons.partnership[row] =
            pick_partnership(world, world.origins[where], channel, key);
    }
  };
  for (auto& ordinal : world.entry_ordinal) ordinal = 0;
  for (int s = 0; s < stage_count; ++s) {
    const auto& entry = p.stages[static_cast<std::size_t>(s)];
    if (entry.entries_per_month <= 0 || world.month >= entry.entries_until) continue;
    const Key office = sim::make_key(entries_cell, 0, static_cast<std::uint32_t>(s));
    const auto count = entry.entries_poisson != 0
                           ? world.draws.poisson({office, event_of(world.month), purpose::entries},
                                                 entry.entries_per_month)
                           : whole_share(entry.entries_per_month, world.month);
    outside(static_cast<Stage>(s), count, cell, type);
  }
  for (auto& market : world.origins) {
    if (!market.present) continue;
    const double rate = p.origins[static_cast<std::size_t>(market.origin)]
                            .occupation[static_cast<std::size_t>(market.occupation)]
                            .applicants;
    if (rate > 0) outside(Stage::Applicant, whole_share(rate, world.month), market.cell, type);
  }
}

Row add_person(World& world, Key key, std::uint16_t cell, PartnershipType type, Stage stage) {
  auto& persons = world.persons;
  const auto row = static_cast<Row>(persons.size());
  sim::grow(persons, 1);
  persons.key[row] = key.value;
  persons.cell[row] = cell;
  persons.type[row] = static_cast<std::uint8_t>(type);
  begin_life(world, row, stage);
  return row;
}

}  // namespace skillscale::models
