// The keys of calibration files, and how one is read. Used by the sources of calibration files
// only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scenarios/document.h"

namespace skillscale::scenarios {

/// One key; the reader, its messages and the schema follow from it.
struct CalibrationKey {
  std::string_view map;  ///< "" for the file, "design", "posterior", "parameter", "target", "per"
  std::string_view key;
  std::string_view type;  ///< integer, number, text, quantity, period, choice, names, map, list
  double low = 0, high = 0;
  std::string_view choices;  ///< words separated by blanks
  std::string_view meaning;
};
std::span<const CalibrationKey> calibration_keys();

/// Reads the keys of one map, with places and faults.
class KeyReader {
 public:
  /// @param map   of the table
  /// @param path  of the node, for messages
  KeyReader(const Node& node, std::string_view map, std::string path, Faults& faults);

  /// A key's value; nullptr if it is not given, null, or already faulty.
  const Node* find(std::string_view key) const;
  std::string text(std::string_view key) const;
  std::optional<double> number(std::string_view key) const;
  template <class Number>
  void number(std::string_view key, Number& into) const {
    if (const auto value = number(key)) into = static_cast<Number>(*value);
  }
  /// Position among the choices; `standard` if not given or faulty.
  int choice(std::string_view key, int standard) const;
  /// A single scalar or a list of scalars; empty if not given.
  std::vector<const Node*> items(std::string_view key) const;

  void refuse(const Node& at, std::string_view key, std::string problem, std::string allowed,
              std::string next) const;
  const Node& node() const { return node_; }
  const std::string& path() const { return path_; }
  Faults& faults() const { return faults_; }

 private:
  const CalibrationKey& row(std::string_view key) const;
  void check_keys() const;

  const Node& node_;
  std::string_view map_;
  std::string path_;
  Faults& faults_;
};

}  // namespace skillscale::scenarios
