#include "scenarios/emit_yaml.h"

#include <algorithm>

#include "scenarios/json_text.h"
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

bool is_plain_letter(char letter) {
  const bool is_alphanumeric = (letter >= 'a' && letter <= 'z') ||
                               (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
  return is_alphanumeric || std::string_view(" _./%+-()<>=").find(letter) != std::string_view::npos;
}

bool is_plain_start(char letter) {
  return is_plain_letter(letter) &&
         std::string_view(" %()<>=").find(letter) == std::string_view::npos;
}

bool is_plain(const std::string& text) {
  if (text.empty() || !is_plain_start(text.front()) || text.back() == ' ') return false;
  if (text.front() == '-' && (text.size() == 1 || text[1] == ' ' || text[1] == '-')) return false;
  if (text.starts_with("...")) return false;
  for (std::string_view word : {"null", "Null", "NULL"}) {
    if (text == word) return false;
  }
  return std::all_of(text.begin(), text.end(), is_plain_letter);
}

std::string text_or_quoted(const std::string& text, bool is_quoted) {
  return is_quoted || !is_plain(text) ? json_string(text) : text;
}

class Emitter {
 public:
  explicit Emitter(bool origins) : origins_(origins) {}

  void map(const Node& node, int depth) {
    for (const auto& child : node.children) entry(child, depth);
  }

  std::string out;

 private:
  void entry(const Node& node, int depth) {
    out.append(2 * static_cast<std::size_t>(depth), ' ');
    out += text_or_quoted(node.key, false) + ":";
    if (node.is_map() && !node.children.empty()) {
      out += "\n";
      return map(node, depth + 1);
    }
    out += " ";
    out += inline_text(node);
    line_end(node);
  }

  std::string inline_text(const Node& node) const {
    switch (node.kind) {
      case NodeKind::Null:
        return "null";
      case NodeKind::Scalar:
        return scalar_text(node);
      case NodeKind::Sequence:
        return joined(node, '[', ']');
      case NodeKind::Map:
        return joined(node, '{', '}');
    }
    return "";
  }

  std::string joined(const Node& node, char open, char close) const {
    std::string text(1, open);
    for (const auto& child : node.children) {
      if (text.size() > 1) text += ", ";
      if (node.is_map()) text += text_or_quoted(child.key, false) + ": ";
      text += inline_text(child);
    }
    return text + close;
  }

  void line_end(const Node& node) {
    if (origins_ && node.place.name) {
      out += "  # ";
      out += node.place.file();
      if (node.place.line > 0) out += ":" + std::to_string(node.place.line);
    }
    out += "\n";
  }

  bool origins_;
};

}  // namespace

std::string scalar_text(const Node& node) { return text_or_quoted(node.text, node.is_quoted); }

std::string emit_yaml(const Node& root, bool origins) {
  Emitter emitter(origins);
  emitter.map(root, 0);
  return std::move(emitter.out);
}

std::string show(const Scenario& scenario, bool origins) {
  return emit_yaml(scenario.document.root, origins);
}

}  // namespace skillscale::scenarios
