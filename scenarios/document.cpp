#include "scenarios/document.h"

#include <algorithm>

#include "scenarios/text_check.h"
#include "scenarios/yaml_reader.h"

namespace skillscale::scenarios {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool fits(std::string_view text, const Place& file, Faults& faults) {
  if (text.size() <= largest_file) return true;
  faults.add({file, "", "has " + std::to_string(text.size()) + " bytes", "up to 4 MB",
              "a scenario is written by hand; move data elsewhere"});
  return false;
}

std::optional<Node> parse(std::string_view text, const Place& file, Faults& faults) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (!fits(text, file, faults) || !is_clean_text(text, file, faults)) return std::nullopt;
  return read_yaml(text, file, faults);
}

void move_to(Node& node, const Place& place) {
  node.place = node.key_place = place;
  for (auto& child : node.children) move_to(child, place);
}

}  // namespace

const Node* Node::find(std::string_view name) const {
  if (!is_map()) return nullptr;
  const auto at = std::find_if(children.begin(), children.end(),
                               [&](const Node& child) { return child.key == name; });
  return at == children.end() ? nullptr : &*at;
}

Node* Node::find(std::string_view name) {
  return const_cast<Node*>(static_cast<const Node*>(this)->find(name));
}

std::optional<Node> parse_document(std::string_view text, std::string_view name, Faults& faults) {
  const Place file = whole_file(name);
  auto root = parse(text, file, faults);
  if (!root || root->is_map()) return root;
  Place place = file;
  place.line = std::max(root->place.line, 1);
  place.column = std::max(root->place.column, 1);
  const bool is_empty = root->kind == NodeKind::Null;
  faults.add({place, "", is_empty ? "the file is empty" : "the file is not a map of keys",
              "keys with values, such as \"name: My scenario\"",
              "skillscale new FILE.yaml writes a starting scenario"});
  return std::nullopt;
}

std::optional<Node> parse_value(std::string_view text, std::string_view name, Faults& faults) {
  const Place place = whole_file(name);
  Faults own;
  auto value = parse(text, place, own);
  for (Fault fault : own.all()) {
    fault.place = place;
    faults.add(std::move(fault));
  }
  if (value) move_to(*value, place);
  return value;
}

}  // namespace skillscale::scenarios
