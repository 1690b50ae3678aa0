// Walks over all values of a variable with the labels of their place, piece by piece.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "output/result_file.h"

namespace skillscale::output {

/// A variable ready to be walked: its dimensions and the labels along each.
struct LabelledVariable {
  std::string name;
  std::vector<std::string> dimensions;
  std::vector<std::vector<std::string>> labels;  ///< [dimension][position]
};

/// @throws InputError  if the file has no such variable
LabelledVariable labelled(const ResultReader& reader, const std::string& name);

/// The names asked for, or all indicators without their derived forms if none are.
std::vector<std::string> chosen_names(const ResultReader& reader,
                                      std::span<const std::string> asked);

/// Called with the position on every dimension and the value, last dimension fastest.
using Visit = std::function<void(std::span<const std::size_t> position, double value)>;

/// Visits every value; holds one position of the first two dimensions in memory.
void walk(const ResultReader& reader, const LabelledVariable& variable, const Visit& visit);

}  // namespace skillscale::output
