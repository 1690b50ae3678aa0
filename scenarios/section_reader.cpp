#include "scenarios/section_reader.h"

#include <algorithm>
#include <cmath>

#include "scenarios/nearest.h"
#include "scenarios/number.h"

namespace skillscale::scenarios {
namespace {

const RunKey& run_key(std::string_view path) {
  const auto keys = run_keys();
  return *std::find_if(keys.begin(), keys.end(),
                       [&](const RunKey& key) { return key.path == path; });
}

std::string allowed_text(const RunKey& key) {
  return "whole numbers, " + std::to_string(static_cast<long long>(key.low)) + " to " +
         std::to_string(static_cast<long long>(key.high));
}

std::vector<std::string_view> keys_of(std::string_view section) {
  std::vector<std::string_view> known;
  for (const auto& key : run_keys()) {
    const auto dot = key.path.find('.');
    if (dot != std::string_view::npos && key.path.substr(0, dot) == section) {
      known.push_back(key.path.substr(dot + 1));
    }
  }
  return known;
}

}  // namespace

void SectionReader::text(std::string_view path, std::string& into) {
  if (const Node* node = scalar(path, "a text")) into = node->text;
}

void SectionReader::month(std::string_view path, CalendarMonth& into) {
  const Node* node = scalar(path, "YYYY-MM");
  if (node == nullptr) return;
  if (const auto month = read_calendar_month(node->text)) {
    into = *month;
  } else {
    refuse(*node, path, "is " + node->text + ", which is not a month",
           "YYYY-MM between 1900-01 and 4600-12", next_for_month(node->text));
  }
}

const Node* SectionReader::list(std::string_view path) {
  const Node* node = find(path);
  if (node == nullptr || node->is_faulty) return nullptr;
  const bool is_good =
      node->is_sequence() && std::all_of(node->children.begin(), node->children.end(),
                                         [](const Node& item) { return item.is_scalar(); });
  if (is_good) return node;
  refuse(*node, path, "is not a list of plain values", "a list", "write it as in [a, b]");
  return nullptr;
}

const Node* SectionReader::find(std::string_view path) const {
  const auto dot = path.find('.');
  const Node* section = root_.find(path.substr(0, dot));
  if (section == nullptr || dot == std::string_view::npos) return section;
  return section->find(path.substr(dot + 1));
}

void SectionReader::check_keys(std::string_view section) {
  const Node* map = root_.find(section);
  if (map == nullptr || map->is_faulty) return;
  const auto known = keys_of(section);
  if (!map->is_map()) {
    return refuse(*map, section, "is not a map", "a map with the keys " + name_list(known),
                  "write the keys below it, indented by two blanks");
  }
  for (const auto& child : map->children) {
    if (std::find(known.begin(), known.end(), child.key) != known.end()) continue;
    const auto near = nearest_name(child.key, known);
    const auto path = std::string(section) + "." + child.key;
    faults_.add({child.key_place, path, "is not a known key", name_list(known),
                 near.empty() ? "remove it" : key_hint(child.key_place, path, near)});
  }
}

void SectionReader::refuse(const Node& node, std::string_view path, std::string problem,
                           std::string allowed, std::string next) {
  faults_.add(
      {node.place, std::string(path), std::move(problem), std::move(allowed), std::move(next)});
}

std::optional<double> SectionReader::whole_number(std::string_view path) {
  const auto& key = run_key(path);
  const Node* node = scalar(path, allowed_text(key));
  if (node == nullptr) return std::nullopt;
  const auto number = read_number(node->text);
  const bool is_whole = number.value && number.length == node->text.size() &&
                        std::floor(*number.value) == *number.value;
  if (is_whole && *number.value >= key.low && *number.value <= key.high) return number.value;
  refuse(*node, path, "is " + node->text, allowed_text(key), "give a whole number in the range");
  return std::nullopt;
}

const Node* SectionReader::scalar(std::string_view path, const std::string& allowed) {
  const Node* node = find(path);
  if (node == nullptr || node->is_faulty) return nullptr;
  if (node->is_scalar()) return node;
  refuse(*node, path, node->is_map() ? "is a map" : "is a list", allowed, "write one value");
  return nullptr;
}

}  // namespace skillscale::scenarios
