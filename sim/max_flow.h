// Largest flow of a snapshot by push and relabel: O(vertices^3), any thread.
#pragma once

#include "sim/graph.h"

namespace skillscale::sim {

/// Source and sink must exist and differ; a capacity below 0 counts as 0.
FlowResult largest_flow(const Snapshot& snapshot, Vertex source, Vertex sink);

}  // namespace skillscale::sim
