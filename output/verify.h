// Looks at a whole result file: is everything there, undamaged, and of the shape readers rely on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace skillscale::output {

/// Reads every variable of the file (which compares checksums), and checks the schema and the
/// digests.
///
/// @return  one message per fault, none for a good file. A file that cannot be opened gives exactly
/// one.
std::vector<std::string> verify(const std::filesystem::path& path);

}  // namespace skillscale::output
