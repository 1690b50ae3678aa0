// The names on every axis: fixed ones from the model, the others from the keys of the document's
// sections.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scenarios/document.h"
#include "scenarios/language.h"
#include "scenarios/pattern_tree.h"

namespace skillscale::scenarios {

/// Most names on an axis. Origins and occupations are multiplied with each other, in the model too.
constexpr std::size_t most_names(models::Axis axis) {
  return axis == models::Axis::Origin || axis == models::Axis::Occupation ? 200 : 1000;
}

class AxisNames {
 public:
  /// Reads the names; faults for keys that cannot be names.
  AxisNames(const Node& root, const Language& language, const PatternNode& tree, Faults& faults);

  std::optional<int> position(models::Axis axis, std::string_view name) const;
  const std::vector<std::string>& names(models::Axis axis) const {
    return names_[static_cast<std::size_t>(axis)];
  }
  const std::array<std::vector<std::string>, models::axis_count>& all() const { return names_; }

 private:
  void add(models::Axis axis, std::string_view name);

  std::array<std::vector<std::string>, models::axis_count> names_;
  std::array<std::unordered_map<std::string, int>, models::axis_count> positions_;
};

}  // namespace skillscale::scenarios
