#include "scenarios/pattern_tree.h"

#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

models::Axis axis_of(std::string_view word, const Language& language) {
  for (int at = 0; at < models::axis_count; ++at) {
    const auto axis = static_cast<models::Axis>(at);
    if (language.axis_word(axis) == word) return axis;
  }
  throw sim::BugError("parameter table: no axis is called " + std::string(word));
}

PatternNode& child(PatternNode& node, const Segment& segment) {
  if (segment.axis) {
    if (node.axis && *node.axis != *segment.axis) {
      throw sim::BugError("parameter table: two axes at one place");
    }
    node.axis = segment.axis;
    if (!node.below_axis) node.below_axis = std::make_unique<PatternNode>();
    return *node.below_axis;
  }
  for (auto& word : node.words) {
    if (word.word == segment.word) return word.node;
  }
  node.words.push_back({segment.word, {}});
  return node.words.back().node;
}

}  // namespace

std::string_view naming_section(models::Axis axis) {
  switch (axis) {
    case models::Axis::Origin:
      return "origins";
    case models::Axis::Occupation:
      return "occupations";
    case models::Axis::Sector:
      return "employers";
    case models::Axis::Centre:
      return "centres";
    case models::Axis::Partnership:
      return "partnerships";
    case models::Axis::Lever:
      return "levers";
    case models::Axis::Actor:
      return "actors";
    default:
      return {};
  }
}

bool is_named_by_scenario(models::Axis axis) { return !naming_section(axis).empty(); }

std::vector<Segment> segments_of(std::string_view path, const Language& language) {
  std::vector<Segment> segments;
  while (true) {
    const auto dot = path.find('.');
    const auto part = path.substr(0, dot);
    const bool is_axis = part.starts_with('{') && part.ends_with('}');
    if (is_axis) {
      segments.push_back({part, axis_of(part.substr(1, part.size() - 2), language)});
    } else {
      segments.push_back({part, std::nullopt});
    }
    if (dot == std::string_view::npos) return segments;
    path.remove_prefix(dot + 1);
  }
}

const PatternNode* PatternNode::find(std::string_view word) const {
  for (const auto& known : words) {
    if (known.word == word) return &known.node;
  }
  return nullptr;
}

PatternNode pattern_tree(const Language& language) {
  PatternNode root;
  for (const auto& row : language.table) {
    PatternNode* node = &root;
    for (const auto& segment : segments_of(row.path, language)) {
      if (node->row != nullptr) throw sim::BugError("parameter table: a path within a path");
      node = &child(*node, segment);
    }
    if (node->row != nullptr || node->axis || !node->words.empty()) {
      throw sim::BugError("parameter table: " + std::string(row.path) + " is declared twice");
    }
    node->row = &row;
  }
  return root;
}

}  // namespace skillscale::scenarios
