// Monthly totals of several results side by side, run by run, as the page of `compare` draws them;
// the format is defined in viz/page/src/compare/comparison.ts.
#pragma once

#include <span>

#include "output/result_file.h"
#include "viz/report/spreads.h"

namespace skillscale::report {

/// 5 %, 50 % and 95 % of every monthly variable that all results have and that adds up over its
/// cells: of each result, and of each against every other as difference and as ratio, taken from
/// the runs that `experiments::pairing_of` puts together. Flows are means over twelve months where
/// the stored months allow it. A variable that is zero in all results is left out.
///
/// Memory: the sums of one variable over all runs of all results.
///
/// @param results  of the same horizon, at least two
/// @throws InputError    if the results store different months
/// @throws StorageError  if a result is damaged
Json comparison_series(std::span<const output::ResultReader* const> results);

}  // namespace skillscale::report
