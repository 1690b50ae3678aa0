// JSON Schema of the language, derived from the tables.
#include <string>

#include "scenarios/json_text.h"
#include "scenarios/json_writer.h"
#include "scenarios/pattern_tree.h"
#include "scenarios/read_value.h"
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

using models::ValueKind;

constexpr std::string_view name_pattern = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";

std::string meaning_of(const models::ParameterDecl& row) {
  std::string text(row.meaning);
  if (row.kind == ValueKind::Real || row.kind == ValueKind::Whole) {
    text += " In " + std::string(row.unit == "1" ? "parts of 1" : row.unit) + ", " +
            allowed_text(row) + "; standard " + number_text(row.standard) + ".";
  }
  return text;
}

std::string word_array(const std::vector<std::string_view>& words) {
  std::string text = "[";
  for (const auto word : words) text += (text.size() > 1 ? ", " : "") + json_string(word);
  return text + "]";
}

/// Writes the schema of one bare value of a row into the open object.
void bare_value(JsonWriter& json, const models::ParameterDecl& row) {
  switch (row.kind) {
    case ValueKind::Real:
    case ValueKind::Whole:
      json.open_array("anyOf").open_object();
      json.text("type", row.kind == ValueKind::Whole ? "integer" : "number");
      json.number("minimum", row.allowed_low).number("maximum", row.allowed_high).close();
      json.open_object().text("$ref", "#/$defs/quantity").close().close();
      return;
    case ValueKind::Switch:
      json.raw("enum", "[\"on\", \"off\", true, false]");
      return;
    case ValueKind::Choice:
      json.raw("enum", word_array(words_of(row.choices)));
      return;
    case ValueKind::List:
      json.text("type", "array").open_object("items");
      json.raw("enum", word_array(words_of(row.choices))).close();
      return;
    case ValueKind::References:
      json.text("type", "array").open_object("items").text("type", "string").close();
      return;
    case ValueKind::Month:
      json.text("$ref", "#/$defs/month");
      return;
    case ValueKind::Reference:
      json.text("type", "string");
      return;
    case ValueKind::Text:
      json.raw("type", "[\"string\", \"number\", \"boolean\"]");
      return;
  }
}

void refer(JsonWriter& json, std::string_view key, const std::string& definition) {
  json.open_object(key).text("$ref", "#/$defs/" + definition).close();
}

void value_map(JsonWriter& json, const models::ParameterDecl& row) {
  json.open_object().text("type", "object").truth("additionalProperties", false);
  json.open_object("properties");
  if (row.kind == ValueKind::Real || row.kind == ValueKind::Whole) {
    // The limits are in the canonical unit and the map may state another.
    for (std::string_view key : {"value", "low", "high"}) refer(json, key, "number");
    refer(json, "unit", "note");
  } else {
    json.open_object("value");
    bare_value(json, row);
    json.close();
  }
  for (std::string_view key : {"source", "note"}) refer(json, key, "note");
  refer(json, "year", "year");
  refer(json, "confidence", "confidence");
  json.close().close();
}

/// A parameter: bare, as a map with `value`, or null to remove what another file says.
void parameter(JsonWriter& json, const models::ParameterDecl& row) {
  json.text("description", meaning_of(row)).open_array("anyOf").open_object();
  bare_value(json, row);
  json.close();
  value_map(json, row);
  json.open_object().text("type", "null").close().close();
}

/// Name of a row among the definitions: its path without braces.
std::string definition_of(const models::ParameterDecl& row) {
  std::string name(row.path);
  std::erase_if(name, [](char letter) { return letter == '{' || letter == '}'; });
  return name;
}

void section(JsonWriter& json, const PatternNode& node, const Language& language);

void below(JsonWriter& json, std::string_view key, const PatternNode& node,
           const Language& language) {
  json.open_object(key);
  if (node.row != nullptr) {
    json.text("$ref", "#/$defs/" + definition_of(*node.row));
  } else {
    section(json, node, language);
  }
  json.close();
}

