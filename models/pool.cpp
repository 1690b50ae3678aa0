#include "models/pool.h"

#include <algorithm>
#include <array>
#include <bit>

#include "models/decision.h"
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

/// Factor of the hazard that is a person's own, mean 1.
void personal_factors(const sim::Draws& draws, std::span<const Key> persons, const PoolSetup& setup,
                      std::span<double> factors) {
  const double spread = setup.heterogeneity;
  if (spread == 0) {
    std::fill(factors.begin(), factors.end(), 1.0);
    return;
  }
  std::vector<Key> rows;
  if (setup.multiplicity > 1) {
    for (const Key person : persons) rows.push_back(row_key(person, setup.multiplicity));
    persons = rows;
  }
  draws.uniforms(persons, 0, purpose::personal_factor, 0, factors);
  sim::math::inverse_normal_all(factors);
  for (double& factor : factors) factor = spread * factor - 0.5 * spread * spread;
  sim::math::exp_all(factors);
}

std::size_t initial_rows(const PoolSetup& setup) {
  return static_cast<std::size_t>(rows_of(setup.persons, setup.multiplicity));
}

std::int64_t multiplicity_of_row(const PoolSetup& setup, std::size_t row) {
  const auto first = static_cast<std::int64_t>(row) * setup.multiplicity;
  return std::min(setup.multiplicity, setup.persons - first);
}

/// A row that somebody has left and in which `left` persons wait on.
struct Rest {
  Key next;
  double after;  ///< threshold of the one who left
  std::int64_t left;
  std::uint32_t id;
};

/// Person whose turn it is in a row of the start.
Key take_initial(Pool& pool, const sim::PoolEntry& entry, std::vector<Rest>& rests) {
  const auto& setup = *pool.setup;
  const auto group = static_cast<std::uint16_t>(pool.cell * 2 + static_cast<int>(pool.group));
  const auto first =
      static_cast<std::uint32_t>(static_cast<std::int64_t>(entry.id) * setup.multiplicity);
  if (setup.multiplicity == 1) return sim::make_key(group, -1, first);
  const std::uint32_t taken = pool.next_ordinal[entry.id]++;
  const auto left = multiplicity_of_row(setup, entry.id) - 1 - taken;
  const Key next = sim::make_key(group, -1, first + taken + 1);
  if (left > 0) rests.push_back({next, entry.threshold, left, entry.id});
  return sim::make_key(group, -1, first + taken);
}

/// The same for those who came later.
Key take_later(Pool& pool, const sim::PoolEntry& entry, std::vector<Rest>& rests) {
  const auto place = static_cast<std::uint32_t>(entry.id - initial_rows(*pool.setup));
  auto& row = pool.later[place];
  const Key person = row.next;
  if (row.after == 0) {
    pool.free_places.push_back(place);
    return person;
  }
  row.next.value += 1;
  rests.push_back({row.next, entry.threshold, row.after--, entry.id});
  return person;
}

/// The next of each row waits for the smallest of what `left` persons still wait for.
void queue_rests(World& world, Pool& pool, std::span<const Rest> rests) {
  std::vector<Key> next(rests.size());
  std::vector<sim::Address> addresses(rests.size());
  std::vector<double> factor(rests.size()), wait(rests.size());
  std::vector<std::uint64_t> words(rests.size()), unused(rests.size());
  for (std::size_t i = 0; i < rests.size(); ++i) {
    next[i] = rests[i].next;
    addresses[i] = {next[i], event_of(sim::entry_month_of(next[i])), purpose::pool_budget};
  }
  personal_factors(world.draws, next, *pool.setup, factor);
  world.draws.bits(addresses, words, unused);
  sim::exponentials_of_bits(words, wait);
  for (std::size_t i = 0; i < rests.size(); ++i) {
    const double rate = static_cast<double>(rests[i].left) * factor[i];
    pool.queue.add({static_cast<float>(rests[i].after + wait[i] / rate), rests[i].id});
  }
}

std::uint32_t place_for(Pool& pool, const Pool::LaterRow& row) {
  std::size_t place = pool.later.size();
  if (pool.free_places.empty()) {
    pool.later.push_back(row);
  } else {
    place = pool.free_places.back();
    pool.free_places.pop_back();
    pool.later[place] = row;
  }
  return static_cast<std::uint32_t>(initial_rows(*pool.setup) + place);
}

/// Persons who came in a month: rows of `multiplicity` each, the last may have fewer.
struct Arrivals {
  Month month;
  double survival;  ///< of the pool when they came
  std::int64_t persons, multiplicity;
};

/// The next larger float.
float next_up(float value) {
  const auto bits = std::bit_cast<std::uint32_t>(value);
  if (value == 0) return std::bit_cast<float>(std::uint32_t{1});
  return std::bit_cast<float>(value > 0 ? bits + 1 : bits - 1);
}

/// A threshold that is not reached yet: rounding to a float may not make it due.
float threshold_after(double cumulative, double wait) {
  const auto threshold = static_cast<float>(cumulative + wait);
  return static_cast<double>(threshold) > cumulative ? threshold : next_up(threshold);
}

/// @param firsts  first person of each row
void queue_rows(World& world, Pool& pool, std::span<const Key> firsts, const Arrivals& came) {
  std::vector<double> wait(firsts.size()), factor(firsts.size());
  world.draws.exponentials(firsts, event_of(came.month), purpose::pool_budget, 0, wait);
  personal_factors(world.draws, firsts, *pool.setup, factor);
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const auto before = static_cast<std::int64_t>(i) * came.multiplicity;
    const auto here = std::min(came.multiplicity, came.persons - before);
    const double rate = static_cast<double>(here) * factor[i];
    const auto threshold = threshold_after(pool.cumulative, wait[i] / rate);
    const auto after = static_cast<std::uint32_t>(here - 1);
    pool.queue.add({threshold, place_for(pool, {firsts[i], after, came.survival})});
  }
}

