#include "scenarios/bind.h"

#include <algorithm>
#include <unordered_map>

#include "scenarios/addresses.h"
#include "scenarios/axis_names.h"
#include "scenarios/former_keys.h"
#include "scenarios/nearest.h"
#include "scenarios/pattern_tree.h"
#include "scenarios/read_value.h"
#include "scenarios/sums.h"

namespace skillscale::scenarios {
namespace {

struct Given {
  ParameterValue value;
  bool is_good = false;
};

std::string joined(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

bool is_run_section(std::string_view key) {
  const auto keys = run_keys();
  return std::any_of(keys.begin(), keys.end(), [&](const RunKey& known) {
    return known.path.substr(0, known.path.find('.')) == key;
  });
}

/// Walks document and table side by side and reads every value that the document gives.
class Walker {
 public:
  Walker(const AxisNames& names, const RunSettings& run, Faults& faults)
      : context_{names, run, faults} {}

  void walk(const Node& node, const PatternNode& pattern, const std::string& path,
            const models::Index& index) {
    if (node.is_faulty) return;
    if (pattern.row != nullptr) return read(node, *pattern.row, path, index);
    if (!node.is_map()) {
      context_.faults.add({node.place, path,
                           node.is_sequence() ? "is a list" : "is \"" + node.text + "\"",
                           "a map with the keys " + name_list(known_keys(pattern)),
                           "write the keys below it, indented by two blanks"});
      return;
    }
    for (const auto& child : node.children) step(child, pattern, path, index);
  }

  std::unordered_map<std::string, Given> given;

 private:
  void step(const Node& child, const PatternNode& pattern, const std::string& path,
            models::Index index) {
    if (path.empty() && is_run_section(child.key)) return;
    const std::string child_path = joined(path, child.key);
    if (const PatternNode* below = pattern.find(child.key)) {
      return walk(child, *below, child_path, index);
    }
    if (pattern.axis) {
      if (const auto position = context_.names.position(*pattern.axis, child.key)) {
        index[*pattern.axis] = *position;
        return walk(child, *pattern.below_axis, child_path, index);
      }
    }
    refuse_key(child, pattern, path.empty(), child_path);
  }

  std::vector<std::string_view> known_keys(const PatternNode& pattern) const {
    std::vector<std::string_view> keys;
    for (const auto& word : pattern.words) keys.push_back(word.word);
    if (pattern.axis) {
      const auto& names = context_.names.names(*pattern.axis);
      keys.insert(keys.end(), names.begin(), names.end());
    }
    return keys;
  }

  void refuse_key(const Node& child, const PatternNode& pattern, bool is_top,
                  const std::string& path) {
    if (const auto* former = former_key(path, former_keys())) {
      context_.faults.add({child.key_place, path,
                           "is no longer a key: " + std::string(former->reason), "",
                           "skillscale migrate --in-place " + std::string(child.key_place.file()) +
                               " brings the file up to date"});
      return;
    }
    auto keys = known_keys(pattern);
    if (is_top) {
      for (const auto& known : run_keys()) {
        if (known.path.find('.') == std::string_view::npos) keys.push_back(known.path);
      }
      for (std::string_view section : {"horizon", "ensemble", "outputs"}) keys.push_back(section);
    }
    const auto near = nearest_name(child.key, keys);
    const bool is_open = pattern.axis && is_named_by_scenario(*pattern.axis);
    const std::string section = is_open ? std::string(naming_section(*pattern.axis)) : "";
    context_.faults.add({child.key_place, path, "is not a known key", name_list(keys),
                         !near.empty() ? key_hint(child.key_place, path, near)
                         : is_open     ? "remove it, or add " + child.key + " to " + section
                                       : "remove it; skillscale params lists every key"});
  }

  void read(const Node& node, const models::ParameterDecl& row, const std::string& path,
            const models::Index& index) {
    Given found;
    found.value.path = path;
    found.value.decl = &row;
    found.value.index = index;
    found.is_good = read_value(node, found.value, context_);
    given.insert_or_assign(path, std::move(found));
  }

  ReadContext context_;
};

ParameterValue standard_value(const models::ParameterDecl& row, const std::string& path,
                              const models::Index& index) {
  ParameterValue value;
  value.path = path;
  value.decl = &row;
  value.index = index;
  value.value = row.standard;
  value.low = row.range_low;
  value.high = row.range_high;
  value.source = row.source;
  value.confidence = confidence_word(row.confidence);
  return value;
}

void store(const ParameterValue& value, Bound& bound) {
  switch (value.decl->kind) {
    case models::ValueKind::List:
    case models::ValueKind::References:
      bound.lists.emplace_back(value.path, value.list);
      return;
    case models::ValueKind::Text:
      bound.texts.emplace_back(value.path, value.text);
      return;
    default:
      bound.numbers.emplace_back(value.path, value.value);
      return;
  }
}

/// Nearest existing map above a path, for the place of "is missing".
const Node& nearest_node(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (true) {
    const auto dot = path.find('.');
    const Node* next = node->find(path.substr(0, dot));
    if (next == nullptr || dot == std::string_view::npos) return *node;
    node = next;
    path.remove_prefix(dot + 1);
  }
}

/// A part that names another one ("the occupation of a sector") has no sensible standard.
bool must_name_something(const models::ParameterDecl& row, const models::Index& index) {
  if (row.kind != models::ValueKind::Reference || row.allowed_low < 0) return false;
  for (int at = 0; at < models::axis_count; ++at) {
    const auto axis = static_cast<models::Axis>(at);
    if (index[axis] >= 0 && is_named_by_scenario(axis)) return true;
  }
  return false;
}

void refuse_missing(const Node& root, const models::ParameterDecl& row, const std::string& path,
                    Faults& faults) {
  const Node& near = nearest_node(root, path);
  faults.add({near.key.empty() ? near.place : near.key_place, path, "is missing", allowed_text(row),
              "add it: " + std::string(row.meaning)});
}

}  // namespace

Bound bind(const Node& root, const Language& language, const RunSettings& run, Faults& faults) {
  const PatternNode tree = pattern_tree(language);
  const AxisNames names(root, language, tree, faults);
  Walker walker(names, run, faults);
  walker.walk(root, tree, "", {});
  Bound bound;
  for (int at = 0; at < models::axis_count; ++at) {
    const auto axis = static_cast<models::Axis>(at);
    if (is_named_by_scenario(axis)) bound.names[static_cast<std::size_t>(at)] = names.names(axis);
  }
  for_each_address(root, language, names,
                   [&](const auto& row, const auto& path, const auto& index) {
                     const auto found = walker.given.find(path);
                     if (found == walker.given.end()) {
                       if (row.required || must_name_something(row, index))
                         refuse_missing(root, row, path, faults);
                       bound.values.push_back(standard_value(row, path, index));
                     } else {
                       if (found->second.is_good) store(found->second.value, bound);
                       bound.values.push_back(std::move(found->second.value));
                     }
                   });
  check_sums(bound, language, faults);
  return bound;
}

}  // namespace skillscale::scenarios
