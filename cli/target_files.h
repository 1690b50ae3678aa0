// What `run` may write over.
#pragma once

#include <filesystem>
#include <vector>

#include "scenarios/scenario.h"

namespace skillscale::cli {

/// Refuses targets that would destroy something of the user's: a file the scenario was read from, a
/// thing that is no regular file, the same file for result and page, and without `force` a page
/// that is not one of ours.
/// @throws sim::InputError    naming the target and what to do
/// @throws sim::StorageError  if the page's folder cannot be written
void check_targets(const scenarios::Scenario& scenario, const std::filesystem::path& output,
                   const std::filesystem::path& html, bool force);

/// The same for a page made from files that it must not replace.
/// @throws sim::InputError    naming the page and what to do
/// @throws sim::StorageError  if the page's folder cannot be written
void check_page_target(const std::vector<std::filesystem::path>& read,
                       const std::filesystem::path& html, bool force);

}  // namespace skillscale::cli
