// The small scenario of these tests, and a folder of its own for what a test writes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "experiments/ensemble.h"

namespace skillscale::experiments {

/// Reads tests/experiments/scenarios/tiny.yaml with overrides "path=value".
/// @throws sim::InputError  with all faults
scenarios::Scenario tiny(const std::vector<std::string>& overrides = {});

/// Options that run the scenario as it stands.
RunOptions options_of(const scenarios::Scenario& scenario);

/// An empty folder that vanishes with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  bool is_empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

}  // namespace skillscale::experiments
