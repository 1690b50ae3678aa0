// Candidates from abroad meet open posts: urn-ball matching over the posts that each can reach
// through the partnership graph.
//
// Every ready candidate applies to one reachable post drawn at random; the employer takes the best
// of its applicants. Members of a partnership are reached by its candidates, all adopters by
// private agencies, a share of them by those who go alone.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Phase 7: applications of this month's ready candidates, and hires.
void match_candidates(World& world);

}  // namespace skillscale::models
