// Money of a month: the closed ledger and the gains of each group.
//
// Money is whole cents, rounded once when it is posted. Every posting takes from one party and
// gives to another or to `resource` (real cost), so the sum over parties is zero by construction
// and a test holds it there.
#pragma once

#include "models/person_sums.h"

namespace skillscale::models {

/// Phase 9: wages, taxes, remittances, fees, cost of preparation; and what each group gains.
void post_money(World& world, const PersonSums& sums);

/// Shares in the cost of preparation of a type; need not sum to one. When project money has ended
/// employers carry the donors' part, less what the German state bridges.
std::array<double, party_count> payers_of(const World& world, std::size_t type, bool self_financed);

/// Splits an amount by shares; whole cents, the last payer with a share takes the remainder. Shares
/// need not sum to one.
std::array<std::int64_t, party_count> split_cents(std::int64_t amount,
                                                  const std::array<double, party_count>& shares);

}  // namespace skillscale::models
