// Brings a file of an earlier scenario language to today's. Comments, order and layout stay.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/fault.h"
#include "scenarios/former_keys.h"

namespace skillscale::scenarios {

struct Migration {
  struct Change {
    Place place;
    std::string path;
    FormerKey key;
  };
  std::string text;
  std::vector<Change> changes;  ///< in the order of the file
};

/// Renames and takes out the former keys of a text.
///
/// @param name  of the file, for faults and places
/// @return nothing, and faults, for a text that cannot be read or changed
std::optional<Migration> migrate(std::string_view text, std::string_view name,
                                 std::span<const FormerKey> rows, Faults& faults);

}  // namespace skillscale::scenarios
