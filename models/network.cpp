#include "models/network.h"

#include <algorithm>
#include <map>
#include <optional>

#include "models/authority.h"
#include "models/partnership.h"
#include "models/pool.h"
#include "models/table_rows.h"
#include "sim/math.h"

namespace skillscale::models {
namespace {

using sim::EdgeData;
using sim::Network;
using sim::Vertex;

std::int64_t thousandths(double per_month) {
  return sim::math::round_to_integer(std::clamp(per_month, 0.0, rows::unlimited) * 1000);
}

bool route_has(const World& w, PartnershipType type, Stage stage) {
  const auto& route = w.now.types[static_cast<std::size_t>(type)].route;
  return std::find(route.begin(), route.end(), static_cast<double>(static_cast<int>(stage))) !=
         route.end();
}

/// Monthly applications to partnerships of any type.
double partnership_applications(const OriginMarket& market) {
  double sum = 0;
  for (std::size_t t = 0; t <= static_cast<std::size_t>(PartnershipType::DualTrack); ++t) {
    sum += market.applications[t];
  }
  return sum;
}

/// In which unit capacities are counted: as they are, or in admitted candidates.
enum class Count { Own, Admitted };

/// Share of the admitted that came into the stage in the last year; 1 as long as hardly anybody was
/// admitted.
double share_that_comes(const World& w, Stage stage) {
  constexpr double hardly_any = 0.25, least = 0.01;
  if (w.passage.admitted < hardly_any) return 1;
  const double entered = w.passage.entered[static_cast<std::size_t>(stage)];
  return std::clamp(entered / w.passage.admitted, least, 1.0);
}

/// Public placement may take several tokens for one candidate.
double tokens_per_candidate(const World& w) {
  const double entered = w.passage.entered[static_cast<std::size_t>(Stage::Matching)];
  const auto& office = w.offices[w.placement_office()];
  return entered > 0 ? std::max(1.0, (office.served - office.served_privately) / entered) : 1;
}

/// Adds vertices once and edges with capacities; an office or centre is two vertices with its
/// capacity between them.
class Builder {
 public:
  /// @param relieved  office that gets one unit more than it has; none when not given
  Builder(const World& world, Count count, std::optional<std::size_t> relieved = {})
      : w_(world), count_(count), relieved_(relieved) {
    source = graph.add_vertex(static_cast<std::uint8_t>(VertexKind::Source), 0);
    sink = graph.add_vertex(static_cast<std::uint8_t>(VertexKind::Sink), 0);
    platform_ = graph.add_vertex(static_cast<std::uint8_t>(VertexKind::Platform), 0);
    origins_ = vertices(VertexKind::Origin, w_.origins.size());
    centres_ = gates(VertexKind::Centre, w_.centres.size(), [&](std::size_t c) {
      return counted(w_.now.centres[c].seats_per_month, Stage::Training);
    });
    const auto office_gates = [&](VertexKind kind, Stage stage, std::size_t number, auto office) {
      return gates(kind, number,
                   [&](std::size_t i) { return counted(capacity_of(office(i)), stage); });
    };
    const std::size_t origin_count = w_.now.origins.size();
    placement_ = gates(VertexKind::Placement, 1, [&](std::size_t) {
                   const double tokens = capacity_of(w_.placement_office());
                   return counted(tokens, Stage::Matching) /
                          (count_ == Count::Admitted ? tokens_per_candidate(w_) : 1);
                 }).front();
    language_ = office_gates(VertexKind::Language, Stage::Language, origin_count,
                             [&](std::size_t o) { return w_.language_office(o); });
    visa_ = office_gates(VertexKind::Visa, Stage::Visa, origin_count,
                         [&](std::size_t o) { return w_.visa_office(o); });
    recognition_ = office_gates(VertexKind::Recognition, Stage::Recognition, w_.occupations(),
                                [&](std::size_t j) { return w_.recognition_office(j); });
    sectors_ = gates(VertexKind::Sector, w_.now.sectors.size(), [&](std::size_t s) {
      return counted(w_.now.sectors[s].placements, Stage::Matching);
    });
    join_supply();
    for (std::size_t k = 0; k < w_.partnerships.size(); ++k) join_partnership(k);
    join_sectors_to_sink();
  }

