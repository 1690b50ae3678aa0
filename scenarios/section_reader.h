// Reads single keys of the run sections ("horizon.months") into plain members.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenarios/calendar_month.h"
#include "scenarios/run_settings.h"

namespace skillscale::scenarios {

/// Every reader leaves its target alone if the key is not given, and adds a fault if the value does
/// not fit.
class SectionReader {
 public:
  SectionReader(const Node& root, Faults& faults) : root_(root), faults_(faults) {}

  void text(std::string_view path, std::string& into);
  void month(std::string_view path, CalendarMonth& into);
  template <typename Integer>
  void integer(std::string_view path, Integer& into) {
    if (const auto number = whole_number(path)) into = static_cast<Integer>(*number);
  }

  /// The list at `path`, all of plain values; nullptr if not given or (with a fault) not such a
  /// list.
  const Node* list(std::string_view path);

  /// The value at `path`, whatever it is; nullptr if not given.
  const Node* find(std::string_view path) const;

  /// Faults for keys that the section does not have.
  void check_keys(std::string_view section);

  void refuse(const Node& node, std::string_view path, std::string problem, std::string allowed,
              std::string next);

 private:
  std::optional<double> whole_number(std::string_view path);
  const Node* scalar(std::string_view path, const std::string& allowed);

  const Node& root_;
  Faults& faults_;
};

}  // namespace skillscale::scenarios
