#include "scenarios/tree_builder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scenarios/number.h"
#include "scenarios/text_check.h"

namespace skillscale::scenarios {
namespace {

bool is_not_finite_word(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  if (!text.empty() && text.front() == '.') text.remove_prefix(1);
  std::string word(text);
  std::transform(word.begin(), word.end(), word.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return word == "nan" || word == "inf" || word == "infinity";
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

std::string TreeBuilder::path() const {
  std::string path;
  for (const auto& open : open_) {
    const std::string part = open.node.is_sequence()
                                 ? "[" + std::to_string(open.node.children.size() + 1) + "]"
                                 : open.key;
    if (part.empty()) continue;
    if (!path.empty() && part.front() != '[') path += '.';
    path += part;
  }
  return path;
}

void TreeBuilder::fault(const Place& place, std::string problem, std::string allowed,
                        std::string next) {
  faults_.add({place, path(), std::move(problem), std::move(allowed), std::move(next)});
}

void TreeBuilder::count(const Place& place) {
  if (++nodes_ <= most_nodes) return;
  fault(place, "is one value too many", "up to 100000 values in a file",
        "a scenario is written by hand; move data elsewhere");
  throw GiveUp{};
}

void TreeBuilder::key(const Place& place, std::string text) {
  Open& open = open_.back();
  if (const auto control = control_character(text); !control.empty()) {
    fault(place, "has a key with a control character (" + control + ")", "printable names",
          "write the name without it");
    text = "?";
  }
  open.expects_key = false;
  open.key = std::move(text);
  open.key_place = place;
  if (open.key.empty()) fault(place, "a key is empty", "a name", "write a key before the colon");
  if (open.key.find('.') != std::string::npos) {
    fault(place, "is a key with a dot", "keys without dots",
          "write nested keys, one below the other; dots join them only on the command line");
  }
  open.is_repeated = !open.seen.insert(open.key).second;
  // "{low: 0,35, high: 0,35}" has a key 35 twice; whether it is one, its value tells.
  if (open.is_repeated && !may_end_a_number()) refuse_repetition(place);
}

void TreeBuilder::refuse_repetition(const Place& place) {
  fault(place, "is given twice", "each key once in its map", "remove one of the two");
}

/// True if the key due is what YAML makes of the digits behind a comma: "{value: 0,35}" is a value
/// 0 and a key 35.
bool TreeBuilder::may_end_a_number() const {
  const Open& open = open_.back();
  if (open.node.children.empty() || open.key.empty() || !is_digit(open.key.front())) return false;
  const Node& before = open.node.children.back();
  if (!before.is_scalar() || before.is_quoted) return false;
  const bool is_joined = before.is_faulty && before.text.find(',') != std::string::npos;
  const auto reading = read_number(before.text);
  return is_joined || (reading.value && reading.length == before.text.size());
}

/// Puts the parts together again; one message tells of all of them.
void TreeBuilder::join_number() {
  Open& open = open_.back();
  Node& number = open.node.children.back();
  number.text += "," + open.key;
  number.is_faulty = true;
  open.expects_key = true;
  open.has_joined = true;
  open.key.clear();
}

/// Refuses a number that was put together, once its last part is known.
void TreeBuilder::refuse_joined() {
  Open& open = open_.back();
  if (!open.has_joined) return;
  open.has_joined = false;
  const Node& number = open.node.children.back();
  const auto reading = read_number(number.text);
  auto next_key = std::exchange(open.key, number.key == "value" ? "" : number.key);
  fault(number.place, reading.problem, "a number with a decimal point", reading.next);
  open.key = std::move(next_key);
}

void TreeBuilder::attach(Node node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& open = open_.back();
  if (open.node.is_map()) {
    refuse_joined();
    if (open.is_repeated && may_end_a_number()) refuse_repetition(open.key_place);
    open.expects_key = true;
    node.key = std::move(open.key);
    node.key_place = open.key_place;
    open.key.clear();
    if (open.is_repeated) return;
  }
  open.node.children.push_back(std::move(node));
}

void TreeBuilder::scalar(const Place& place, std::string text, bool is_quoted) {
  if (skipped_ > 0) return;
  if (is_key_due()) return key(place, std::move(text));
  count(place);
  if (!is_quoted && is_not_finite_word(text)) {
    fault(place, "is " + text, "a finite number",
          "give a number; for a text of that name use quotes");
  }
  const auto control = control_character(text);
  if (!control.empty()) {
    fault(place, "has a control character (" + control + ")", "printable text",
          "write the text without it");
  }
  Node node;
  node.kind = NodeKind::Scalar;
  node.place = place;
  node.is_faulty = !control.empty() || (!is_quoted && is_not_finite_word(text));
  node.text = std::move(text);
  node.is_quoted = is_quoted;
  attach(std::move(node));
}

void TreeBuilder::unusable(const Place& place) {
  if (skipped_ > 0) return;
  if (is_key_due()) return key(place, "?");
  Node node;
  node.kind = NodeKind::Scalar;
  node.is_faulty = true;
  node.place = place;
  attach(std::move(node));
}

void TreeBuilder::null(const Place& place, bool is_explicit) {
  if (skipped_ > 0) return;
  if (is_key_due()) return key(place, "");
  count(place);
  Node node;
  node.place = place;
  const bool in_map = !open_.empty() && open_.back().node.is_map();
  if (in_map && !is_explicit && may_end_a_number()) return join_number();
  if (in_map && !is_explicit) {
    node.place = open_.back().key_place;
    node.kind = NodeKind::Scalar;
    node.is_faulty = true;
    fault(node.place, "has no value", "a value",
          "give a value, or null to remove what the extended file says");
  } else if (!open_.empty() && !in_map) {
    fault(place, "is an empty item of a list", "a value", "remove the item");
  }
  attach(std::move(node));
}

void TreeBuilder::begin(const Place& place, NodeKind kind) {
  if (skipped_ > 0 || is_key_due()) {
    if (skipped_++ == 0) {
      fault(place, "a key is a list or a map", "keys that are names",
            "text in braces or brackets needs quotes");
    }
    return;
  }
  count(place);
  if (open_.size() >= static_cast<std::size_t>(deepest_nesting)) {
    fault(place, "is nested too deep", "up to 64 levels", "flatten the file");
    throw GiveUp{};
  }
  Open open;
  open.node.kind = kind;
  open.node.place = place;
  open.expects_key = kind == NodeKind::Map;
  open_.push_back(std::move(open));
}

void TreeBuilder::end() {
  if (skipped_ > 0) {
    if (--skipped_ == 0) key(file_, "?");
    return;
  }
  refuse_joined();
  Node node = std::move(open_.back().node);
  open_.pop_back();
  attach(std::move(node));
}

}  // namespace skillscale::scenarios
