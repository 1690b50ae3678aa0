#include "scenarios/params_listing.h"

#include <array>
#include <utility>

#include "scenarios/json_text.h"
#include "scenarios/json_writer.h"
#include "scenarios/read_value.h"
#include "sim/error.h"

namespace skillscale::scenarios {
namespace {

using models::ParameterDecl;
using models::ValueKind;

std::string_view kind_word(ValueKind kind) {
  constexpr std::array<std::string_view, 9> words{
      "real", "whole", "switch", "choice", "reference", "list", "references", "month", "text"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view time_word(models::TimeKind kind) {
  constexpr std::array<std::string_view, 4> words{"none", "hazard", "probability", "growth"};
  return words[static_cast<std::size_t>(kind)];
}

bool is_number(const ParameterDecl& row) {
  return row.kind == ValueKind::Real || row.kind == ValueKind::Whole;
}

std::string standard_text(const ParameterDecl& row) {
  if (row.required) return "required";
  const auto words = words_of(row.choices);
  if (row.kind == ValueKind::Choice)
    return std::string(words[static_cast<std::size_t>(row.standard)]);
  if (row.kind == ValueKind::Switch) return row.standard != 0 ? "on" : "off";
  if (row.kind == ValueKind::Reference && row.standard < 0) return "none";
  if (row.kind == ValueKind::Month && row.standard >= unlimited) return "never";
  if (!is_number(row)) return "";
  return row.standard >= unlimited ? "unlimited" : number_text(row.standard);
}

std::string range_text(const ParameterDecl& row) {
  if (!is_number(row)) return "";
  return number_text(row.range_low) + " to " + number_text(row.range_high);
}

using Field = std::pair<std::string_view, std::string>;

/// Everything the listings show, in the order of the columns.
std::vector<Field> fields(const ParameterDecl& row) {
  return {{"path", std::string(row.path)},
          {"kind", std::string(kind_word(row.kind))},
          {"unit", std::string(row.unit)},
          {"time", std::string(time_word(row.time))},
          {"allowed", allowed_text(row)},
          {"standard", standard_text(row)},
          {"range", range_text(row)},
          {"confidence", std::string(confidence_word(row.confidence))},
          {"source", std::string(row.source)},
          {"meaning", std::string(row.meaning)}};
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of("\",\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + "\"";
}

bool lacks(const ParameterDecl& row, std::string_view what) {
  if (what == "source") return row.source.empty();
  if (what == "unit") return row.unit.empty();
  if (what == "meaning") return row.meaning.empty();
  if (what != "range") {
    throw sim::InputError("params --missing " + std::string(what) +
                          " is not understood\n  allowed: source, unit, range, meaning\n"
                          "  next: skillscale params --missing source");
  }
  const bool has_range = row.range_low <= row.standard && row.standard <= row.range_high &&
                         row.allowed_low <= row.range_low && row.range_high <= row.allowed_high;
  return is_number(row) && !has_range;
}

}  // namespace

std::vector<const ParameterDecl*> select_rows(const Language& language, std::string_view missing) {
  std::vector<const ParameterDecl*> rows;
  for (const auto& row : language.table) {
    if (missing.empty() || lacks(row, missing)) rows.push_back(&row);
  }
  return rows;
}

std::string params_text(const std::vector<const ParameterDecl*>& rows) {
  std::string text;
  for (const auto* row : rows) {
    text += std::string(row->path) + "\n  " + std::string(row->meaning) + "\n";
    text += "  allowed: " + allowed_text(*row) + "\n";
    if (const auto standard = standard_text(*row); !standard.empty()) {
      text += "  standard: " + standard;
      if (is_number(*row)) text += " (" + range_text(*row) + ")";
      text += "\n";
    }
    text += "  source: " + std::string(row->source) +
            ", confidence: " + std::string(confidence_word(row->confidence)) + "\n";
  }
  return text;
}

std::string params_csv(const std::vector<const ParameterDecl*>& rows) {
  std::string text;
  for (const auto& [name, value] : fields(ParameterDecl{})) {
    text += (text.empty() ? "" : ",") + std::string(name);
  }
  text += "\n";
  for (const auto* row : rows) {
    std::string line;
    for (const auto& [name, value] : fields(*row)) {
      line += (name == "path" ? "" : ",") + csv_field(value);
    }
    text += line + "\n";
  }
  return text;
}

std::string params_json(const std::vector<const ParameterDecl*>& rows) {
  JsonWriter json;
  json.open_array();
  for (const auto* row : rows) {
    json.open_object();
    for (const auto& [name, value] : fields(*row)) {
      if (name == "allowed" || name == "range") continue;
      json.text(name, value);
    }
    if (is_number(*row)) {
      json.number("allowed_low", row->allowed_low).number("allowed_high", row->allowed_high);
      json.number("standard_value", row->standard);
      json.number("range_low", row->range_low).number("range_high", row->range_high);
    }
    json.truth("required", row->required).close();
  }
  return json.close().take();
}

}  // namespace skillscale::scenarios
