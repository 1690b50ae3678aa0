// The month's end: stocks, the closed ledger, and the gains of each group.
//
// Money is whole cents, rounded once when it is posted. Every posting takes from one party and
// gives to another or to `resource` (real cost), so the sum over parties is zero by construction
// and a test holds it there.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Monthly wages and other values that follow from this month's parameters (start of a month).
void build_tables(World& world);

/// Phases 9 and 10 for persons: stocks by stage, wages, remittances, cost of preparation.
void post_month(World& world);

/// Splits an amount by shares; whole cents, the last payer with a share takes the remainder. Shares
/// need not sum to one.
std::array<std::int64_t, party_count> split_cents(std::int64_t amount,
                                                  const std::array<double, party_count>& shares);

}  // namespace skillscale::models
