// For schema_test.py: prints the JSON Schema of the shipped language, with the argument "new" a new
// scenario as JSON, and with a file name that file as JSON.
#include <iostream>
#include <string>

#include "scenarios/json_text.h"
#include "scenarios/number.h"
#include "scenarios/scenario.h"

namespace skillscale::scenarios {
namespace {

/// A plain scalar as the YAML 1.2 core schema types it.
std::string scalar_json(const Node& node) {
  if (node.is_quoted) return json_string(node.text);
  if (node.text == "true" || node.text == "false") return node.text;
  const auto number = read_number(node.text);
  const bool is_number = number.value && number.length == node.text.size();
  return is_number ? number_text(*number.value) : json_string(node.text);
}

std::string json_of(const Node& node) {
  if (node.kind == NodeKind::Null) return "null";
  if (node.is_scalar()) return scalar_json(node);
  std::string text(1, node.is_map() ? '{' : '[');
  for (const auto& child : node.children) {
    if (text.size() > 1) text += ", ";
    if (node.is_map()) text += json_string(child.key) + ": ";
    text += json_of(child);
  }
  return text + (node.is_map() ? '}' : ']');
}

int print(std::string_view argument) {
  Faults faults;
  const auto source = argument == "new" ? SourceFile{"new", new_corridor()}
                                        : read_source(argument, faults).value_or(SourceFile{});
  const auto root = parse_document(source.text, source.name, faults);
  std::cerr << faults.text();
  if (!root) return 2;
  std::cout << json_of(*root) << '\n';
  return 0;
}

}  // namespace
}  // namespace skillscale::scenarios

int main(int count, char** arguments) {
  using namespace skillscale::scenarios;
  if (count > 1) return print(arguments[1]);
  std::cout << schema(model_language());
  return 0;
}