  /// Adds what is no path of candidates: types, and who learns from whom.
  void describe_partnerships() {
    const auto types = vertices(VertexKind::Type, partnership_type_count);
    for (const auto& [k, here] : partnerships_) {
      const auto& p = w_.partnerships[k];
      join(here, types[static_cast<std::size_t>(p.type)], p.seats, p.start);
    }
    for (const auto& lesson : lessons(w_)) {
      const auto from = partnerships_.find(lesson.from), to = partnerships_.find(lesson.to);
      if (from != partnerships_.end() && to != partnerships_.end())
        join(from->second, to->second, lesson.placements_per_month);
    }
    const double best = best_experience(w_);
    for (const auto& [k, here] : partnerships_) {
      const double own = w_.partnerships[k].experience;
      const double lent = experience_of(w_, w_.partnerships[k], best) - own;
      if (lent > 0) join(platform_, here, lent / 12);
      if (own == best && w_.platform_intensity > 0) join(here, platform_, 0);
    }
  }

  Network graph;
  Vertex source = 0, sink = 0;

 private:
  struct Gate {
    Vertex in, out;
  };

  /// A capacity of a stage in the unit asked for.
  double counted(double capacity, Stage stage) const {
    if (count_ == Count::Own || capacity >= rows::unlimited) return capacity;
    return capacity / share_that_comes(w_, stage);
  }

  std::vector<Vertex> vertices(VertexKind kind, std::size_t count) {
    std::vector<Vertex> made;
    for (std::size_t i = 0; i < count; ++i)
      made.push_back(
          graph.add_vertex(static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(i)));
    return made;
  }
  template <class Capacity>
  std::vector<Gate> gates(VertexKind kind, std::size_t count, Capacity capacity) {
    std::vector<Gate> made;
    for (std::size_t i = 0; i < count; ++i) {
      const Vertex in =
          graph.add_vertex(static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(i));
      const Vertex out =
          graph.add_vertex(static_cast<std::uint8_t>(kind), static_cast<std::uint32_t>(i));
      join(in, out, capacity(i));
      made.push_back({in, out});
    }
    return made;
  }
  void join(Vertex from, Vertex to, double per_month, Month start = 0, double trust = 0) {
    graph.add_edge(from, to, EdgeData{start, thousandths(per_month), static_cast<float>(trust)});
  }

  void join_supply() {
    join(source, placement_.in, rows::unlimited);
    for (const auto& m : w_.origins) {
      if (!m.present) continue;
      const double given = w_.now.origins[static_cast<std::size_t>(m.origin)]
                               .occupation[static_cast<std::size_t>(m.occupation)]
                               .applicants;
      join(placement_.out, origins_[m.cell], given > 0 ? given : partnership_applications(m));
    }
  }

  void join_partnership(std::size_t k) {
    const auto& p = w_.partnerships[k];
    if (p.state != PartnershipState::Active) return;
    const Vertex here = graph.add_vertex(static_cast<std::uint8_t>(VertexKind::Partnership),
                                         static_cast<std::uint32_t>(k));
    partnerships_.emplace(k, here);
    join(origins_[p.cell], here, p.seats, p.start, p.trust);
    Vertex last = here;
    const auto pass = [&](const Gate& gate) {
      if (!graph.edge(last, gate.in)) join(last, gate.in, rows::unlimited, p.start, p.trust);
      last = gate.out;
    };
    const auto origin = static_cast<std::size_t>(p.origin),
               occupation = static_cast<std::size_t>(p.occupation);
    if (p.centre >= 0) pass(centres_[static_cast<std::size_t>(p.centre)]);
    if (route_has(w_, p.type, Stage::Language)) pass(language_[origin]);
    if (route_has(w_, p.type, Stage::Visa)) pass(visa_[origin]);
    if (route_has(w_, p.type, Stage::Recognition)) pass(recognition_[occupation]);
    for (std::size_t s = 0; s < sectors_.size(); ++s) {
      const Gate& gate = sectors_[s];
      const bool takes_them = static_cast<std::size_t>(w_.now.sectors[s].occupation) == occupation;
      if (takes_them && !graph.edge(last, gate.in)) join(last, gate.in, rows::unlimited);
    }
  }

  void join_sectors_to_sink() {
    for (std::size_t s = 0; s < sectors_.size(); ++s)
      join(sectors_[s].out, sink,
           counted(std::min(w_.now.sectors[s].onboarding, open_posts(s)), Stage::Matching));
  }

  /// Adopters' open posts of the sector, as what one month could fill.
  double open_posts(std::size_t sector) const {
    double open = 0;
    const auto& e = w_.employers;
    for (std::uint32_t i : e.adopted) {
      if (e.setup->sector[i] == sector) open += e.open[i];
    }
    return open;
  }

