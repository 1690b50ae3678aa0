// What a world counts each month. One row declares one tally; its place on the tally board, its
// axes in the result file and its description are derived from it. All tallies are whole numbers:
// persons, cases, cents, or thousandths and millionths.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/parameters.h"

namespace skillscale::models {

/// Axes of results.
enum class Dim : std::uint8_t {
  None,
  Origin,
  Occupation,
  Type,
  Stage,
  Cause,
  Land,
  Size,
  Party,
  Payer,
  Authority,
  Group,
  Actor
};
inline constexpr int dim_count = 13;

/// Groups whose gains the triple win compares.
enum class Group : std::uint8_t {
  Migrants,
  Employers,
  GermanState,
  DomesticWorkers,
  OriginState,
  OriginEmployers,
  OriginWorkers,
  OriginHouseholds
};
inline constexpr std::array<std::string_view, 8> group_names{
    "migrants",         "german_employers", "german_state",
    "domestic_workers", "origin_state",     "origin_employers_and_patients",
    "origin_workers",   "origin_households"};
inline constexpr int group_count = 8;

enum class Tally : std::uint16_t {
  Stock,
  Entered,
  Completed,
  Dropped,
  StayMonths,
  TimeInStage,
  Applications,
  StayChoices,
  OtherChoices,
  Rejected,
  Enrolments,
  Arrivals,
  ArrivalsByLand,
  DecidedFull,
  DecidedCompensation,
  DecidedRefused,
  Recognitions,
  Exits,
  Retained12,
  Retained36,
  Retained60,
  QualifiedMonths,
  AssistantMonths,
  BondedMonths,
  B2Reached,
  Settlements,
  FamiliesJoined,
  Defrauded,
  Queue,
  Served,
  WaitedMonths,
  Vacancies,
  Separations,
  DomesticHires,
  ForeignHires,
  HiresByType,
  DomesticSeekers,
  EmployersAware,
  EmployersAdopted,
  PartnershipsActive,
  PartnershipsPlanned,
  PartnershipsFormed,
  PartnershipsDissolved,
  PartnershipsEndedAtCliff,
  PartnershipsPastCliff,
  Seats,
  Members,
  Experience,
  OriginStock,
  OriginEmployed,
  OriginUnemployed,
  OriginPreparing,
  Graduates,
  Attrition,
  HomeGraduates,
  ReturnedSkilled,
  Pool,
  SchoolLeavers,
  OriginWage,
  HealthDensity,
  Intention,
  SocialIntegration,
  EconomicIntegration,
  Abroad,
  WageBill,
  Remittances,
  Ledger,
  PreparationCost,
  DebtLent,
  DebtRepaid,
  BondsPaid,
  Welfare,
  Commitment,
  ShadowPrice,
  MaxFlow,
  Bottleneck,
  Count
};
inline constexpr int tally_count = static_cast<int>(Tally::Count);

struct TallyRow {
  std::string_view name;
  std::string_view unit;  ///< of the stored whole number after `scale`
  double scale;           ///< shown value = whole number * scale
  std::array<Dim, 4> dims;
  std::string_view meaning;
};

const std::array<TallyRow, static_cast<std::size_t>(tally_count)>& tally_table();

std::string_view dim_word(Dim dim);

/// Names on an axis for a world with these parameters.
std::vector<std::string> dim_labels(Dim dim, const Parameters& parameters);

/// Where each tally stands on the board.
class TallyLayout {
 public:
  explicit TallyLayout(const Parameters& parameters);
  std::size_t cells() const { return cells_; }
  std::size_t first(Tally t) const { return first_[static_cast<std::size_t>(t)]; }
  std::size_t size(Tally t) const;
  std::size_t at(Tally t) const { return first(t); }
  std::size_t at(Tally t, std::size_t a) const { return first(t) + a; }
  std::size_t at(Tally t, std::size_t a, std::size_t b) const {
    return first(t) + a * stride(t, 1) + b;
  }
  std::size_t at(Tally t, std::size_t a, std::size_t b, std::size_t c) const {
    return first(t) + (a * stride(t, 1) + b) * stride(t, 2) + c;
  }
  std::size_t at(Tally t, std::size_t a, std::size_t b, std::size_t c, std::size_t d) const {
    return first(t) + ((a * stride(t, 1) + b) * stride(t, 2) + c) * stride(t, 3) + d;
  }
  /// For tallies that start with (origin, occupation): cell = origin * occupations + occupation.
  std::size_t of_cell(Tally t, std::size_t cell) const { return first(t) + cell; }
  std::size_t of_cell(Tally t, std::size_t cell, std::size_t c) const {
    return first(t) + cell * stride(t, 2) + c;
  }
  std::size_t of_cell(Tally t, std::size_t cell, std::size_t c, std::size_t d) const {
    return first(t) + (cell * stride(t, 2) + c) * stride(t, 3) + d;
  }

 private:
  std::size_t stride(Tally t, std::size_t dim) const {
    return extent_[static_cast<std::size_t>(t)][dim];
  }
  std::array<std::size_t, static_cast<std::size_t>(tally_count)> first_{};
  std::array<std::array<std::size_t, 4>, static_cast<std::size_t>(tally_count)> extent_{};
  std::size_t cells_ = 0;
};

}  // namespace skillscale::models
