// JSON Schema of calibration files, derived from their keys.
#include "scenarios/calibration.h"
#include "scenarios/calibration_keys.h"
#include "scenarios/json_text.h"
#include "scenarios/json_writer.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

void map_of(JsonWriter& json, std::string_view map);

void one_or_list(JsonWriter& json, std::string_view items) {
  json.open_array("anyOf").open_object();
  json.raw("type", items).close();
  json.open_object().text("type", "array").open_object("items");
  json.raw("type", items).close().close().close();
}

void value_of(JsonWriter& json, const CalibrationKey& key) {
  if (key.type == "integer" || key.type == "number") {
    json.text("type", key.type).number("minimum", key.low).number("maximum", key.high);
  } else if (key.type == "choice") {
    std::string words = "[";
    for (const auto word : words_of(key.choices))
      words += (words.size() > 1 ? ", " : "") + json_string(word);
    json.raw("enum", words + "]");
  } else if (key.type == "period") {
    one_or_list(json, "[\"integer\", \"string\"]");
  } else if (key.type == "quantity") {
    json.raw("type", "[\"number\", \"string\"]");
  } else if (key.type == "list") {
    json.text("type", "array").open_object("items");
    map_of(json, "parameter");
    json.close();
  } else if (key.key == "where") {
    json.text("type", "object").open_object("additionalProperties");
    one_or_list(json, "[\"string\"]");
    json.close();
  } else if (key.key == "targets") {
    json.text("type", "object").open_object("additionalProperties");
    map_of(json, "target");
    json.close();
  } else if (key.type == "map") {
    map_of(json, key.key);
  } else {
    json.raw("type", "[\"string\", \"number\"]");
  }
}

void map_of(JsonWriter& json, std::string_view map) {
  json.text("type", "object").truth("additionalProperties", false);
  json.open_object("properties");
  for (const auto& key : calibration_keys()) {
    if (key.map != map) continue;
    json.open_object(key.key).text("description", key.meaning);
    value_of(json, key);
    json.close();
  }
  json.close();
}

}  // namespace

std::string calibration_schema() {
  JsonWriter json;
  json.open_object().text("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.text("title", "skillscale calibration");
  json.raw("required", "[\"schema\", \"scenario\", \"parameters\", \"targets\"]");
  map_of(json, "");
  return json.close().take();
}

}  // namespace skillscale::scenarios