  double capacity_of(std::size_t office) const {
    const double as_it_is = capacity_for_partnerships(w_, office);
    return office == relieved_ ? as_it_is + worth_of_a_unit(w_, office) : as_it_is;
  }

  const World& w_;
  Count count_;
  std::optional<std::size_t> relieved_;
  Vertex platform_ = 0;
  Gate placement_{};
  std::vector<Vertex> origins_;
  std::map<std::size_t, Vertex> partnerships_;  ///< those at work
  std::vector<Gate> centres_, language_, visa_, recognition_, sectors_;
};

/// The stage to which the capacity between two vertices belongs.
Stage stage_of_cut(const sim::VertexData& from, const sim::VertexData& to) {
  if (static_cast<VertexKind>(to.kind) == VertexKind::Origin) return Stage::Applicant;
  switch (static_cast<VertexKind>(from.kind)) {
    case VertexKind::Centre:
      return Stage::Training;
    case VertexKind::Language:
      return Stage::Language;
    case VertexKind::Recognition:
      return Stage::Recognition;
    case VertexKind::Visa:
      return Stage::Visa;
    case VertexKind::Sector:
    case VertexKind::Placement:
      return Stage::Matching;
    default:
      return Stage::Applicant;
  }
}

void remember_passage(World& w) {
  constexpr double monthly_smoothing = 1.0 / 12;
  const auto cells = w.tally.cells();
  double admitted = 0;
  std::array<double, stage_count> entered{};
  for (std::size_t cell = 0; cell < w.origins.size(); ++cell) {
    for (std::size_t t = 0; t <= static_cast<std::size_t>(PartnershipType::DualTrack); ++t) {
      admitted += static_cast<double>(cells[w.layout.of_cell(Tally::Enrolments, cell, t)]);
      for (std::size_t s = 0; s < stage_count; ++s)
        entered[s] += static_cast<double>(cells[w.layout.of_cell(Tally::Entered, cell, t, s)]);
    }
  }
  auto& passage = w.passage;
  passage.admitted += monthly_smoothing * (admitted - passage.admitted);
  for (std::size_t s = 0; s < stage_count; ++s)
    passage.entered[s] += monthly_smoothing * (entered[s] - passage.entered[s]);
}

}  // namespace

sim::Network partnership_graph(const World& world, Vertex& source, Vertex& sink) {
  Builder builder(world, Count::Own);
  builder.describe_partnerships();
  source = builder.source;
  sink = builder.sink;
  return std::move(builder.graph);
}

std::vector<std::int64_t> flow_added_by_a_unit(const World& world, std::int64_t flow) {
  std::vector<std::int64_t> more;
  for (std::size_t office = 0; office <= world.placement_office(); ++office) {
    Builder relieved(world, Count::Admitted, office);
    more.push_back(relieved.graph.max_flow(relieved.source, relieved.sink).value - flow);
  }
  return more;
}

Bottleneck find_bottleneck(const World& world) {
  Builder builder(world, Count::Admitted);
  const auto result = builder.graph.max_flow(builder.source, builder.sink);
  std::array<std::int64_t, stage_count> held{};
  for (const auto& edge : result.cut) {
    const Stage stage =
        stage_of_cut(builder.graph.vertex(edge.from), builder.graph.vertex(edge.to));
    held[static_cast<std::size_t>(stage)] += builder.graph.edge(edge.from, edge.to)->capacity + 1;
  }
  const auto most = std::max_element(held.begin(), held.end());
  return {result.value, static_cast<Stage>(most - held.begin()),
          flow_added_by_a_unit(world, result.value)};
}

void update_bottleneck(World& w) {
  if (w.now.on.partnerships == 0 || w.partnerships.empty()) return;
  remember_passage(w);
  if (w.month % 12 == 11 || w.month == 0) w.bottleneck = find_bottleneck(w);
  for (std::size_t office = 0; office < w.bottleneck.more.size(); ++office)
    w.tally.add(w.layout.at(Tally::ShadowPrice, office), w.bottleneck.more[office]);
  w.tally.add(w.layout.at(Tally::MaxFlow), w.bottleneck.flow);
  w.tally.add(w.layout.at(Tally::Bottleneck, static_cast<std::size_t>(w.bottleneck.stage)), 1);
}

}  // namespace skillscale::models
