// Keys that the scenario language once had: what `migrate` changes, and what a message says of
// them.
#pragma once

#include <span>
#include <string_view>

namespace skillscale::scenarios {

struct FormerKey {
  std::string_view path;    ///< pattern; a segment in braces stands for any name
  std::string_view now;     ///< the last segment's word today; empty where the key is gone
  std::string_view reason;  ///< continues "because"
};

std::span<const FormerKey> former_keys();

/// The row for a dotted path, whatever stands before it; nullptr for a path that never was.
const FormerKey* former_key(std::string_view path, std::span<const FormerKey> rows);

}  // namespace skillscale::scenarios