/// The persons whose turn it is, and with which survival of their pool they entered.
struct Due {
  std::vector<Key> keys;
  std::vector<double> survival;
};

Due take_due(World& world, Pool& pool, std::span<const sim::PoolEntry> entries) {
  const std::size_t rows = initial_rows(*pool.setup);
  Due due;
  std::vector<Rest> rests;
  for (const auto& entry : entries) {
    const bool came_later = entry.id >= rows;
    due.survival.push_back(came_later ? pool.later[entry.id - rows].survival : 1);
    due.keys.push_back(came_later ? take_later(pool, entry, rests)
                                  : take_initial(pool, entry, rests));
  }
  queue_rests(world, pool, rests);
  return due;
}

/// Whoever passes a threshold may have left the occupation since entering; attrition takes all
/// alike.
std::vector<Key> still_present(const World& world, Pool& pool, const Due& due) {
  std::vector<double> u(due.keys.size());
  world.draws.uniforms(due.keys, event_of(world.month), purpose::present, 0, u);
  std::vector<Key> present;
  for (std::size_t i = 0; i < u.size() && pool.present > 0; ++i) {
    if (u[i] * due.survival[i] >= pool.survival) continue;
    --pool.present;
    present.push_back(due.keys[i]);
  }
  return present;
}

/// The cumulative hazard stood still while the pool was closed, so thresholds may be drawn now.
void queue_pending(World& world, Pool& pool) {
  const auto group = static_cast<std::uint16_t>(pool.cell * 2 + static_cast<int>(pool.group));
  const std::int64_t multiplicity = pool.setup->multiplicity;
  std::vector<Key> firsts;
  for (const auto& cohort : pool.pending) {
    firsts.clear();
    for (std::int64_t i = 0; i < cohort.persons; i += multiplicity)
      firsts.push_back(sim::make_key(group, cohort.month, static_cast<std::uint32_t>(i)));
    queue_rows(world, pool, firsts, {cohort.month, cohort.survival, cohort.persons, multiplicity});
  }
  pool.pending.clear();
}

/// Of a row of several persons more than one may be due in a month. Who returns is not due again.
void decide_in_pool(World& world, Pool& pool, std::vector<Application>& applications) {
  const OriginMarket& market = world.origins[pool.cell];
  const ChoiceSet choices = choice_set(world, market, pool.group);
  if (std::find(choices.open.begin() + 1, choices.open.end(), true) == choices.open.end()) return;
  queue_pending(world, pool);
  pool.cumulative += application_hazard(world, market);
  std::vector<sim::PoolEntry> entries;
  while (true) {
    entries.clear();
    pool.queue.pop_until(pool.cumulative, entries);
    if (entries.empty()) return;
    const Due due = take_due(world, pool, entries);
    decide(world, pool, still_present(world, pool, due), choices, applications);
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
    std::array<Key, sim::block_rows> keys;
    std::array<double, sim::block_rows> wait, factor;
    const std::size_t rows = last - first;
    for (std::size_t i = 0; i < rows; ++i) {
      const auto person = static_cast<std::int64_t>(first + i) * multiplicity;
      keys[i] = sim::make_key(cell_group, -1, static_cast<std::uint32_t>(person));
    }
    const std::span firsts(keys.data(), rows);
    draws.exponentials(firsts, event_of(-1), purpose::pool_budget, 0, wait);
    personal_factors(draws, firsts, *setup, std::span(factor).first(rows));
    for (std::size_t i = 0; i < rows; ++i) {
      const double rate = static_cast<double>(multiplicity_of_row(*setup, first + i)) * factor[i];
      entries[first + i] = {static_cast<float>(wait[i] / rate),
                            static_cast<std::uint32_t>(first + i)};
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

void return_to_pool(World& world, Pool& pool, std::span<const Key> keys) {
  const auto persons = static_cast<std::int64_t>(keys.size());
  queue_rows(world, pool, keys, {world.month, pool.survival, persons, 1});
  pool.present += persons;
}

void leave_by_attrition(Pool& pool, std::int64_t count) {
  if (count <= 0) return;
  pool.survival *= static_cast<double>(pool.present - count) / static_cast<double>(pool.present);
  pool.present -= count;
}

void births_from_pools(World& world) {
  if (world.now.on.pool == 0) return;
  std::vector<std::vector<Application>> by_cell(world.origins.size());
  // A cell touches its own pools, market and cells of the tally board only.
  sim::for_each_task(by_cell.size(), [&](std::size_t cell) {
    if (!world.origins[cell].present) return;
    for (const PoolGroup group : {PoolGroup::Qualified, PoolGroup::SchoolLeavers})
      decide_in_pool(world, pool_of(world, cell, group), by_cell[cell]);
  });
  become_applicants(world, by_cell);
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
            PartnershipLottery(world, world.origins[where], channel).draw(world, key);
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

Row add_persons(World& world, std::size_t count) {
  return static_cast<Row>(sim::grow(world.persons, count));
}

Row add_person(World& world, Key key, std::uint16_t cell, PartnershipType type, Stage stage) {
  const Row row = add_persons(world, 1);
  begin_life(world, row, {key, cell, type}, stage);
  return row;
}

}  // namespace skillscale::models
