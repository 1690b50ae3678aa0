#include "scenarios/read_value.h"

#include <algorithm>

#include "scenarios/json_text.h"
#include "scenarios/nearest.h"
#include "scenarios/read_quantity.h"
#include "scenarios/type_letters.h"

namespace skillscale::scenarios {
namespace {

using models::ValueKind;

void refuse(const Node& node, const ParameterValue& into, const ReadContext& context,
            std::string problem, std::string allowed, std::string next) {
  context.faults.add(
      {node.place, into.path, std::move(problem), std::move(allowed), std::move(next)});
}

std::string kind_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::Map:
      return "is a map";
    case NodeKind::Sequence:
      return "is a list";
    case NodeKind::Null:
      return "is empty";
    default:
      return "is \"" + node.text.substr(0, 60) + "\"";
  }
}

/// A word the user may give for a Choice, Reference, List or References.
std::vector<std::string_view> known_words(const models::ParameterDecl& row,
                                          const AxisNames& names) {
  if (row.kind == ValueKind::Choice || row.kind == ValueKind::List) return words_of(row.choices);
  const auto& on_axis = names.names(row.axis);
  std::vector<std::string_view> words(on_axis.begin(), on_axis.end());
  if (row.kind == ValueKind::Reference && row.allowed_low < 0) words.emplace_back("none");
  return words;
}

std::optional<double> read_word(const Node& node, const ParameterValue& into,
                                const ReadContext& context) {
  const auto known = known_words(*into.decl, context.names);
  if (node.is_scalar()) {
    const auto at = std::find(known.begin(), known.end(), node.text);
    if (at != known.end()) {
      const bool is_none = into.decl->kind == ValueKind::Reference && *at == "none" &&
                           !context.names.position(into.decl->axis, "none");
      return is_none ? -1 : static_cast<double>(at - known.begin());
    }
  }
  const auto letter = type_of_letter(node.text);
  if (std::find(known.begin(), known.end(), letter) != known.end()) {
    refuse(node, into, context, kind_of(node), name_list(known, 30),
           "write " + std::string(letter) + ": " + node.text + " is " + std::string(letter));
    return std::nullopt;
  }
  const auto near = node.is_scalar() ? nearest_name(node.text, known) : std::string();
  const bool is_name =
      into.decl->kind == ValueKind::Reference || into.decl->kind == ValueKind::References;
  const auto section = std::string(naming_section(into.decl->axis));
  refuse(node, into, context, kind_of(node) + (is_name ? ", which names nothing" : ""),
         known.empty() ? "a name in " + section : name_list(known, 30),
         !near.empty()                 ? "did you mean " + near + "?"
         : is_name && !section.empty() ? "name a key of " + section + ", or add it there"
                                       : "give one of these words");
  return std::nullopt;
}

bool read_words(const Node& node, ParameterValue& into, const ReadContext& context) {
  if (!node.is_sequence()) {
    refuse(node, into, context, kind_of(node),
           "a list of: " + name_list(known_words(*into.decl, context.names), 30),
           "write a list in brackets, such as [a, b]; [] for an empty one");
    return false;
  }
  bool is_good = true;
  for (const auto& item : node.children) {
    const auto position = item.is_faulty ? std::nullopt : read_word(item, into, context);
    is_good = is_good && position.has_value();
    if (position) into.list.push_back(*position);
  }
  return is_good;
}

std::optional<double> read_switch(const Node& node, const ParameterValue& into,
                                  const ReadContext& context) {
  if (node.is_scalar()) {
    if (node.text == "on" || node.text == "true") return 1;
    if (node.text == "off" || node.text == "false") return 0;
  }
  refuse(node, into, context, kind_of(node), "on or off", "write on or off without quotes");
  return std::nullopt;
}

std::optional<double> read_month(const Node& node, const ParameterValue& into,
                                 const ReadContext& context) {
  if (node.is_scalar()) {
    if (node.text == "never") return unlimited;
    if (const auto months = months_since_start(node.text, context.run)) return *months;
  }
  refuse(node, into, context, kind_of(node) + ", which is not a month", "YYYY-MM, or never",
         next_for_month(node.text));
  return std::nullopt;
}

bool read_text(const Node& node, ParameterValue& into, const ReadContext& context) {
  constexpr std::size_t longest = 10000;
  if (node.is_scalar() && node.text.size() <= longest) {
    into.text = node.text;
    return true;
  }
  refuse(node, into, context, node.is_scalar() ? "is a very long text" : kind_of(node),
         "a text of up to 10000 bytes", "put text with special characters in quotes");
  return false;
}

