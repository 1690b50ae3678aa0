// `--set path=value`.
#include <algorithm>

#include "scenarios/scenario.h"
#include "scenarios/set_value.h"

namespace skillscale::scenarios {
namespace {

constexpr std::string_view command_line = "command line";

std::vector<std::string> keys_of(std::string_view path) {
  std::vector<std::string> keys;
  while (true) {
    const auto dot = path.find('.');
    keys.emplace_back(path.substr(0, dot));
    if (dot == std::string_view::npos) return keys;
    path.remove_prefix(dot + 1);
  }
}

/// The map under `key`, made if there is none; a scalar there gives way.
Node& map_under(Node& parent, const std::string& key, const Place& place) {
  Node* child = parent.find(key);
  if (child == nullptr) {
    Node made;
    made.key = key;
    made.place = made.key_place = place;
    parent.children.push_back(std::move(made));
    child = &parent.children.back();
  }
  if (!child->is_map()) {
    child->kind = NodeKind::Map;
    child->children.clear();
    child->text.clear();
  }
  return *child;
}

void put(Node& parent, Node value) {
  Node* present = parent.find(value.key);
  if (value.kind == NodeKind::Null) {
    std::erase_if(parent.children, [&](const Node& child) { return child.key == value.key; });
  } else if (present != nullptr) {
    *present = std::move(value);
  } else {
    parent.children.push_back(std::move(value));
  }
}

/// The value of a change; the place of its faults is the path that is set.
std::optional<Node> parsed(const Override& change, Faults& faults) {
  Faults own;
  auto value = parse_value(change.value, command_line, own);
  for (Fault fault : own.all()) {
    const bool goes_on = !fault.path.empty() && fault.path.front() != '[';
    fault.path = change.path + (goes_on ? "." : "") + fault.path;
    faults.add(std::move(fault));
  }
  return value;
}

/// A misspelt origin or occupation would silently become a new one.
bool names_nothing(const Node& root, const std::vector<std::string>& keys, const Override& change,
                   Faults& faults) {
  const bool names_a_part =
      keys.size() > 2 && (keys.front() == "origins" || keys.front() == "occupations" ||
                          keys.front() == "employers" || keys.front() == "centres");
  if (!names_a_part) return false;
  const Node* section = root.find(keys.front());
  if (section != nullptr && section->find(keys[1]) != nullptr) return false;
  std::string known;
  for (const auto& child : section == nullptr ? std::vector<Node>{} : section->children)
    known += " " + child.key;
  faults.add({whole_file(command_line), change.path,
              "names nothing: " + keys[1] + " is not in the scenario", "one of:" + known,
              "check the spelling; new parts are written in a scenario file"});
  return true;
}

}  // namespace

std::optional<Override> parse_override(std::string_view text, Faults& faults) {
  const auto equals = text.find('=');
  const auto path = text.substr(0, equals);
  const bool has_empty_key = path.empty() || path.front() == '.' || path.back() == '.' ||
                             path.find("..") != std::string_view::npos;
  if (equals != std::string_view::npos && !has_empty_key) {
    return Override{std::string(path), std::string(text.substr(equals + 1))};
  }
  faults.add({whole_file(command_line), "", "--set " + std::string(text) + " is not understood",
              "path=value", "write it as in --set levers.more_staff.strength=0.5"});
  return std::nullopt;
}

void set_value(Node& root, const Override& change, Faults& faults) {
  const Place place = whole_file(command_line);
  auto keys = keys_of(change.path);
  if (keys.front() == "extends" || keys.front() == "schema") {
    faults.add({place, change.path, "cannot be set here", "any other path",
                "write a file that extends the other one"});
    return;
  }
  auto value = parsed(change, faults);
  if (!value) return;
  if (change.value.find_first_not_of(' ') == std::string::npos) {
    faults.add({place, change.path, "is set to nothing", "a value", "null removes a value"});
    return;
  }
  if (names_nothing(root, keys, change, faults)) return;
  Node* parent = &root;
  for (std::size_t at = 0; at + 1 < keys.size(); ++at) {
    parent = &map_under(*parent, keys[at], place);
  }
  value->key = keys.back();
  put(*parent, std::move(*value));
}

}  // namespace skillscale::scenarios
