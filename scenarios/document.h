// A YAML text as our own tree, every node with its place. Hides yaml-cpp.
//
// The accepted language is a small, safe part of YAML 1.2: one document, maps with plain string
// keys, lists, scalars. Aliases, tags, duplicate keys, tabs, NaN and infinity are refused; so are
// texts that are too large or too deep.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/fault.h"

namespace skillscale::scenarios {

enum class NodeKind : unsigned char { Null, Scalar, Sequence, Map };

/// One value of a document. A child of a map carries its key. Keys keep the order of the file and
/// are unique.
struct Node {
  NodeKind kind = NodeKind::Null;
  bool is_quoted = false;  ///< scalar in quotes or as a block: text, never a number
  bool is_faulty = false;  ///< a fault about this value is already added; nobody looks at it again
  Place place;             ///< where the value stands
  std::string key;         ///< set for children of a map
  Place key_place;         ///< where the key stands
  std::string text;        ///< set for scalars
  std::vector<Node> children;

  bool is_map() const { return kind == NodeKind::Map; }
  bool is_sequence() const { return kind == NodeKind::Sequence; }
  bool is_scalar() const { return kind == NodeKind::Scalar; }

  /// Child of a map by key; nullptr if there is none or this is no map. Linear in the number of
  /// children.
  const Node* find(std::string_view name) const;
  Node* find(std::string_view name);
};

/// A file as it was read, kept for the provenance of results.
struct SourceFile {
  std::string name;
  std::string text;
};

inline constexpr std::size_t largest_file = 4u << 20;  ///< bytes
inline constexpr int deepest_nesting = 64;             ///< maps and lists inside each other
inline constexpr std::size_t most_nodes = 100'000;     ///< values in one file

/// Parses a text whose root is a map. Nothing if the text cannot be read to its end; milder faults
/// are added and the tree holds what is usable.
std::optional<Node> parse_document(std::string_view text, std::string_view name, Faults& faults);

/// Parses one value as it stands behind `--set path=`: a scalar, or a list or map in brackets.
std::optional<Node> parse_value(std::string_view text, std::string_view name, Faults& faults);

/// Reads a file; nothing (and a fault) if it is missing, a directory, too large or not readable.
std::optional<SourceFile> read_source(const std::filesystem::path& path, Faults& faults);

}  // namespace skillscale::scenarios
