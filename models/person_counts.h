// Counts over all persons at the month's end, block by block in parallel. Everything else that a
// month wants to know of persons follows from these whole numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "models/month_tables.h"
#include "models/world.h"

namespace skillscale::models {

/// Where persons of a cell, type and stage are counted.
struct PersonIndex {
  /// @param has_arrived    has been to Germany
  /// @param on_home_track  was admitted on the home track
  constexpr std::size_t operator()(std::size_t cell, std::size_t type, std::size_t stage,
                                   bool has_arrived, bool on_home_track) const {
    return ((cell * partnership_type_count + type) * stage_count + stage) * 4 +
           std::size_t{has_arrived} * 2 + std::size_t{on_home_track};
  }
};

/// Where persons of a partnership are counted; those without one stand behind the last.
struct PreparationIndex {
  constexpr std::size_t operator()(std::size_t partnership, std::size_t type,
                                   std::size_t stage) const {
    return (partnership * partnership_type_count + type) * stage_count + stage;
  }
};

/// Whether somebody earns a wage in Germany: at work, as an apprentice, in other work.
constexpr bool earns_in_germany(Stage stage, bool has_arrived) {
  return stage == Stage::Employed || stage == Stage::Adaptation || stage == Stage::OtherWork ||
         (stage == Stage::Training && has_arrived);
}

/// Which wage somebody who earns one is paid.
std::size_t wage_kind(const Persons& persons, Row row, Stage stage);

class PersonCounts {
 public:
  /// All zero, with the extents of this world.
  explicit PersonCounts(const World& world);
  void add(const PersonCounts& other);

  std::int64_t* persons() { return &cells_[persons_]; }    ///< [PersonIndex]
  std::int64_t* prepared() { return &cells_[prepared_]; }  ///< [PreparationIndex]
  std::int64_t* months() { return &cells_[months_]; }      ///< in the stage so far [stage]
  std::int64_t* social() { return &cells_[social_]; }      ///< millionths, of those at work [cell]
  std::int64_t* economic() { return &cells_[economic_]; }  ///< the same
  std::int64_t* wages() {
    return &cells_[wages_];
  }  ///< of those at work, cents [cell * types + type]
  std::int64_t* wages_beside() {
    return &cells_[wages_beside_];
  }                                                ///< of all others who earn, cents
  std::int64_t* sent() { return &cells_[sent_]; }  ///< home, cents [cell]
  std::int64_t* paid() { return &cells_[paid_]; }  ///< persons [cell * kinds + WageKind]

 private:
  std::vector<std::int64_t> cells_;
  std::size_t persons_, prepared_, months_, social_, economic_, wages_, wages_beside_, sent_, paid_;
};

/// Of what is paid, what a person sends home; cents.
std::int64_t sent_home(const Persons& persons, Row row, const Pay& pay);

/// Counts, and posts to everybody's account what the month brought.
PersonCounts count_persons(World& world);

}  // namespace skillscale::models
