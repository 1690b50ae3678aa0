#include "scenarios/migrate.h"

#include <algorithm>

#include "scenarios/document.h"
#include "scenarios/emit_yaml.h"
#include "scenarios/utf8.h"

namespace skillscale::scenarios {
namespace {

constexpr std::string_view blanks = " \t";

/// Bytes of places that are asked for in the order of the text: every byte is looked at once.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : text_(text) {}

  std::size_t of(const Place& place) {
    while (line_ < place.line) {
      const auto end = text_.find('\n', at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 1;
      ++line_;
      column_ = 1;
    }
    while (column_ < place.column && at_ < text_.size()) {
      at_ += std::max<std::size_t>(1, utf8_length(text_, at_));
      ++column_;
    }
    return at_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

/// A key that changes, and whether it stands within braces.
struct Edit {
  Place key_place;
  std::string path;
  std::string_view key;
  const FormerKey* row;
  bool is_in_braces;
};

std::string below(const std::string& path, const Node& child) {
  if (child.key.empty()) return path;
  return path.empty() ? child.key : path + "." + child.key;
}

/// The former key that a node is, or that all it holds are: of such a map nothing would be left.
const FormerKey* change_of(const Node& node, const std::string& path,
                           std::span<const FormerKey> rows) {
  if (!node.key.empty()) {
    if (const auto* row = former_key(path, rows)) return row;
  }
  if (!node.is_map() || node.key.empty()) return nullptr;
  const FormerKey* first = nullptr;
  for (const auto& child : node.children) {
    const auto* found = change_of(child, below(path, child), rows);
    if (found == nullptr || !found->now.empty()) return nullptr;
    if (first == nullptr) first = found;
  }
  return first;
}

/// Finds what has to change in a text.
class Search {
 public:
  Search(std::string_view text, std::span<const FormerKey> rows)
      : offsets_(text), text_(text), rows_(rows) {}

  /// Looks at what stands in a map or a list.
  void look_into(const Node& node, const std::string& path, bool is_in_braces) {
    const auto at = offsets_.of(node.place);
    const bool opens = at < text_.size() && (text_[at] == '{' || text_[at] == '[');
    for (const auto& child : node.children)
      look_at(child, below(path, child), is_in_braces || opens);
  }

  std::vector<Edit> edits;

 private:
  void look_at(const Node& node, const std::string& path, bool is_in_braces) {
    if (const auto* row = change_of(node, path, rows_)) {
      edits.push_back({node.key_place, path, node.key, row, is_in_braces});
    } else if (node.is_map() || node.is_sequence()) {
      look_into(node, path, is_in_braces);
    }
  }

  Offsets offsets_;
  std::string_view text_;
  std::span<const FormerKey> rows_;
};

/// The same changes in the tree, which the changed text must agree with.
Node changed(Node node, const std::string& path, std::span<const FormerKey> rows) {
  std::vector<Node> kept;
  for (auto& child : node.children) {
    const auto child_path = below(path, child);
    const auto* row = change_of(child, child_path, rows);
    if (row != nullptr && row->now.empty()) continue;
    if (row != nullptr) child.key = row->now;
    kept.push_back(row != nullptr ? std::move(child) : changed(std::move(child), child_path, rows));
  }
  node.children = std::move(kept);
  return node;
}

bool holds(std::string_view text, std::string_view name, const Node& expected) {
  Faults faults;
  const auto tree = parse_document(text, name, faults);
  return tree && faults.empty() && emit_yaml(*tree, false) == emit_yaml(expected, false);
}

/// Behind a quoted word that begins at `at`.
std::size_t end_of_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\')
      ++at;
    else if (text[at] == quote && quote == '\'' && at + 1 < text.size() && text[at + 1] == quote)
      ++at;
    else if (text[at] == quote)
      return at + 1;
  }
  return text.size();
}

/// Where an entry within braces ends: at its comma or at the brace that closes the map.
std::size_t end_in_braces(std::string_view text, std::size_t at) {
  int depth = 0;
  bool may_quote = true;  // a quote within a word is a letter
  while (at < text.size()) {
    const char letter = text[at];
    if ((letter == '"' || letter == '\'') && may_quote) {
      at = end_of_quote(text, at);
      may_quote = false;
      continue;
    }
    const bool is_blank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
    if (letter == '#' && at > 0 &&
        (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n')) {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (letter == '{' || letter == '[') ++depth;
    if (letter == '}' || letter == ']') {
      if (depth == 0) return at;
      --depth;
    }
    if (letter == ',' && depth == 0) return at;
    if (!is_blank) may_quote = letter == '{' || letter == '[' || letter == ',' || letter == ':';
    ++at;
  }
  return at;
}

/// Where the lines of a value end whose key stands alone at the beginning of its line: what is
/// indented further, and the items of a list at the key's own indent. Blank lines and comments at
/// the end stay.
std::size_t end_of_lines(std::string_view text, std::size_t line, std::size_t indent) {
  const auto next_line = [&](std::size_t at) {
    const auto end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
  };
  auto end = next_line(line);
  for (auto at = end; at < text.size(); at = next_line(at)) {
    const auto content = text.substr(at, next_line(at) - at);
    const auto first = content.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || content[first] == '#') continue;
    const bool is_item = first == indent && content[first] == '-';
    if (first <= indent && !is_item) break;
    end = next_line(at);
  }
  return end;
}

/// Copies a text with changes, given in its order.
class Editor {
 public:
  explicit Editor(std::string_view text) : text_(text) {}

  void rename(std::size_t at, std::string_view key, std::string_view now) {
    copy_to(at);
    const bool is_quoted = text_[at] == '"' || text_[at] == '\'';
    result_ += now;
    copied_ = is_quoted ? end_of_quote(text_, at) : at + key.size();
  }

  void take_from_braces(std::size_t at) {
    copy_to(at);
    const auto end = end_in_braces(text_, at);
    if (end < text_.size() && text_[end] == ',') {
      copied_ = std::min(text_.find_first_not_of(blanks, end + 1), text_.size());
      return;
    }
    const auto last = result_.find_last_not_of(" \t\r\n");
    if (last != std::string::npos && result_[last] == ',') result_.resize(last);
    copied_ = end;
  }

  /// Only where the key stands at the beginning of its line.
  void take_lines(std::size_t at) {
    const auto before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    const auto line = before == std::string_view::npos ? 0 : before + 1;
    if (text_.substr(line, at - line).find_first_not_of(' ') != std::string_view::npos) return;
    copy_to(line);
    copied_ = end_of_lines(text_, line, at - line);
  }

  std::string finish() {
    copy_to(text_.size());
    return std::move(result_);
  }

 private:
  void copy_to(std::size_t at) {
    if (at > copied_) result_ += text_.substr(copied_, at - copied_);
    copied_ = std::max(copied_, at);
  }

  std::string_view text_;
  std::string result_;
  std::size_t copied_ = 0;
};

}  // namespace

std::optional<Migration> migrate(std::string_view text, std::string_view name,
                                 std::span<const FormerKey> rows, Faults& faults) {
  const auto tree = parse_document(text, name, faults);
  if (!tree || !faults.empty()) return std::nullopt;
  Search search(text, rows);
  search.look_into(*tree, "", false);
  Migration migration;
  Offsets offsets(text);
  Editor editor(text);
  for (const auto& edit : search.edits) {
    const auto at = offsets.of(edit.key_place);
    if (!edit.row->now.empty()) {
      editor.rename(at, edit.key, edit.row->now);
    } else if (edit.is_in_braces) {
      editor.take_from_braces(at);
    } else {
      editor.take_lines(at);
    }
    migration.changes.push_back({edit.key_place, edit.path, *edit.row});
  }
  migration.text = editor.finish();
  if (migration.changes.empty() || holds(migration.text, name, changed(*tree, "", rows)))
    return migration;
  for (const auto& change : migration.changes) {
    faults.add({change.place, change.path,
                "cannot be changed here, because of how the file is written", "",
                change.key.now.empty() ? "take it out by hand"
                                       : "call it " + std::string(change.key.now) + " by hand"});
  }
  return std::nullopt;
}

}  // namespace skillscale::scenarios
