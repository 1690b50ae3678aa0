#include <algorithm>
#include <cmath>

#include "output/export.h"
#include "output/number_text.h"
#include "output/table_walk.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

// The order in which a reader looks for where a value belongs; categorical axes follow as they
// come.
std::vector<std::string> columns_of(const std::vector<LabelledVariable>& variables) {
  std::vector<std::string> columns{"reference", "draw", "replicate", "quantile", "month"};
  std::vector<std::string> used;
  for (const auto& variable : variables) {
    for (const auto& dimension : variable.dimensions) {
      used.push_back(dimension);
      if (std::find(columns.begin(), columns.end(), dimension) == columns.end()) {
        columns.push_back(dimension);
      }
    }
  }
  std::erase_if(columns, [&](const std::string& column) {
    return std::find(used.begin(), used.end(), column) == used.end();
  });
  return columns;
}

// For each column the dimension of the variable it shows; the number of dimensions stands for none.
std::vector<std::size_t> sources_of(const LabelledVariable& variable,
                                    const std::vector<std::string>& columns) {
  std::vector<std::size_t> sources;
  for (const auto& column : columns) {
    const auto found = std::find(variable.dimensions.begin(), variable.dimensions.end(), column);
    sources.push_back(static_cast<std::size_t>(found - variable.dimensions.begin()));
  }
  return sources;
}

void write_rows(const ResultReader& reader, LabelledVariable variable,
                const std::vector<std::string>& columns, std::ostream& out) {
  const auto sources = sources_of(variable, columns);
  for (auto& labels : variable.labels) {
    for (auto& label : labels) label = field(label);
  }
  walk(reader, variable, [&](std::span<const std::size_t> position, double value) {
    out << variable.name;
    for (const std::size_t source : sources) {
      out << ',';
      if (source < position.size()) out << variable.labels[source][position[source]];
    }
    out << ',' << (std::isnan(value) ? "" : number_text(value)) << '\n';
  });
}

}  // namespace

void export_csv(const ResultReader& reader, std::span<const std::string> variables,
                std::ostream& out) {
  std::vector<LabelledVariable> chosen;
  for (const auto& name : chosen_names(reader, variables)) {
    chosen.push_back(labelled(reader, name));
  }
  const auto columns = columns_of(chosen);
  out << "variable";
  for (const auto& column : columns) out << ',' << column;
  out << ",value\n";
  for (auto& variable : chosen) write_rows(reader, std::move(variable), columns, out);
  out.flush();
  if (!out) throw sim::StorageError("the CSV export could not be written\n  next: free space");
}

}  // namespace skillscale::output
