// Units: what a quantity measures, and its value in the canonical unit of a parameter.
//
// A unit is a product of words with exponents: "EUR/month", "cases per month", "%/year",
// "kEUR/person". Its dimension is the exponent of each base; two units convert if their dimensions
// are equal. How a rate per year becomes a rate per month depends on the parameter
// (models::TimeKind), not on the unit.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "models/declare.h"

namespace skillscale::scenarios {

/// What can be measured or counted. Counts of different things do not convert into each other.
enum class Base : unsigned char {
  Time,
  Money,
  Length,
  Persons,
  Cases,
  Places,
  Posts,
  Establishments,
  Partnerships,
  Placements,
  Attempts
};
inline constexpr std::size_t base_count = 11;

struct Unit {
  double scale = 1;        ///< times the base units: month, EUR, km, one person ...
  double month_scale = 1;  ///< months in the unit's time word; 1 without one
  std::array<signed char, base_count> exponents{};

  int time() const { return exponents[static_cast<std::size_t>(Base::Time)]; }
};

/// A parsed unit, or why it is none (with what to do instead).
struct UnitReading {
  std::optional<Unit> unit;
  std::string problem, next;
};
UnitReading read_unit(std::string_view text);

/// A quantity as written: "3 %/year" is 3 and "%/year"; "3" has no unit.
struct Quantity {
  double number = 0;
  std::string unit;  ///< empty for a plain number
};
struct QuantityReading {
  std::optional<Quantity> quantity;
  std::string problem, next;
};
QuantityReading read_quantity(std::string_view text);

/// `number` of `from` in the canonical unit of a declaration; nothing if the dimensions differ.
///
/// A Hazard converts linearly: 6 %/year is 0.5 %/month. A Probability p over n canonical times
/// becomes 1-(1-p)^(1/n), a Growth rate (1+g)^(1/n)-1; nothing if that has no value (a probability
/// above 1). A Probability or Growth whose canonical unit has no time is one per month and takes a
/// rate over time all the same.
std::optional<double> convert(double number, const Unit& from, const Unit& canonical,
                              models::TimeKind kind);

/// What a unit measures, in words, with an example: "a share per time, such as 3 %/year".
std::string describe(const Unit& unit);

}  // namespace skillscale::scenarios
