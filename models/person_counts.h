// Counts over all persons at the month's end, block by block in parallel. Everything else that a
// month wants to know of persons follows from these whole numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "models/month_tables.h"
#include "models/world.h"

namespace skillscale::models {

/// Rows of counts, one behind the other in `cells`.
struct PersonCounts {
  /// All zero, with the extents of this world.
  explicit PersonCounts(const World& world);

  /// Persons.
  /// @param has_arrived    has been to Germany
  /// @param on_home_track  was admitted on the home track
  std::size_t person(std::size_t cell, std::size_t type, std::size_t stage, bool has_arrived,
                     bool on_home_track) const {
    return (type_of_cell(cell, type) * stage_count + stage) * 4 + std::size_t{has_arrived} * 2 +
           std::size_t{on_home_track};
  }
  /// Persons whose stage is paid for; those without a partnership stand behind the last one.
  std::size_t paid_for(std::size_t partnership, std::size_t type, std::size_t stage) const {
    return paid_for_ + (partnership * partnership_type_count + type) * stage_count + stage;
  }
  /// Months spent in the stage so far.
  std::size_t months(std::size_t stage) const { return months_ + stage; }
  /// Integration of those at work, millionths.
  std::size_t social(std::size_t cell) const { return social_ + cell; }
  std::size_t economic(std::size_t cell) const { return economic_ + cell; }
  /// Wages and money sent home, cents.
  std::size_t wages(std::size_t cell, std::size_t type) const {
    return wages_ + type_of_cell(cell, type);
  }
  std::size_t sent(std::size_t cell) const { return sent_ + cell; }
  /// Persons who are paid, by WageKind.
  std::size_t paid(std::size_t kind, std::size_t cell) const {
    return paid_ + cell * wage_kind_count + kind;
  }

  std::vector<std::int64_t> cells;

 private:
  static std::size_t type_of_cell(std::size_t cell, std::size_t type) {
    return cell * partnership_type_count + type;
  }
  std::size_t paid_for_, months_, social_, economic_, wages_, sent_, paid_;
};

PersonCounts count_persons(const World& world);

}  // namespace skillscale::models
