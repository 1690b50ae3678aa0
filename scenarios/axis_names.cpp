#include "scenarios/axis_names.h"

#include <algorithm>

namespace skillscale::scenarios {
namespace {

constexpr std::size_t longest_name = 64;

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

bool is_name(std::string_view text) {
  if (text.empty() || text.size() > longest_name || !is_letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char letter) {
    return is_letter(letter) || (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
  });
}

/// True if the table uses the word as a key beside names of the axis ("price_level" beside
/// occupations).
bool is_taken(const PatternNode& node, models::Axis axis, std::string_view name) {
  if (node.axis == axis && node.find(name) != nullptr) return true;
  if (node.below_axis && is_taken(*node.below_axis, axis, name)) return true;
  return std::any_of(node.words.begin(), node.words.end(), [&](const PatternNode::Word& word) {
    return is_taken(word.node, axis, name);
  });
}

void refuse(const Node& child, std::string path, std::string problem, std::string allowed,
            std::string next, Faults& faults) {
  faults.add(
      {child.key_place, std::move(path), std::move(problem), std::move(allowed), std::move(next)});
}

}  // namespace

AxisNames::AxisNames(const Node& root, const Language& language, const PatternNode& tree,
                     Faults& faults) {
  for (int at = 0; at < models::axis_count; ++at) {
    const auto axis = static_cast<models::Axis>(at);
    if (!is_named_by_scenario(axis)) {
      for (const auto name : language.fixed_names(axis)) add(axis, name);
      continue;
    }
    const Node* section = root.find(naming_section(axis));
    if (section == nullptr || !section->is_map()) continue;
    for (const auto& child : section->children) {
      const std::string path = std::string(naming_section(axis)) + "." + child.key;
      if (names(axis).size() >= most_names(axis)) {
        refuse(child, path, "is one name too many",
               "up to " + std::to_string(most_names(axis)) + " names", "split the scenario",
               faults);
        break;
      }
      if (!is_name(child.key)) {
        refuse(child, path, "is not a usable name",
               "up to 64 letters, digits, _ and -, beginning with a letter", "rename it", faults);
      } else if (child.key == "none" || is_taken(tree, axis, child.key)) {
        refuse(child, path, "is a word of the language and cannot be a name", "any other name",
               "rename it", faults);
      }
      add(axis, child.key);
    }
  }
}

void AxisNames::add(models::Axis axis, std::string_view name) {
  auto& list = names_[static_cast<std::size_t>(axis)];
  positions_[static_cast<std::size_t>(axis)].emplace(name, static_cast<int>(list.size()));
  list.emplace_back(name);
}

std::optional<int> AxisNames::position(models::Axis axis, std::string_view name) const {
  const auto& positions = positions_[static_cast<std::size_t>(axis)];
  const auto at = positions.find(std::string(name));
  return at == positions.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace skillscale::scenarios
