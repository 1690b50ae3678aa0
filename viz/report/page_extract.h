// The JSON extract of a result file that the page shows; its format is defined in
// viz/page/src/result.ts.
#pragma once

#include <cstddef>
#include <string>

#include "output/result_file.h"

namespace skillscale::report {

/// Bytes after which breakdowns that no view of the page needs are left out.
inline constexpr std::size_t extract_budget = 4'400'000;

/// @param budget  soft limit in bytes: totals and the breakdowns of the designed views always go in
/// @return        JSON text in UTF-8
/// @throws StorageError  if the result is damaged
std::string page_extract(const output::ResultReader& result, std::size_t budget = extract_budget);

}  // namespace skillscale::report
