// What two sets of parameters must share so that the state of a world under one can go on under the
// other: the entities by name, and what shapes the immutable start.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/parameters.h"

namespace skillscale::models {

/// One value that differs, in words.
struct Difference {
  std::string path, one, other;
};

/// The first difference in structure, in the order of the parameter table.
std::optional<Difference> structure_difference(const Parameters& one, const Parameters& other);

/// Values that differ and that only the start of a world reads, so that a state under one goes on
/// under the other as if they were equal.
std::vector<Difference> start_differences(const Parameters& one, const Parameters& other);

/// Positions of the levers of `future` that `past` does not have under the same name with the same
/// values.
std::vector<std::size_t> new_levers(const Parameters& past, const Parameters& future);

/// The first value that no scenario may hold, with what is allowed; empty if there is none. For
/// parameters that did not come from a scenario that was checked.
std::string value_problem(const Parameters& parameters);

/// The first value that differs at all; names and notes for people do not count.
std::optional<Difference> value_difference(const Parameters& one, const Parameters& other);

}  // namespace skillscale::models