bool keep(std::optional<double> value, const Node& node, ParameterValue& into) {
  if (!value) return false;
  into.value = into.low = into.high = *value;
  if (node.is_scalar()) into.text = node.text;
  return true;
}

/// The bare value; `annotations` is the map around it, or nullptr.
bool read_bare(const Node& node, const Node* annotations, ParameterValue& into,
               const ReadContext& context) {
  switch (into.decl->kind) {
    case ValueKind::Real:
    case ValueKind::Whole:
      return read_quantity_value(node, annotations, into, context.faults);
    case ValueKind::Switch:
      return keep(read_switch(node, into, context), node, into);
    case ValueKind::Choice:
    case ValueKind::Reference:
      return keep(read_word(node, into, context), node, into);
    case ValueKind::Month:
      return keep(read_month(node, into, context), node, into);
    case ValueKind::List:
    case ValueKind::References:
      return read_words(node, into, context);
    case ValueKind::Text:
      return read_text(node, into, context);
  }
  return false;
}

void read_note(const Node& node, std::string_view key, std::string& into, const std::string& path,
               Faults& faults) {
  const Node* given = node.find(key);
  if (given == nullptr || given->is_faulty) return;
  if (given->is_scalar()) {
    into = given->text;
  } else {
    faults.add({given->place, path + "." + std::string(key), kind_of(*given), "a text",
                "write one text, in quotes if it has special characters"});
  }
}

void check_confidence(const Node& node, const ParameterValue& into, Faults& faults) {
  const auto words = confidence_words();
  if (into.confidence.empty() ||
      std::find(words.begin(), words.end(), into.confidence) != words.end()) {
    return;
  }
  const auto near = nearest_name(into.confidence, words);
  faults.add({node.find("confidence")->place, into.path + ".confidence",
              "is \"" + into.confidence + "\"", name_list(words),
              near.empty() ? "give one of these words" : "did you mean " + near + "?"});
}

void read_year(const Node& node, ParameterValue& into, Faults& faults) {
  const Node* year = node.find("year");
  if (year == nullptr || year->is_faulty) return;
  const bool is_year = year->is_scalar() && year->text.size() == 4 &&
                       std::all_of(year->text.begin(), year->text.end(),
                                   [](char letter) { return letter >= '0' && letter <= '9'; });
  if (is_year) into.year = std::stoi(year->text);
  if (is_year && into.year >= 1900 && into.year <= 2100) return;
  faults.add({year->place, into.path + ".year", kind_of(*year), "1900 to 2100",
              "give the year of the source"});
}

void read_annotations(const Node& node, ParameterValue& into, const ReadContext& context) {
  for (const auto& child : node.children) {
    const auto keys = value_keys();
    if (std::find(keys.begin(), keys.end(), child.key) != keys.end()) continue;
    const auto near = nearest_name(child.key, keys);
    context.faults.add({child.key_place, into.path + "." + child.key, "is not a known key",
                        name_list(keys),
                        near.empty() ? "remove it" : "did you mean " + near + "?"});
  }
  read_note(node, "source", into.source, into.path, context.faults);
  read_note(node, "note", into.note, into.path, context.faults);
  read_note(node, "confidence", into.confidence, into.path, context.faults);
  check_confidence(node, into, context.faults);
  read_year(node, into, context.faults);
}

void refuse_range(const Node& node, const ParameterValue& into, const ReadContext& context) {
  if (into.decl->kind == ValueKind::Real || into.decl->kind == ValueKind::Whole) return;
  for (std::string_view key : {"low", "high", "unit"}) {
    const Node* given = node.find(key);
    if (given == nullptr) continue;
    context.faults.add({given->key_place, into.path + "." + std::string(key),
                        "stands at a value that is not a number",
                        "value, source, year, confidence, note", "remove it"});
  }
}

}  // namespace

bool read_value(const Node& node, ParameterValue& into, const ReadContext& context) {
  into.is_default = false;
  into.place = node.place;
  if (node.is_faulty) return false;
  if (!node.is_map()) return read_bare(node, nullptr, into, context);
  read_annotations(node, into, context);
  refuse_range(node, into, context);
  const Node* value = node.find("value");
  if (value == nullptr) {
    refuse(node, into, context, "is a map without value",
           into.decl->kind == ValueKind::Text ? "a text" : allowed_text(*into.decl),
           "write {value: ..., low: ..., high: ..., unit: ..., source: ...}");
    return false;
  }
  into.place = value->place;
  return !value->is_faulty && read_bare(*value, &node, into, context);
}

}  // namespace skillscale::scenarios
