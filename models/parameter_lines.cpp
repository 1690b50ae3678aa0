#include "models/parameter_lines.h"

#include <cstdlib>

#include "sim/error.h"
#include "sim/number_text.h"

namespace skillscale::models {
namespace {

/// Takes the next word off a line.
std::string_view next_word(std::string_view& line) {
  const auto end = line.find(' ');
  const auto word = line.substr(0, end);
  line.remove_prefix(end == line.npos ? line.size() : end + 1);
  return word;
}

double to_number(std::string_view word, std::string_view line) {
  const std::string text(word);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0') sim::fail_input("no number in the line: " + std::string(line));
  return value;
}

int axis_of(std::string_view word, std::string_view line) {
  for (int a = 0; a < axis_count; ++a) {
    if (axis_word(static_cast<Axis>(a)) == word) return a;
  }
  sim::fail_input("no axis of that name in the line: " + std::string(line));
}

void read_line(std::string_view line, ParameterLines& out) {
  std::string_view rest = line;
  const auto kind = next_word(rest);
  if (kind == "months") {
    out.months = static_cast<int>(to_number(rest, line));
    return;
  }
  const std::string name(next_word(rest));
  if (kind == "names") {
    auto& names = out.values.names[static_cast<std::size_t>(axis_of(name, line))];
    while (!rest.empty()) names.emplace_back(next_word(rest));
  } else if (kind == "number") {
    out.values.numbers.emplace_back(name, to_number(rest, line));
  } else if (kind == "list") {
    auto& items = out.values.lists.emplace_back(name, std::vector<double>{}).second;
    while (!rest.empty()) items.push_back(to_number(next_word(rest), line));
  } else if (kind == "text") {
    out.values.texts.emplace_back(name, std::string(rest));
  } else {
    sim::fail_input("a line begins with months, names, number, list or text, not: " +
                    std::string(line));
  }
}

}  // namespace

std::string to_lines(const ParameterLines& p) {
  std::string out = "months " + std::to_string(p.months) + "\n";
  for (std::size_t a = 0; a < p.values.names.size(); ++a) {
    if (p.values.names[a].empty()) continue;
    out += "names " + std::string(axis_word(static_cast<Axis>(a)));
    for (const auto& name : p.values.names[a]) out += " " + name;
    out += "\n";
  }
  for (const auto& [path, value] : p.values.numbers)
    out += "number " + path + " " + sim::number_text(value) + "\n";
  for (const auto& [path, items] : p.values.lists) {
    out += "list " + path;
    for (const double item : items) out += " " + sim::number_text(item);
    out += "\n";
  }
  for (const auto& [path, value] : p.values.texts) {
    if (value.find('\n') == value.npos) out += "text " + path + " " + value + "\n";
  }
  return out;
}

ParameterLines from_lines(std::string_view text) {
  ParameterLines out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    if (!line.empty()) read_line(line, out);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace skillscale::models
