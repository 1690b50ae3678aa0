#include "viz/report/parameter_rows.h"

#include <algorithm>

namespace skillscale::report {
namespace {

/// Reads one record and moves `at` behind it; a quoted field may hold line ends.
std::vector<std::string> next_record(std::string_view text, std::size_t& at) {
  std::vector<std::string> fields(1);
  bool is_quoted = false;
  for (; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '"') {
      const bool is_doubled = is_quoted && at + 1 < text.size() && text[at + 1] == '"';
      if (is_doubled) fields.back() += text[at++];
      if (!is_doubled) is_quoted = !is_quoted;
    } else if (!is_quoted && letter == ',') {
      fields.emplace_back();
    } else if (!is_quoted && letter == '\n') {
      ++at;
      break;
    } else if (is_quoted || letter != '\r') {
      fields.back() += letter;
    }
  }
  return fields;
}

}  // namespace

std::vector<ParameterRow> parameter_rows(std::string_view csv) {
  std::size_t at = 0;
  const auto names = next_record(csv, at);
  std::vector<ParameterRow> rows;
  while (at < csv.size()) {
    const auto fields = next_record(csv, at);
    if (fields.size() == 1 && fields.front().empty()) continue;
    ParameterRow row;
    for (std::size_t column = 0; column < names.size() && column < fields.size(); ++column) {
      row[names[column]] = fields[column];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> cited_titles(const std::vector<ParameterRow>& rows) {
  std::vector<std::string> titles;
  for (auto row : rows) {
    const auto& title = row["source_title"];
    const bool is_known = std::find(titles.begin(), titles.end(), title) != titles.end();
    if (!row["source_url"].empty() && !title.empty() && !is_known) titles.push_back(title);
  }
  return titles;
}

}  // namespace skillscale::report
