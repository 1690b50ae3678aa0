// A small parameter table of every kind, for tests of the scenario language.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "scenarios/scenario.h"

namespace skillscale::scenarios::testing {

/// Table of about twenty rows with the model's own fixed axes reduced to land, size class and
/// party.
Language small_language();

/// A folder of its own for one test, removed afterwards.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file, with its folders, and returns its path.
  std::filesystem::path write(std::string_view name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

/// Loads a text as a file of its own without library.
Loaded load_text(std::string_view text);

/// The value of a path in `numbers`; NaN if it is not there.
double number_at(const Bound& bound, std::string_view path);

/// The value of a path in `values`; nullptr if the parameter does not exist.
const ParameterValue* value_at(const Bound& bound, std::string_view path);

/// A scenario that has no faults under the small language; `more` is appended.
std::string sound_scenario(std::string_view more = {});

}  // namespace skillscale::scenarios::testing
