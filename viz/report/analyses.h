// What `skillscale analyse` and `robustness` print with --json, for the page of a result.
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace skillscale::report {

/// The analyses in the files as one JSON list, as the page takes them.
///
/// @throws sim::InputError  if a file cannot be read or holds something else
std::string read_analyses(std::span<const std::filesystem::path> files);

}  // namespace skillscale::report
