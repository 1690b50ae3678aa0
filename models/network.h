// The partnership graph: origins, partnerships, training centres, offices, sectors. Its largest
// steady flow says what the whole chain can carry in a month, and its minimal cut says at which
// stage it is held up.
#pragma once

#include "models/world.h"

namespace skillscale::models {

/// Kinds of vertices, as stored in the result file.
enum class VertexKind : std::uint8_t {
  Source,
  Origin,
  Partnership,
  Centre,
  Recognition,
  Visa,
  Sector,
  Sink,
  Platform
};
inline constexpr std::array<std::string_view, 9> vertex_kind_names{
    "source", "origin", "partnership", "centre",  "recognition",
    "visa",   "sector", "sink",        "platform"};

/// Builds the graph as it stands this month; capacities in thousandths of a person per month.
sim::Network partnership_graph(const World& world, sim::Vertex& source, sim::Vertex& sink);

Bottleneck find_bottleneck(const World& world);

/// Once a year; the finding stays on the board until the next.
void update_bottleneck(World& world);

}  // namespace skillscale::models
