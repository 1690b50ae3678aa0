#include "scenarios/addresses.h"

#include <algorithm>

namespace skillscale::scenarios {
namespace {

/// Expands the axes of one row from left to right.
class Expansion {
 public:
  Expansion(const models::ParameterDecl& row, const Language& language, const AxisNames& names,
            const AddressVisitor& visit)
      : row_(row), segments_(segments_of(row.path, language)), names_(names), visit_(visit) {}

  /// `node` is the document at this place, nullptr where it has none.
  void expand(std::size_t at, const Node* node, const std::string& path, bool is_below_named) {
    if (at == segments_.size()) return visit_(row_, path, index_);
    const auto& segment = segments_[at];
    if (!segment.axis) return descend(at, segment.word, node, path, is_below_named);
    const bool is_named = is_named_by_scenario(*segment.axis);
    const auto visit = [&](std::size_t position, const std::string& name) {
      index_[*segment.axis] = static_cast<int>(position);
      descend(at, name, node, path, is_below_named || is_named);
    };
    const auto& names = names_.names(*segment.axis);
    if (is_named && is_below_named) {
      for (const auto position : keys_on(*segment.axis, node)) visit(position, names[position]);
    } else {
      for (std::size_t position = 0; position < names.size(); ++position) {
        visit(position, names[position]);
      }
    }
  }

 private:
  void descend(std::size_t at, std::string_view word, const Node* node, const std::string& path,
               bool is_below_named) {
    const std::string below = path.empty() ? std::string(word) : path + "." + std::string(word);
    expand(at + 1, node != nullptr ? node->find(word) : nullptr, below, is_below_named);
  }

  /// Positions of the keys of a map that are names on an axis, ascending.
  std::vector<std::size_t> keys_on(models::Axis axis, const Node* node) const {
    std::vector<std::size_t> positions;
    if (node == nullptr || !node->is_map()) return positions;
    for (const auto& child : node->children) {
      if (const auto position = names_.position(axis, child.key)) {
        positions.push_back(static_cast<std::size_t>(*position));
      }
    }
    std::sort(positions.begin(), positions.end());
    return positions;
  }

  const models::ParameterDecl& row_;
  std::vector<Segment> segments_;
  const AxisNames& names_;
  const AddressVisitor& visit_;
  models::Index index_;
};

}  // namespace

void for_each_address(const Node& root, const Language& language, const AxisNames& names,
                      const AddressVisitor& visit) {
  for (const auto& row : language.table) {
    Expansion(row, language, names, visit).expand(0, &root, "", false);
  }
}

}  // namespace skillscale::scenarios
