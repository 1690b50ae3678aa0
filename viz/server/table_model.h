// The real model for the tables of a room: all tables on the same random numbers, the references
// simulated once for all of them.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "experiments/worlds.h"
#include "viz/server/gathering.h"
#include "viz/server/lever_choice.h"
#include "viz/server/settings.h"

namespace skillscale::server {

class TableModel {
 public:
  /// Reads the scenario; draws of parameters are left out, every table runs the stated values.
  ///
  /// @throws InputError    if the scenario is faulty or has no reference to compare with
  /// @throws StorageError  if it does not fit into the machine
  TableModel(const Settings& settings, std::filesystem::path scenario);

  /// Runs a package, from one thread at a time. The last picture is what `skillscale run` with the
  /// same changes prints.
  ///
  /// @param is_wanted  asked before every replicate, from any thread; false ends early
  /// @param shown      takes pictures as they become better, from any thread
  /// @throws InputError  as load_order does
  void run(const Package& package, const std::function<bool()>& is_wanted,
           const std::function<void(const Picture&)>& shown);

  const std::string& title() const { return scenario_.run.name; }
  /// What tables are compared with: the scenario's first reference.
  const std::string& reference() const { return scenario_.run.ensemble.references.front(); }
  /// Ends what runs, soon and for good; any thread.
  void stop() { progress_.stop = true; }

  int replicates() const { return scenario_.run.ensemble.replicates; }

 private:
  using Records = std::vector<experiments::WorldRecord>;
  Records references_of(std::size_t replicate);

  const Settings& settings_;
  std::filesystem::path file_;
  scenarios::Scenario scenario_;
  int threads_ = 1;
  experiments::WorldSet references_;
  experiments::Progress progress_;
  std::mutex mutex_;
  std::vector<Records> known_;  ///< of the references, by replicate; empty until simulated
};

}  // namespace skillscale::server
