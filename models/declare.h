// What a row of the parameter table says, and how a scenario's keys name the parts of the model.
//
// One row declares one parameter pattern. The loader, `check`, `show`, `schema`, `params`, `odd`,
// the HDF5 metadata, `--set` and the page are derived from these rows; nothing else lists
// parameters.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace skillscale::models {

struct Parameters;

/// An axis of names that may stand in braces in a path pattern:
/// "origins.{origin}.{occupation}.stock".
enum class Axis : std::uint8_t {
  Origin,
  Occupation,
  Sector,
  Centre,
  Partnership,
  Lever,
  Actor,  // named by the scenario
  Land,
  SizeClass,
  PartnershipType,
  Stage,
  LanguageLevel,
  Party,  // fixed vocabularies
};
inline constexpr int axis_count = 13;

/// Position on each axis; -1 where the pattern does not use the axis.
struct Index {
  std::array<int, axis_count> at;
  constexpr Index() { at.fill(-1); }
  constexpr int operator[](Axis axis) const { return at[static_cast<std::size_t>(axis)]; }
  constexpr int& operator[](Axis axis) { return at[static_cast<std::size_t>(axis)]; }
};

/// What kind of value a scenario must give.
enum class ValueKind : std::uint8_t {
  Real,        // a number with a unit
  Whole,       // a whole number
  Switch,      // on / off (stored as 1 / 0)
  Choice,      // one word of `choices` (stored as its position)
  Reference,   // a name on `axis` (stored as its position); "none" is -1 when allowed_low is -1
  List,        // a list of words of `choices` (stored as positions)
  References,  // a list of names on `axis` (stored as positions)
  Month,  // a calendar month YYYY-MM (stored as months since the horizon's start), "never" = 1e9
  Text,   // free text; no effect on the simulation
};

/// How a quantity over time converts to a month; dimension alone cannot tell.
enum class TimeKind : std::uint8_t { None, Hazard, Probability, Growth };

enum class Confidence : std::uint8_t { High, Medium, Estimate, Definition };

struct ParameterDecl {
  std::string_view path;  ///< pattern with axes in braces
  ValueKind kind = ValueKind::Real;
  std::string_view unit;  ///< canonical unit of the stored number, e.g. "EUR/month", "persons",
                          ///< "1/month", "1", "months"
  TimeKind time = TimeKind::None;
  double allowed_low = 0;   ///< smallest value `check` accepts (canonical unit)
  double allowed_high = 0;  ///< largest value `check` accepts
  double standard = 0;      ///< value when the scenario says nothing
  double range_low = 0;     ///< plausible range of the standard value (uncertainty ensembles)
  double range_high = 0;
  Confidence confidence = Confidence::Estimate;
  std::string_view
      source;  ///< key into scenarios/data/sources.csv; "assumption" for an estimate of ours
  std::string_view meaning;  ///< one sentence for the modeller
  std::string_view choices;  ///< words separated by blanks, for Choice and List
  Axis axis = Axis::Origin;  ///< axis of Reference and References
  bool required = false;     ///< the scenario must give it wherever its entity exists
  double* (*number)(Parameters&, const Index&) = nullptr;  ///< member for scalar kinds
  std::vector<double>* (*list)(Parameters&,
                               const Index&) = nullptr;       ///< member for List and References
  std::string* (*text)(Parameters&, const Index&) = nullptr;  ///< member for Text
};

/// The whole table, in the order of documentation.
std::span<const ParameterDecl> parameter_table();

/// Names on an axis of fixed vocabulary; empty for an axis that the scenario names.
std::span<const std::string_view> fixed_names(Axis axis);

/// The word used in braces for an axis, e.g. "origin".
std::string_view axis_word(Axis axis);

}  // namespace skillscale::models
