// Months of a run as labels and as CF time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "output/layout.h"

namespace skillscale::output {

/// "YYYY-MM" for every month of the run.
std::vector<std::string> month_labels(const Layout& layout);

/// Days from 1970-01-01 to the first of every month of the run (proleptic Gregorian).
std::vector<std::int32_t> month_days(const Layout& layout);

}  // namespace skillscale::output
