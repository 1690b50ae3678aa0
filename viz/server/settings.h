// What the server is given by the program that starts it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "experiments/ensemble.h"
#include "scenarios/scenario.h"

namespace skillscale::server {

/// A scenario to run, as asked for.
struct RunOrder {
  std::filesystem::path scenario;
  std::vector<std::string> changes;  ///< each "path=value", as behind --set
  int replicates = 0;                ///< 0: as the scenario says
};

struct Settings {
  std::filesystem::path folder;   ///< with scenarios and results
  std::filesystem::path library;  ///< with base/ and package/
  std::string sources_csv;        ///< for provenance, as in RunOptions
  unsigned short port = 8642;     ///< 0: any that is free
  bool has_room = false;          ///< other machines may take part
  /// The command that gives the same result, for its provenance.
  std::function<std::string(const RunOrder&)> command;
  /// Threads that the run may take. @throws StorageError  if it does not fit into the machine
  std::function<int(const scenarios::Scenario&, const experiments::RunOptions&,
                    const std::filesystem::path&)>
      threads;
};

/// Reads a scenario with changes, through the same checks as the command line.
///
/// @throws InputError  with all faults
scenarios::Scenario load_order(const Settings& settings, const RunOrder& order);

/// How the order is run, with what the scenario says where it says nothing.
experiments::RunOptions run_options(const Settings& settings, const RunOrder& order,
                                    const scenarios::Scenario& scenario);

}  // namespace skillscale::server
