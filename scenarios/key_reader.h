// Files that stand beside scenarios, such as calibrations and experiments: their keys, and how one
// is read. Used by the readers of such files only.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/document.h"

namespace skillscale::scenarios {

/// One key of a file; the reader, its messages and the schema follow from it.
struct FileKey {
  std::string_view map;  ///< "" for the file, else the name of a map in it, such as "design"
  std::string_view key;
  std::string_view
      type;  ///< integer, number, text, quantity, period, choice, switch, names, map, list
  double low = 0, high = 0;
  std::string_view choices;  ///< words separated by blanks
  std::string_view meaning;
};

/// The keys of a file out of the keys of its parts.
template <std::size_t... Sizes>
constexpr auto joined(const std::array<FileKey, Sizes>&... parts) {
  std::array<FileKey, (Sizes + ...)> all{};
  std::size_t at = 0;
  const auto add = [&](const auto& part) {
    for (const auto& key : part) all[at++] = key;
  };
  (add(parts), ...);
  return all;
}

/// Reads the keys of one map, with places and faults.
class KeyReader {
 public:
  /// @param keys  of all maps of the file
  /// @param map   which of them this is
  /// @param path  of the node, for messages
  KeyReader(const Node& node, std::span<const FileKey> keys, std::string_view map, std::string path,
            Faults& faults);

  /// Of a map inside this one; same keys, same faults.
  KeyReader inner(const Node& node, std::string_view map, std::string path) const {
    return {node, keys_, map, std::move(path), faults_};
  }

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
  /// on or off, also as true or false; off if not given or faulty.
  bool is_on(std::string_view key) const;
  /// A single scalar or a list of scalars; empty if not given.
  std::vector<const Node*> items(std::string_view key) const;

  void refuse(const Node& at, std::string_view key, std::string problem, std::string allowed,
              std::string next) const;
  const Node& node() const { return node_; }
  const std::string& path() const { return path_; }
  Faults& faults() const { return faults_; }

 private:
  std::vector<std::string_view> known() const;
  const FileKey& row(std::string_view key) const;
  void check_keys() const;

  const Node& node_;
  std::span<const FileKey> keys_;
  std::string_view map_;
  std::string path_;
  Faults& faults_;
};

}  // namespace skillscale::scenarios
