#include "output/table_walk.h"

#include <algorithm>

namespace skillscale::output {
namespace {

// Moves to the next position of the axes from `first` on; false after the last one.
bool advance(std::vector<std::size_t>& position, const std::vector<std::size_t>& shape,
             std::size_t first, std::size_t end) {
  for (std::size_t axis = end; axis-- > first;) {
    if (++position[axis] < shape[axis]) return true;
    position[axis] = 0;
  }
  return false;
}

}  // namespace

LabelledVariable labelled(const ResultReader& reader, const std::string& name) {
  LabelledVariable variable{name, reader.dimensions(name), {}};
  for (const auto& dimension : variable.dimensions) {
    variable.labels.push_back(reader.labels(dimension));
  }
  return variable;
}

std::vector<std::string> chosen_names(const ResultReader& reader,
                                      std::span<const std::string> asked) {
  if (!asked.empty()) return {asked.begin(), asked.end()};
  std::vector<std::string> names;
  for (const auto& variable : reader.layout().variables) names.push_back(variable.name);
  return names;
}

void walk(const ResultReader& reader, const LabelledVariable& variable, const Visit& visit) {
  const auto shape = reader.shape(variable.name);
  if (std::find(shape.begin(), shape.end(), 0U) != shape.end()) return;
  const std::size_t outer = std::min<std::size_t>(2, shape.size());
  std::vector<std::size_t> count = shape;
  std::fill_n(count.begin(), outer, 1);
  std::vector<std::size_t> position(shape.size(), 0);
  do {
    const auto values = reader.read(variable.name, position, count);
    for (const double value : values) {
      visit(position, value);
      advance(position, shape, outer, shape.size());
    }
  } while (advance(position, shape, 0, outer));
}

}  // namespace skillscale::output
