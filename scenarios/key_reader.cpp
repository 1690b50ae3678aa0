#include "scenarios/key_reader.h"

#include <algorithm>
#include <cmath>

#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/number.h"
#include "scenarios/read_value.h"
#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

std::string range_text(const FileKey& row) {
  return std::string(row.type == "integer" ? "a whole number, " : "a number, ") +
         number_text(row.low) + " to " + number_text(row.high);
}

}  // namespace

std::vector<std::string_view> KeyReader::known() const {
  std::vector<std::string_view> names;
  for (const auto& row : keys_) {
    if (row.map == map_) names.push_back(row.key);
  }
  return names;
}

KeyReader::KeyReader(const Node& node, std::span<const FileKey> keys, std::string_view map,
                     std::string path, Faults& faults)
    : node_(node), keys_(keys), map_(map), path_(std::move(path)), faults_(faults) {
  check_keys();
}

void KeyReader::check_keys() const {
  if (node_.is_faulty) return;
  const auto known = this->known();
  if (!node_.is_map()) {
    faults_.add({node_.place, path_, "is not a map", "a map with the keys " + name_list(known, 30),
                 "write the keys in braces or below it, indented by two blanks"});
    return;
  }
  for (const auto& child : node_.children) {
    if (std::find(known.begin(), known.end(), child.key) != known.end()) continue;
    const auto near = nearest_name(child.key, known);
    faults_.add({child.key_place, path_ + (path_.empty() ? "" : ".") + child.key,
                 "is not a known key", name_list(known, 30),
                 near.empty() ? "remove it" : "did you mean " + near + "?"});
  }
}

const FileKey& KeyReader::row(std::string_view key) const {
  for (const auto& row : keys_) {
    if (row.map == map_ && row.key == key) return row;
  }
  throw sim::BugError("such files have no key " + std::string(key));
}

const Node* KeyReader::find(std::string_view key) const {
  row(key);
  const Node* found = node_.find(key);
  return found == nullptr || found->is_faulty || found->kind == NodeKind::Null ? nullptr : found;
}

void KeyReader::refuse(const Node& at, std::string_view key, std::string problem,
                       std::string allowed, std::string next) const {
  const std::string dot = path_.empty() || key.empty() ? "" : ".";
  faults_.add({at.place, path_ + dot + std::string(key), std::move(problem), std::move(allowed),
               std::move(next)});
}

std::string KeyReader::text(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr) return "";
  if (found->is_scalar()) return found->text;
  refuse(*found, key, found->is_map() ? "is a map" : "is a list", "a text", "write one text");
  return "";
}

std::optional<double> KeyReader::number(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr) return std::nullopt;
  const auto& due = row(key);
  const auto reading = found->is_scalar() ? read_number(found->text) : NumberReading{};
  const bool is_number = reading.value && reading.length == found->text.size();
  const bool fits = is_number && *reading.value >= due.low && *reading.value <= due.high &&
                    (due.type != "integer" || std::floor(*reading.value) == *reading.value);
  if (fits) return reading.value;
  refuse(*found, key, found->is_scalar() ? "is " + found->text : "is not a plain value",
         range_text(due), "give a plain number in the range; its unit stands in `unit`");
  return std::nullopt;
}

int KeyReader::choice(std::string_view key, int standard) const {
  const Node* found = find(key);
  if (found == nullptr) return standard;
  const auto words = words_of(row(key).choices);
  const auto at = std::find(words.begin(), words.end(), found->text);
  if (found->is_scalar() && at != words.end()) return static_cast<int>(at - words.begin());
  const auto near = nearest_name(found->text, words);
  refuse(*found, key, "is \"" + found->text + "\"", name_list(words),
         near.empty() ? "give one of these words" : "did you mean " + near + "?");
  return standard;
}

bool KeyReader::is_on(std::string_view key) const {
  const Node* node = find(key);
  if (node == nullptr) return false;
  if (node->is_scalar() && (node->text == "on" || node->text == "true")) return true;
  if (!node->is_scalar() || (node->text != "off" && node->text != "false"))
    refuse(*node, key, "is neither on nor off", "on, off", "write on or off");
  return false;
}

std::vector<const Node*> KeyReader::items(std::string_view key) const {
  const Node* found = find(key);
  if (found == nullptr) return {};
  if (found->is_scalar()) return {found};
  std::vector<const Node*> list;
  for (const auto& item : found->children) {
    if (found->is_sequence() && item.is_scalar()) list.push_back(&item);
  }
  if (found->is_sequence() && !list.empty() && list.size() == found->children.size()) return list;
  refuse(*found, key, "is not a value or a list of plain values", "a value, or a list in brackets",
         "write it as in [a, b]");
  return {};
}

}  // namespace skillscale::scenarios
