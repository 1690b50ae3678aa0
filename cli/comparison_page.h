// A comparison as the extract of its page; the format is defined in
// viz/page/src/compare/comparison.ts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/compared_results.h"

namespace skillscale::cli {

/// All results must have run. Holds what `comparison_json` says with each result as the reference,
/// and the monthly totals of all.
///
/// @param reference  the one the page compares with at first
/// @throws InputError    if the results store different months
/// @throws StorageError  if a result is damaged
std::string comparison_page(const std::vector<Compared>& all, std::size_t reference);

}  // namespace skillscale::cli
