#include "experiments/parameters_csv.h"

#include <map>
#include <vector>

#include "sim/number_text.h"

namespace skillscale::experiments {
namespace {

using sim::number_text;

std::vector<std::string> split_line(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      const bool doubled = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (doubled) fields.back() += line[i++];
      if (!doubled) quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      fields.emplace_back();
    } else if (line[i] != '\r') {
      fields.back() += line[i];
    }
  }
  return fields;
}

struct SourceRow {
  std::string title, url, year;
};

std::map<std::string, SourceRow> read_sources(std::string_view csv) {
  std::map<std::string, SourceRow> sources;
  bool is_header = true;
  while (!csv.empty()) {
    const auto end = csv.find('\n');
    const auto fields = split_line(csv.substr(0, end));
    if (!is_header && fields.size() >= 3)
      sources[fields[0]] = {fields[1], fields[2], fields.size() > 3 ? fields[3] : ""};
    is_header = false;
    csv.remove_prefix(end == csv.npos ? csv.size() : end + 1);
  }
  return sources;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\n") == text.npos) return std::string(text);
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"') out += '"';
    out += letter;
  }
  return out + '"';
}

std::string value_of(const scenarios::ParameterValue& v) {
  if (!v.text.empty()) return v.text;
  if (v.decl->list == nullptr) return number_text(v.value);
  std::string list;
  for (const double item : v.list) list += (list.empty() ? "" : " ") + number_text(item);
  return list;
}

}  // namespace

std::string parameters_csv(const scenarios::Scenario& scenario, const std::string& sources_csv) {
  const auto sources = read_sources(sources_csv);
  std::string csv =
      "path,value,low,high,unit,source,source_title,source_url,year,confidence,standard,meaning\n";
  for (const auto& v : scenario.bound.values) {
    const auto found = sources.find(v.source);
    const SourceRow row = found == sources.end() ? SourceRow{} : found->second;
    const std::string year = v.year != 0 ? std::to_string(v.year) : row.year;
    for (const auto& field :
         {std::string(v.path), value_of(v), number_text(v.low), number_text(v.high),
          std::string(v.decl->unit), v.source, row.title, row.url, year, v.confidence,
          std::string(v.is_default ? "yes" : "no")}) {
      csv += csv_field(field) + ',';
    }
    csv += csv_field(v.decl->meaning) + '\n';
  }
  return csv;
}

}  // namespace skillscale::experiments
