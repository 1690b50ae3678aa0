// Reads the yearly graph snapshots of a result file.
#pragma once

#include <vector>

#include "output/graph_snapshot.h"
#include "output/netcdf_reader.h"

namespace skillscale::output {

/// Moments that have a graph, sorted; none when the file has no graphs.
std::vector<GraphMoment> read_graph_moments(const NetcdfReader& file);

/// @throws InputError  if there is no graph of that moment
GraphSnapshot read_graph(const NetcdfReader& file, const GraphMoment& moment);

}  // namespace skillscale::output
