#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/discovery_report.h"

namespace skillscale::cli {
namespace {

using experiments::analysis::Box;
using experiments::analysis::Cart;
using experiments::analysis::DiscoveredBox;
using experiments::analysis::Face;
using experiments::analysis::Factor;
using experiments::analysis::PointTable;
using experiments::analysis::Standing;
using Json = nlohmann::ordered_json;

/// What is not defined or has no end is null.
Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json standing_json(const Standing& s) {
  return {{"coverage", s.coverage},
          {"density", s.density},
          {"mass", s.mass},
          {"points", s.inside},
          {"cases", s.cases}};
}

Json choices_json(const Factor& factor, const std::vector<bool>& marked, bool mark) {
  Json all = Json::array();
  for (std::size_t c = 0; c < factor.choices.size(); ++c) {
    if (marked[c] == mark) all.push_back(factor.choices[c]);
  }
  return all;
}

Json limits_json(const PointTable& table, const Box& box) {
  Json all = Json::array();
  for (std::size_t f = 0; f < box.size(); ++f) {
    if (!box[f].any()) continue;
    Json one{{"factor", table.factors[f].name}};
    if (box[f].refused.empty()) {
      one["low"] = number(box[f].low);
      one["high"] = number(box[f].high);
    } else {
      one["choices"] = choices_json(table.factors[f], box[f].refused, false);
    }
    all.push_back(std::move(one));
  }
  return all;
}

const char* side_name(Face::Side side) {
  switch (side) {
    case Face::Side::Low:
      return "low";
    case Face::Side::High:
      return "high";
    case Face::Side::Choices:
      return "choices";
  }
  return "";
}

Json evidence_json(const PointTable& table, const DiscoveredBox& box) {
  Json all = Json::array();
  for (const auto& one : box.evidence) {
    all.push_back({{"factor", table.factors[one.face.factor].name},
                   {"side", side_name(one.face.side)},
                   {"quasi_p", one.quasi_p},
                   {"found_again", one.found_again},
                   {"resamples", box.resamples},
                   {"low", number(one.low)},
                   {"high", number(one.high)}});
  }
  return all;
}

Json box_json(const PointTable& table, const DiscoveredBox& box) {
  Json path = Json::array();
  for (const auto& step : box.path) {
    Json one = standing_json(step.standing);
    one["limits"] = limits_json(table, step.box);
    path.push_back(std::move(one));
  }
  return {{"standing", standing_json(box.standing)},
          {"limits", limits_json(table, box.box)},
          {"evidence", evidence_json(table, box)},
          {"chosen_step", box.chosen},
          {"path", std::move(path)}};
}

Json tree_json(const PointTable& table, const Cart& tree, std::size_t at) {
  const auto& node = tree.nodes()[at];
  Json one{{"points", node.count}, {"density", node.mean}};
  if (node.is_leaf()) return one;
  const auto& factor = table.factors[node.factor];
  one["factor"] = factor.name;
  if (node.goes_left.empty()) {
    one["below"] = node.threshold;
  } else {
    one["choices"] = choices_json(factor, node.goes_left, true);
  }
  one["yes"] = tree_json(table, tree, node.left);
  one["no"] = tree_json(table, tree, node.right);
  return one;
}

}  // namespace

std::string discovery_json(const DiscoveryReport& report) {
  const auto& found = report.discovery;
  Json boxes = Json::array();
  for (const auto& box : found.boxes) boxes.push_back(box_json(report.table, box));
  const Json all{{"condition", to_text(report.condition)},
                 {"year", report.table.years[report.year]},
                 {"points", found.points},
                 {"cases", found.cases},
                 {"boxes", std::move(boxes)},
                 {"together", standing_json(found.together)},
                 {"tree", tree_json(report.table, report.cart.tree, 0)},
                 {"tree_explained", report.cart.explained}};
  return all.dump(2) + "\n";
}

std::string discovery_csv(const DiscoveryReport& report) {
  std::string text = "box,step,coverage,density,mass,points,cases,limited,is_chosen\n";
  for (std::size_t b = 0; b < report.discovery.boxes.size(); ++b) {
    const auto& box = report.discovery.boxes[b];
    for (std::size_t i = 0; i < box.path.size(); ++i) {
      const auto& s = box.path[i].standing;
      text += fmt::format("{},{},{},{},{},{},{},{},{}\n", b + 1, i, s.coverage, s.density, s.mass,
                          s.inside, s.cases, limited(box.path[i].box), i == box.chosen);
    }
  }
  return text;
}

}  // namespace skillscale::cli
