// The partnership graph: origins, partnerships, training centres, offices, sectors. Its largest
// steady flow says what the whole chain can carry to work in Germany in a month, and its minimal
// cut says at which stage it is held up.
//
// A path lists the capacities that a candidate needs, not the order in which they are needed, for a
// steady flow is the same in any order. What all origins share stands first, then what belongs to
// an origin, then what belongs to an occupation: so nobody passes another origin's visa post. To
// find the bottleneck every capacity is counted in admitted candidates: an office that only half of
// them come to can carry twice as many as it has tokens. Where
// one origin has several occupations or routes, the flow is an upper bound. Bridging courses come
// after arrival and are not part of it.
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
  Platform,
  Language,
  Placement,
  Type
};
inline constexpr std::array<std::string_view, 12> vertex_kind_names{
    "source", "origin", "partnership", "centre",   "recognition", "visa",
    "sector", "sink",   "platform",    "language", "placement",   "partnership_type"};

/// Builds the graph as it stands this month; capacities in thousandths of a person per month.
///
/// Besides the paths of candidates it says of each partnership
///   its type            an edge to the vertex of the type, with its seats;
///   from whom it learns an edge from each that places candidates of the same centre, with the
///                       experience taken over, in placements a month; and one from the platform,
///                       with what the most experienced lends it, in placements divided by 12, so
///                       that a file's capacity a year is the placements. The platform has an edge
///                       from the most experienced.
/// None of them leads on to the sink.
sim::Network partnership_graph(const World& world, sim::Vertex& source, sim::Vertex& sink);

Bottleneck find_bottleneck(const World& world);

/// Once a year; the finding stays on the board until the next.
void update_bottleneck(World& world);

}  // namespace skillscale::models
