// The month's end: stocks of persons and of both labour markets on the board, then the ledger.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Phases 9 and 10.
void post_month(World& world);

}  // namespace skillscale::models
