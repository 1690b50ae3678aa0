#include "viz/report/network_years.h"

#include <algorithm>
#include <map>

#include "models/network.h"
#include "output/calendar.h"

namespace skillscale::report {
namespace {

using models::VertexKind;

/// Partnerships that the scenario names, in their order, each with its type.
std::vector<std::pair<std::string, std::string>> named_partnerships(
    const std::vector<ParameterRow>& rows) {
  constexpr std::string_view before = "partnerships.", behind = ".type";
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& row : rows) {
    const auto& path = row.at("path");
    if (!path.starts_with(before) || !path.ends_with(behind)) continue;
    all.emplace_back(path.substr(before.size(), path.size() - before.size() - behind.size()),
                     row.at("value"));
  }
  return all;
}

const std::vector<std::string>& labels_of(const output::Layout& layout, std::string_view name) {
  static const std::vector<std::string> none;
  for (const auto& axis : layout.axes)
    if (axis.name == name) return axis.labels;
  return none;
}

std::string label(const std::vector<std::string>& labels, std::size_t at) {
  return at < labels.size() ? labels[at] : std::string();
}

/// Reads one snapshot as partnerships.
class Year {
 public:
  Year(const output::GraphSnapshot& graph, const output::ResultReader& result,
       const std::vector<ParameterRow>& rows)
      : graph_(graph),
        named_(named_partnerships(rows)),
        origins_(labels_of(result.layout(), "origin")),
        occupations_(labels_of(result.layout(), "occupation")),
        types_(labels_of(result.layout(), "partnership_type")),
        months_(output::month_labels(result.layout())),
        lessons_(lessons()),
        lent_(lent()) {}

  /// Graphs of earlier versions say neither types nor who learns from whom.
  bool holds_learning() const {
    return std::any_of(graph_.kinds.begin(), graph_.kinds.end(), [](auto number) {
      return static_cast<VertexKind>(number) == VertexKind::Type;
    });
  }

  Json partnerships() const {
    Json all = Json::array();
    for (std::size_t from = 0; from < graph_.kinds.size(); ++from) {
      if (kind(from) != VertexKind::Origin) continue;
      for_edges(from, [&](std::size_t edge, std::size_t to) {
        if (kind(to) == VertexKind::Partnership) all.push_back(one(from, edge, to));
      });
    }
    return all;
  }

 private:
  VertexKind kind(std::size_t node) const { return static_cast<VertexKind>(graph_.kinds[node]); }
  std::size_t index(std::size_t node) const {
    return static_cast<std::size_t>(graph_.indices[node]);
  }

  template <class Visit>
  void for_edges(std::size_t node, Visit visit) const {
    for (auto edge = graph_.row_offsets[node]; edge < graph_.row_offsets[node + 1]; ++edge) {
      const auto at = static_cast<std::size_t>(edge);
      visit(at, static_cast<std::size_t>(graph_.targets[at]));
    }
  }

  /// Of the type that the graph says; results of earlier versions name it in the scenario alone.
  std::string type_of(std::size_t partnership) const {
    std::string type;
    for_edges(partnership, [&](std::size_t, std::size_t to) {
      if (kind(to) == VertexKind::Type) type = label(types_, index(to));
    });
    const auto number = index(partnership);
    return type.empty() && number < named_.size() ? named_[number].second : type;
  }

  /// From whom each partnership learns, by its node: teachers and placements a year taken over.
  std::map<std::size_t, Json> lessons() const {
    std::map<std::size_t, Json> all;
    for (std::size_t from = 0; from < graph_.kinds.size(); ++from) {
      if (kind(from) != VertexKind::Partnership) continue;
      for_edges(from, [&](std::size_t edge, std::size_t to) {
        if (kind(to) == VertexKind::Partnership)
          all[to].push_back(
              {{"from", index(from)}, {"placements", rounded(graph_.capacity[edge])}});
      });
    }
    return all;
  }

  /// What the platform lends each partnership of the best, in placements.
  std::map<std::size_t, double> lent() const {
    std::map<std::size_t, double> all;
    for (std::size_t from = 0; from < graph_.kinds.size(); ++from) {
      if (kind(from) != VertexKind::Platform) continue;
      for_edges(from, [&](std::size_t edge, std::size_t to) { all[to] = graph_.capacity[edge]; });
    }
    return all;
  }

  bool is_most_experienced(std::size_t partnership) const {
    bool is_best = false;
    for_edges(partnership, [&](std::size_t, std::size_t to) {
      is_best = is_best || kind(to) == VertexKind::Platform;
    });
    return is_best;
  }

  Json centre_of(std::size_t partnership) const {
    Json centre = nullptr;
    for_edges(partnership, [&](std::size_t, std::size_t to) {
      if (kind(to) == VertexKind::Centre) centre = index(to);
    });
    return centre;
  }

  Json one(std::size_t origin, std::size_t edge, std::size_t partnership) const {
    const auto number = index(partnership);
    const bool is_named = number < named_.size();
    const auto occupations = std::max<std::size_t>(1, occupations_.size());
    const auto cell = index(origin);
    // A partnership older than the run began before its first month.
    const auto start = static_cast<std::size_t>(std::max(0, graph_.start[edge]));
    return {{"partnership", number},
            {"name", is_named ? named_[number].first : ""},
            {"type", type_of(partnership)},
            {"origin", label(origins_, cell / occupations)},
            {"occupation", label(occupations_, cell % occupations)},
            {"seats", rounded(graph_.capacity[edge])},
            {"trust", rounded(graph_.trust[edge])},
            {"since", graph_.start[edge] <= 0 ? std::string() : label(months_, start)},
            {"centre", centre_of(partnership)},
            {"lessons", lessons_.contains(partnership) ? lessons_.at(partnership) : Json::array()},
            {"lent", rounded(lent_.contains(partnership) ? lent_.at(partnership) : 0)},
            {"most_experienced", is_most_experienced(partnership)}};
  }

  const output::GraphSnapshot& graph_;
  std::vector<std::pair<std::string, std::string>> named_;
  std::vector<std::string> origins_, occupations_, types_, months_;
  std::map<std::size_t, Json> lessons_;
  std::map<std::size_t, double> lent_;
};

}  // namespace

Json network_years(const output::ResultReader& result, const std::vector<ParameterRow>& rows) {
  Json years = Json::array();
  const auto moments = result.graph_moments();
  if (moments.empty()) return years;
  const auto& first = moments.front();
  for (const auto& moment : moments) {
    if (moment.draw != first.draw || moment.replicate != first.replicate || moment.world != 0)
      continue;
    const auto graph = result.graph(moment);
    const Year year(graph, result, rows);
    years.push_back({{"year", moment.year},
                     {"partnerships", year.partnerships()},
                     {"holds_learning", year.holds_learning()}});
  }
  return years;
}

}  // namespace skillscale::report
