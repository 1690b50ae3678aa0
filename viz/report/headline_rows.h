// Headlines as the page shows them.
#pragma once

#include "viz/report/samples.h"
#include "viz/report/spreads.h"

namespace skillscale::report {

/// The `headline` of the page's format.
Json headlines_json(const Samples& samples);

}  // namespace skillscale::report
