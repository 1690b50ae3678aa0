// The results that `diff` and `compare` look at: result files, or scenarios run for the occasion.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "output/result_file.h"
#include "scenarios/scenario.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

struct ComparedOptions {
  std::vector<std::filesystem::path> files;
  std::string replicates, seed, threads, until;
  std::filesystem::path folder;  ///< keeps the results of scenarios; empty for a temporary one
  bool is_quiet = false;
};

/// Declares the options that say how scenario files are run.
void add_run_options(CLI::App& command, ComparedOptions& options);

/// One of those that are compared; a scenario has its `result` once it has run.
struct Compared {
  std::string name;  ///< the file's name without its ending, or its path where names are equal
  std::filesystem::path file;
  std::optional<scenarios::Scenario> scenario;
  std::optional<output::ResultReader> result;
  std::string settings;  ///< a scenario's seed, replicates and horizon, as they will be run
  std::uint64_t seed = 0;
  int replicates = 0, months = 0;
};

class ComparedResults {
 public:
  /// Reads all files and decides how the scenarios among them are run: by the options, else as the
  /// first result, else as the first scenario.
  ///
  /// @throws InputError    naming what is wrong with a file, or horizons that differ
  /// @throws StorageError  for a damaged file
  explicit ComparedResults(const ComparedOptions& options);
  ~ComparedResults();
  ComparedResults(const ComparedResults&) = delete;
  ComparedResults& operator=(const ComparedResults&) = delete;

  /// Runs the scenarios. False when interrupted.
  bool run();

  const std::vector<Compared>& all() const { return all_; }

  /// Position of the one that bears the name.
  ///
  /// @throws InputError  if none does, with the nearest name
  std::size_t position(const std::string& name) const;

 private:
  void name_all();
  void settle();
  void check_horizons() const;

  ComparedOptions options_;
  std::vector<Compared> all_;
  std::filesystem::path temporary_;
};

}  // namespace skillscale::cli
