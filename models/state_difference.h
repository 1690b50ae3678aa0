// Where two saved states of a world differ first, in the words of the model.
#pragma once

#include <optional>
#include <string>

#include "models/parameters.h"
#include "sim/archive.h"

namespace skillscale::models {

struct StateDifference {
  std::string entity;  ///< "person PHL/nursing, qualified, entered in month 12, ordinal 55"
  std::string field;   ///< "persons.stage"
  std::string one, other;
};

/// The first difference in the order of the state: entities before the tallies and the digest that
/// follow from them.
///
/// @param parameters  of the worlds, for names
std::optional<StateDifference> state_difference(const sim::Archive& one, const sim::Archive& other,
                                                const Parameters& parameters);

/// Name of a cell of the tally board: "stock, PHL, nursing, alone, visa".
std::string tally_cell_name(std::size_t cell, const Parameters& parameters);

}  // namespace skillscale::models
