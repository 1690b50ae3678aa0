// Files that another file names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "scenarios/key_reader.h"

namespace skillscale::scenarios {

/// The file of this name beside the file that names it, else in the library; nothing, with a fault
/// at `key`, if there is none. A file never means itself.
std::optional<std::filesystem::path> find_beside(const std::filesystem::path& file,
                                                 const Node& named, const KeyReader& reader,
                                                 std::string_view key,
                                                 const std::filesystem::path& library);

}  // namespace skillscale::scenarios
