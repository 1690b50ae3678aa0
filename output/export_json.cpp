#include <cmath>

#include "output/export.h"
#include "output/number_text.h"
#include "output/table_walk.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

std::string quoted(const std::string& text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string json = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (code < 0x20) {
      json += "\\u00";
      json += digits[code >> 4U];
      json += digits[code & 15U];
    } else {
      json += c;
    }
  }
  return json + "\"";
}

void write_list(const std::vector<std::string>& texts, std::ostream& out) {
  const char* separator = "[";
  if (texts.empty()) out << separator;
  for (const auto& text : texts) {
    out << separator << quoted(text);
    separator = ", ";
  }
  out << ']';
}

void write_coordinates(const LabelledVariable& variable, std::ostream& out) {
  out << '{';
  for (std::size_t axis = 0; axis < variable.dimensions.size(); ++axis) {
    out << (axis == 0 ? "" : ", ") << quoted(variable.dimensions[axis]) << ": ";
    write_list(variable.labels[axis], out);
  }
  out << '}';
}

void write_variable(const ResultReader& reader, const std::string& name, std::ostream& out) {
  const LabelledVariable variable = labelled(reader, name);
  out << "    {\"name\": " << quoted(name);
  for (const char* attribute : {"units", "long_name", "description"}) {
    out << ", \"" << attribute << "\": " << quoted(reader.attribute(name, attribute));
  }
  out << ",\n     \"dimensions\": ";
  write_list(variable.dimensions, out);
  out << ",\n     \"coordinates\": ";
  write_coordinates(variable, out);
  out << ",\n     \"values\": [";
  const char* separator = "";
  walk(reader, variable, [&](std::span<const std::size_t>, double value) {
    // JSON knows no infinity either.
    out << separator << (std::isfinite(value) ? number_text(value) : "null");
    separator = ", ";
  });
  out << "]}";
}

}  // namespace

void export_json(const ResultReader& reader, std::span<const std::string> variables,
                 std::ostream& out) {
  out << "{\n  \"title\": " << quoted(reader.layout().title)
      << ",\n  \"scenario\": " << quoted(reader.layout().scenario_name)
      << ",\n  \"digest\": " << quoted(reader.digest()) << ",\n  \"variables\": [";
  const char* separator = "\n";
  for (const auto& name : chosen_names(reader, variables)) {
    out << separator;
    write_variable(reader, name, out);
    separator = ",\n";
  }
  out << "\n  ]\n}\n";
  out.flush();
  if (!out) throw sim::StorageError("the JSON export could not be written\n  next: free space");
}

}  // namespace skillscale::output
