// A file of numbers on named axes that is no result of worlds: points of an experiment, a
// posterior. Valid netCDF-4 with a seal, like result files; appears complete or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace skillscale::output {

/// An axis with a label or a number per position, or with 0, 1, ... where it has neither.
struct TableAxis {
  std::string name, long_name;
  std::vector<std::string> labels;
  std::size_t length = 0;                  ///< used without labels and numbers
  std::vector<std::int32_t> numbers = {};  ///< such as years; not read back
  std::size_t size() const {
    return !labels.empty() ? labels.size() : !numbers.empty() ? numbers.size() : length;
  }
};

struct TableVariable {
  std::string name, units, long_name, description;
  std::vector<std::string> axes;  ///< in storage order
  std::vector<double> values;
};

/// A text per position of an axis.
struct TableWords {
  std::string name, long_name, axis;
  std::vector<std::string> texts;
};

struct Table {
  std::map<std::string, std::string> attributes;  ///< of the root; `kind` says what the file is
  std::vector<TableAxis> axes;
  std::vector<TableVariable> variables;
  std::vector<TableWords> words;
  std::vector<std::pair<std::string, std::string>> texts;  ///< in the group provenance

  const TableAxis& axis(const std::string& name) const;
  const TableVariable& variable(const std::string& name) const;
  const TableWords& words_of(const std::string& name) const;
};

/// @throws sim::StorageError  if the disk fails
void write_table(const std::filesystem::path& file, const Table& table);

/// @param kind  the only one that is accepted
/// @throws sim::InputError    if there is no such file, or it is of another kind
/// @throws sim::StorageError  if it is damaged
Table read_table(const std::filesystem::path& file, const std::string& kind);

}  // namespace skillscale::output