void section(JsonWriter& json, const PatternNode& node, const Language& language) {
  json.raw("type", "[\"object\", \"null\"]").open_object("properties");
  for (const auto& word : node.words) below(json, word.word, word.node, language);
  const bool is_open = node.axis && is_named_by_scenario(*node.axis);
  if (node.axis && !is_open) {
    for (const auto name : language.fixed_names(*node.axis)) {
      below(json, name, *node.below_axis, language);
    }
  }
  json.close();
  if (!is_open) {
    json.truth("additionalProperties", false);
    return;
  }
  json.open_object("propertyNames").text("pattern", name_pattern).close();
  below(json, "additionalProperties", *node.below_axis, language);
}

/// One file name, a list of them, or null.
void file_names(JsonWriter& json) {
  json.open_array("anyOf").open_object();
  json.raw("type", "[\"string\", \"number\", \"boolean\", \"null\"]").close();
  json.open_object().text("type", "array").open_object("items").text("type", "string");
  json.close().close().close();
}

void run_key(JsonWriter& json, std::string_view name, const RunKey& key) {
  json.open_object(name).text("description", key.meaning);
  if (key.type == "month") {
    json.text("$ref", "#/$defs/month");
  } else if (key.type == "files") {
    file_names(json);
  } else if (key.type == "strings" || key.type == "numbers") {
    const bool may_be_all = key.path == "outputs.variables";
    if (may_be_all)
      json.open_array("anyOf").open_object().text("const", "all").close().open_object();
    json.text("type", "array").open_object("items");
    json.text("type", key.type == "strings" ? "string" : "number").close();
    if (may_be_all) json.close().close();
  } else if (key.type == "integer") {
    json.text("type", "integer").number("minimum", key.low).number("maximum", key.high);
  } else {
    json.raw("type", "[\"string\", \"number\", \"boolean\", \"null\"]");
  }
  json.close();
}

void run_properties(JsonWriter& json) {
  std::string_view open_section;
  for (const auto& key : run_keys()) {
    const auto dot = key.path.find('.');
    const auto top = dot == std::string_view::npos ? std::string_view() : key.path.substr(0, dot);
    if (top != open_section && !open_section.empty()) json.close().close();
    if (top != open_section && !top.empty()) {
      json.open_object(top).raw("type", "[\"object\", \"null\"]");
      json.truth("additionalProperties", false).open_object("properties");
    }
    open_section = top;
    run_key(json, dot == std::string_view::npos ? key.path : key.path.substr(dot + 1), key);
  }
  if (!open_section.empty()) json.close().close();
}

void shared_definitions(JsonWriter& json) {
  json.open_object("quantity").text("type", "string");
  json.text("description", "A number with a unit, such as 3 %/year, 18 months, 420 cases/month.");
  json.text("pattern", "^(-?[0-9.]+([eE][-+]?[0-9]+)?( ?[^0-9 ].*)?|unlimited)$").close();
  json.open_object("month").text("type", "string");
  json.text("description", "A calendar month YYYY-MM, or never.");
  json.text("pattern", "^([0-9]{4}-(0[1-9]|1[0-2])|never)$").close();
  json.open_object("number").raw("type", "[\"number\", \"string\", \"null\"]").close();
  json.open_object("note").raw("type", "[\"string\", \"number\", \"null\"]").close();
  json.open_object("year").raw("type", "[\"integer\", \"null\"]");
  json.number("minimum", 1900).number("maximum", 2100).close();
  json.open_object("confidence");
  json.raw("enum", "[\"high\", \"medium\", \"estimate\", \"definition\", null]").close();
}

void definitions(JsonWriter& json, const Language& language) {
  json.open_object("$defs");
  shared_definitions(json);
  for (const auto& row : language.table) {
    json.open_object(definition_of(row));
    parameter(json, row);
    json.close();
  }
  json.close();
}

}  // namespace

std::string schema(const Language& language) {
  JsonWriter json;
  json.open_object().text("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.text("title", "skillscale scenario").text("type", "object");
  json.raw("required", "[\"schema\"]").truth("additionalProperties", false);
  json.open_object("properties");
  run_properties(json);
  for (const auto& word : pattern_tree(language).words) {
    below(json, word.word, word.node, language);
  }
  json.close();
  definitions(json, language);
  return json.close().take();
}

}  // namespace skillscale::scenarios
