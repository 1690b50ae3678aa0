// The words a unit may be made of. Used by units.cpp only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scenarios/units.h"

namespace skillscale::scenarios {

struct UnitWord {
  std::string_view word;
  double scale;              ///< base units in one of this
  std::optional<Base> base;  ///< none for pure numbers such as %
};

/// nullptr for a word that is no unit.
const UnitWord* find_unit_word(std::string_view word);

/// All words, for suggestions.
std::span<const std::string_view> unit_words();

/// How a dimension is called in messages: "time", "money", "persons".
std::string base_word(Base base, bool is_plural);

/// Currencies that users try; the model counts EUR of 2024 only.
bool is_foreign_currency(std::string_view word);

}  // namespace skillscale::scenarios
