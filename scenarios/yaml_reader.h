// Runs yaml-cpp over a clean text and builds our tree from its events. The only user of yaml-cpp.
#pragma once

#include <string_view>

#include "scenarios/document.h"

namespace skillscale::scenarios {

/// Tree of the document in `text`, of kind Null if the text is empty; nothing if it cannot be read
/// to its end. `text` is valid UTF-8 without a byte order mark. Never throws for a bad text.
std::optional<Node> read_yaml(std::string_view text, const Place& file, Faults& faults);

}  // namespace skillscale::scenarios
