// The pools of a cell: persons who have not (yet) engaged. An idle person costs nothing in a month;
// those whose threshold is passed decide, and those who apply become rows of their own.
//
// A person's traits are drawn from the person's key when needed, so a pool row keeps no more than
// its threshold. Attrition is drawn for the whole pool and takes all persons alike; whoever passes
// a threshold is still present with the share that attrition has left since that person entered,
// which is exact for any spread of thresholds and any times of entry. While nothing but staying is
// on offer the pool is closed: its cumulative hazard stands still.
#pragma once

#include <memory>
#include <span>

#include "models/world.h"

namespace skillscale::models {

/// Cells of keys that are no person's: 0x4000 is added to the cell group of persons put in from
/// outside.
inline constexpr int outside_group = 0x4000;
inline constexpr std::uint16_t entries_cell = 0xF000;
inline constexpr std::uint16_t market_cell = 0xF001;
inline constexpr std::uint16_t employer_cell = 0xF002;
inline constexpr std::uint16_t office_cell = 0xF003;
inline constexpr std::uint16_t partnership_cell = 0xF004;
inline constexpr std::uint16_t domestic_cell = 0xF005;
inline constexpr std::uint16_t lever_cell = 0xF006;

/// Whole persons of this month when `per_month` enter steadily: the difference of two rounded-down
/// running totals.
inline std::int64_t whole_share(double per_month, Month month) {
  return static_cast<std::int64_t>(per_month * (month + 1)) -
         static_cast<std::int64_t>(per_month * month);
}

/// Persons of a group with whom a pool of this pair begins.
inline std::int64_t persons_at_start(const OriginOccupation& pair, PoolGroup group) {
  if (!pair.present) return 0;
  return static_cast<std::int64_t>(group == PoolGroup::Qualified ? pair.stock
                                                                 : pair.school_leavers);
}

/// Rows of `multiplicity` persons each; the last may have fewer.
inline std::int64_t rows_of(std::int64_t persons, std::int64_t multiplicity) {
  return (persons + multiplicity - 1) / multiplicity;
}

/// Draws the thresholds of a pool at the start. Linear in rows, parallel.
std::shared_ptr<const PoolSetup> make_pool_setup(const sim::Draws& draws, std::uint16_t cell_group,
                                                 std::int64_t persons, std::int64_t multiplicity,
                                                 double heterogeneity);

Pool make_pool(std::shared_ptr<const PoolSetup> setup, std::uint16_t cell, PoolGroup group);

/// Adds `count` newcomers of this month (graduates, school leavers).
void enter_pool(World& world, Pool& pool, std::int64_t count);

/// Takes out `count` persons (at most those present), any of them alike.
void leave_by_attrition(Pool& pool, std::int64_t count);

/// Puts known persons back, each with a new threshold.
void return_to_pool(World& world, Pool& pool, std::span<const sim::Key> keys);

/// Phase 8: everyone whose threshold is passed decides; applicants become persons, in key order.
void births_from_pools(World& world);

/// Phase 8: persons put in from outside by the scenario.
void births_from_outside(World& world);

/// Appends rows for engaged persons, whose lives must begin before anything else; returns the
/// first.
Row add_persons(World& world, std::size_t count);

/// Appends an engaged person; returns the row.
Row add_person(World& world, sim::Key key, std::uint16_t cell, PartnershipType type, Stage stage);

/// Pool of a person of this type.
inline PoolGroup group_of(PartnershipType type) {
  return type == PartnershipType::TrainAtDestination || type == PartnershipType::TrainAtOrigin ||
                 type == PartnershipType::DualTrack
             ? PoolGroup::SchoolLeavers
             : PoolGroup::Qualified;
}
inline Pool& pool_of(World& world, std::size_t cell, PoolGroup group) {
  return world.pools[cell * 2 + static_cast<std::size_t>(group)];
}
inline const Pool& pool_of(const World& world, std::size_t cell, PoolGroup group) {
  return world.pools[cell * 2 + static_cast<std::size_t>(group)];
}

}  // namespace skillscale::models
