// Recognises how points were laid out, where nobody says so.
#pragma once

#include "experiments/analysis/table.h"

namespace skillscale::experiments::analysis {

/// Morris if every group of (factors + 1) points moves each factor once and one at a time (two
/// factors at least); Saltelli if every group of (factors + 2) points is A, B, A with one factor
/// from B; else Free.
Layout recognised_layout(const PointTable& table);

}  // namespace skillscale::experiments::analysis
