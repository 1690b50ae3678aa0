#include "output/table_file.h"

#include <algorithm>
#include <numeric>

#include "output/netcdf_reader.h"
#include "output/netcdf_writer.h"
#include "output/seal.h"
#include "output/temporary_file.h"
#include "sim/error.h"

namespace skillscale::output {
namespace {

template <class List>
const auto& named(const List& list, const std::string& name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.name == name; });
  if (found == list.end()) throw sim::BugError("a table has no " + name);
  return *found;
}

void write_axis(NetcdfWriter& file, const TableAxis& axis) {
  const Attributes attributes{{"long_name", axis.long_name}};
  if (!axis.labels.empty()) {
    file.add_dimension(axis.name, axis.labels, attributes);
    return;
  }
  auto numbers = axis.numbers;
  if (numbers.empty()) {
    numbers.resize(axis.length);
    std::iota(numbers.begin(), numbers.end(), 0);
  }
  file.add_dimension(axis.name, numbers, attributes);
}

void write_variable(NetcdfWriter& file, const Table& table, const TableVariable& variable) {
  NumberSpec spec;
  spec.path = variable.name;
  spec.dimensions = variable.axes;
  for (const auto& axis : variable.axes) spec.chunk.push_back(table.axis(axis).size());
  spec.attributes = {{"units", variable.units},
                     {"long_name", variable.long_name},
                     {"description", variable.description}};
  const auto handle = file.add_numbers(spec);
  const std::vector<std::size_t> start(spec.chunk.size(), 0);
  file.write_box(handle, start, spec.chunk, std::span<const double>(variable.values));
}

}  // namespace

const TableAxis& Table::axis(const std::string& name) const { return named(axes, name); }
const TableVariable& Table::variable(const std::string& name) const {
  return named(variables, name);
}

const TableWords& Table::words_of(const std::string& name) const { return named(words, name); }

void write_table(const std::filesystem::path& file, const Table& table) {
  TemporaryFile temporary(file);
  {
    NetcdfWriter writer(temporary.path(), file.string());
    for (const auto& [name, text] : table.attributes) writer.set_attribute(name, text);
    for (const auto& axis : table.axes) write_axis(writer, axis);
    for (const auto& variable : table.variables) write_variable(writer, table, variable);
    for (const auto& word : table.words)
      writer.add_texts(word.name, {word.axis}, word.texts, {{"long_name", word.long_name}});
    if (!table.texts.empty()) writer.add_group("provenance");
    for (const auto& [name, text] : table.texts)
      writer.add_texts("provenance/" + name, {}, std::span(&text, 1), {});
    writer.close();
  }
  append_seal(temporary.path(), file);
  temporary.commit();
}

Table read_table(const std::filesystem::path& file, const std::string& kind) {
  const NetcdfReader reader(file);
  Table table;
  table.attributes = reader.attributes("/");
  if (table.attributes["kind"] != kind) {
    throw sim::InputError(file.string() + ": is not a " + kind +
                          " file of skillscale\n  next: "
                          "name one that `skillscale calibrate` wrote");
  }
  for (const auto& name : reader.variables("/")) {
    if (reader.is_scale(name)) {
      TableAxis axis{name, reader.attributes(name)["long_name"], {}, 0, {}};
      if (reader.is_text(name)) axis.labels = reader.texts(name);
      axis.length = reader.shape(name).front();
      table.axes.push_back(std::move(axis));
      continue;
    }
    if (reader.is_text(name)) {
      table.words.push_back({name, reader.attributes(name)["long_name"],
                             reader.dimensions(name).front(), reader.texts(name)});
      continue;
    }
    auto attributes = reader.attributes(name);
    table.variables.push_back({name, attributes["units"], attributes["long_name"],
                               attributes["description"], reader.dimensions(name),
                               reader.numbers(name)});
  }
  if (reader.has("provenance")) {
    for (const auto& name : reader.variables("provenance")) {
      if (reader.is_text("provenance/" + name))
        table.texts.emplace_back(name, reader.texts("provenance/" + name).front());
    }
  }
  return table;
}

}  // namespace skillscale::output
