// The engine of many ranks. Rank 0 hands units out as the ranks ask for them, takes what comes
// back, and simulates itself; it alone writes into the store, and holds its lock.
#pragma once

#include <filesystem>
#include <set>

#include "experiments/engines/messages.h"
#include "experiments/ensemble.h"
#include "experiments/sweep/engine.h"

namespace skillscale::experiments::sweep {

/// Rank 0. The others end when it goes, however it goes.
class RanksEngine : public Engine {
 public:
  /// @param messages  must outlive the engine
  /// @param threads   of each rank
  RanksEngine(Messages& messages, int threads);
  ~RanksEngine() override;

  /// The store whose units will be handed out; once, before the first round.
  void begin(const std::filesystem::path& store);

  void carry_out(const Round& round) override;

 private:
  class Handout;
  void send_to_all(const std::string& text);

  Messages& messages_;
  int threads_;
  std::set<int> asking_;  ///< ranks that wait for units
};

/// Any other rank: makes what rank 0 hands it, until that says so.
///
/// @return false  if rank 0 was told why this rank can make nothing
bool make_units(Messages& messages, int threads, Progress& progress);

}  // namespace skillscale::experiments::sweep
