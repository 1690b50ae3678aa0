// Engaged persons, one row each: candidates, trainees, migrants, returnees. Persons of the pool
// have no row here (models/pool.h).
//
// Columns, so that a stage rule reads only what it needs. A rule writes its own row and nothing
// else; what concerns others leaves as an Effect and is applied afterwards in block order.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "models/vocabulary.h"
#include "sim/column.h"
#include "sim/ids.h"

namespace skillscale::models {

using sim::Month;
using sim::Row;

inline constexpr std::uint32_t no_employer = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint16_t no_partnership = std::numeric_limits<std::uint16_t>::max();
inline constexpr std::int16_t no_month = std::numeric_limits<std::int16_t>::max();
inline constexpr std::size_t budget_count = exit_cause_count;
inline constexpr std::array<std::string_view, budget_count> budget_names{
    "budget_0", "budget_1", "budget_2", "budget_3", "budget_4"};

/// Marks of a person; a bit each.
enum PersonFlag : std::uint8_t {
  HomeTrackSeat = 1,    // admitted on the home track
  FullyRecognised = 2,  // recognised skilled worker (or decision in full, before arrival)
  Accelerated = 4,      // uses the accelerated procedure
  Settled = 8,          // holds a settlement permit
  Remits = 16,          // sends money home
  TrainedInGermany = 32,
  Indebted = 64,    // owes recruitment cost beyond own savings
  WorkFirst = 128,  // works in Germany before a recognition office has decided
};

/// Step within a stage that has a queue before its work. In the stage of adaptation a file may be
/// before the office (Before) or in its hands (Decision); with a visa, housing may be missing.
enum class Step : std::uint8_t { Before, Waiting, InWork, Decision, Housing };

/// Where a migrant's partner and children live.
enum class FamilyState : std::uint8_t { None, Abroad, Joined };

struct Persons {
  sim::Column<std::uint64_t> key;
  sim::Column<std::uint8_t> stage, type, step, level, fails, land, flags, family;
  sim::Column<std::uint16_t> cell, partnership;
  sim::Column<std::uint32_t> employer;
  sim::Column<std::int16_t> since, due, applied, arrived, recognised;
  sim::Column<std::int32_t> debt;     ///< cents
  sim::Column<std::int32_t> account;  ///< cents, see models/person_accounts.h
  sim::Column<float> budget[budget_count];
  sim::Column<float> aptitude, alignment, social, economic;

  /// Calls visit(name, column) for every column; the binding makes the compiler ask for a new one.
  template <class Table, class Visit>
  static void columns_of(Table& persons, Visit&& visit) {
    auto& [key, stage, type, step, level, fails, land, flags, family, cell, partnership, employer,
           since, due, applied, arrived, recognised, debt, account, budget, aptitude, alignment,
           social, economic] = persons;
    visit("key", key), visit("stage", stage), visit("type", type), visit("step", step);
    visit("level", level), visit("fails", fails), visit("land", land), visit("flags", flags);
    visit("family", family), visit("debt", debt), visit("account", account);
    visit("cell", cell), visit("partnership", partnership), visit("employer", employer);
    visit("since", since), visit("due", due), visit("applied", applied);
    visit("arrived", arrived), visit("recognised", recognised);
    for (std::size_t k = 0; k < budget_count; ++k) visit(budget_names[k], budget[k]);
    visit("aptitude", aptitude), visit("alignment", alignment);
    visit("social", social), visit("economic", economic);
  }
  template <class Visit>
  void columns(Visit&& visit) {
    columns_of(*this, [&](std::string_view, auto& column) { visit(column); });
  }
  std::size_t size() const { return key.size(); }
  FamilyState family_of(Row row) const { return static_cast<FamilyState>(family[row]); }
  bool has(Row row, PersonFlag flag) const { return (flags[row] & flag) != 0; }
  void set(Row row, PersonFlag flag) { flags[row] = static_cast<std::uint8_t>(flags[row] | flag); }
  void clear(Row row, PersonFlag flag) {
    flags[row] = static_cast<std::uint8_t>(flags[row] & ~flag);
  }
  Stage stage_of(Row row) const { return static_cast<Stage>(stage[row]); }
  PartnershipType type_of(Row row) const { return static_cast<PartnershipType>(type[row]); }
};

/// What a person's step asks of the world outside its own row.
enum class EffectKind : std::uint8_t {
  FreeLanguagePlace,
  FreeBridgingPlace,
  FreeCentreSeat,
  PostReopens,
  PlacementFailed,
  JobEnds,
  Placed,
  DroppedOut,
  HomeGraduate,
  BackToPool,
  Rejected,
  CameHome,
  LeftHome,
  ChangedEmployer
};

struct Effect {
  EffectKind kind;
  std::uint16_t cell;
  std::uint16_t partnership;
  std::uint32_t employer;
  Row row;
};

}  // namespace skillscale::models
