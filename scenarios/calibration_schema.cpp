// JSON Schemas of calibration and experiment files, derived from their keys.
#include "scenarios/calibration.h"
#include "scenarios/calibration_keys.h"
#include "scenarios/experiment.h"
#include "scenarios/experiment_keys.h"
#include "scenarios/json_text.h"
#include "scenarios/json_writer.h"
#include "scenarios/read_value.h"

namespace skillscale::scenarios {
namespace {

using Keys = std::span<const FileKey>;

void map_of(JsonWriter& json, Keys keys, std::string_view map);

void one_or_list(JsonWriter& json, std::string_view items) {
  json.open_array("anyOf").open_object();
  json.raw("type", items).close();
  json.open_object().text("type", "array").open_object("items");
  json.raw("type", items).close().close().close();
}

void value_of(JsonWriter& json, Keys keys, const FileKey& key) {
  if (key.type == "integer" || key.type == "number") {
    json.text("type", key.type).number("minimum", key.low).number("maximum", key.high);
  } else if (key.type == "choice") {
    std::string words = "[";
    for (const auto word : words_of(key.choices))
      words += (words.size() > 1 ? ", " : "") + json_string(word);
    json.raw("enum", words + "]");
  } else if (key.type == "switch") {
    json.raw("enum", R"(["on", "off", true, false])");
  } else if (key.type == "period") {
    one_or_list(json, "[\"integer\", \"string\"]");
  } else if (key.type == "quantity") {
    json.raw("type", "[\"number\", \"string\"]");
  } else if (key.type == "list") {
    json.text("type", "array").open_object("items");
    map_of(json, keys, "parameter");
    json.close();
  } else if (key.key == "where") {
    json.text("type", "object").open_object("additionalProperties");
    one_or_list(json, "[\"string\"]");
    json.close();
  } else if (key.key == "targets") {
    json.text("type", "object").open_object("additionalProperties");
    map_of(json, keys, "target");
    json.close();
  } else if (key.type == "outcomes") {
    json.text("type", "object").open_object("additionalProperties");
    map_of(json, keys, "outcome");
    json.close();
  } else if (key.type == "factors") {
    json.text("type", "object").open_object("additionalProperties");
    json.open_array("anyOf").open_object().text("type", "string").close().open_object();
    map_of(json, keys, "factor");
    json.close().close().close();
  } else if (key.type == "integer or map") {
    json.open_array("anyOf").open_object().text("type", "integer").close().open_object();
    map_of(json, keys, key.key);
    json.close().close();
  } else if (key.type == "names") {
    one_or_list(json, R"(["string", "number"])");
  } else if (key.type == "rows") {
    json.text("type", "array");
  } else if (key.type == "map") {
    map_of(json, keys, key.key);
  } else {
    json.raw("type", "[\"string\", \"number\"]");
  }
}

void map_of(JsonWriter& json, Keys keys, std::string_view map) {
  json.text("type", "object").truth("additionalProperties", false);
  json.open_object("properties");
  for (const auto& key : keys) {
    if (key.map != map) continue;
    json.open_object(key.key).text("description", key.meaning);
    value_of(json, keys, key);
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
  map_of(json, calibration_keys(), "");
  return json.close().take();
}

std::string experiment_schema() {
  JsonWriter json;
  json.open_object().text("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.text("title", "skillscale experiment");
  json.raw("required", R"(["schema", "design", "factors", "outcomes"])");
  map_of(json, experiment_keys(), "");
  return json.close().take();
}

}  // namespace skillscale::scenarios
