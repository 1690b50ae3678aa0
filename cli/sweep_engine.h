// --engine: who makes the runs of a sweep, here and now, on many ranks, or as jobs of a cluster.
#pragma once

#include <memory>
#include <string>

#include "experiments/sweep/store.h"

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::experiments::sweep {
class Engine;
class Messages;
class RanksEngine;
}  // namespace skillscale::experiments::sweep

namespace skillscale::cli {

struct EngineOptions {
  std::string engine = "threads";  ///< or "mpi", "slurm"
  std::string threads;             ///< of the process, of a rank, or of a task
  std::string tasks;               ///< of the array; as a timing proposes if empty
  std::string time = "04:00:00";   ///< limit of a task
  std::string more;                ///< further words for sbatch
  bool only_prints = false;
};

/// Adds --engine, --threads, --tasks, --time, --sbatch and --print.
void add_engine(CLI::App& command, EngineOptions& options);

/// The engine that was asked for. To be made before anything else is done: of many ranks only the
/// first goes on, the others help it.
class ChosenEngine {
 public:
  /// @throws sim::InputError  if it cannot be had here
  ChosenEngine(const EngineOptions& options, bool is_quiet);
  ~ChosenEngine();
  ChosenEngine(const ChosenEngine&) = delete;
  ChosenEngine& operator=(const ChosenEngine&) = delete;

  /// This process is one of the ranks behind the first; it has nothing to do but help().
  bool is_helper() const;
  /// Makes what the first rank hands it, until that ends.
  /// @return an ExitStatus
  int help() const;

  bool is_slurm() const { return options_.engine == "slurm"; }
  const EngineOptions& options() const { return options_; }
  /// Threads that simulate, of all ranks together.
  int threads() const { return threads_ * ranks_; }
  int threads_of_rank() const { return threads_; }
  bool has_progress() const { return has_progress_; }
  /// Not for slurm. To be called once, for the store that is held.
  experiments::sweep::Engine& for_store(const experiments::sweep::Store& store);

 private:
  const EngineOptions& options_;
  int threads_ = 1, ranks_ = 1;
  bool has_progress_ = false;
  std::unique_ptr<experiments::sweep::Messages> messages_;
  std::unique_ptr<experiments::sweep::RanksEngine> ranks_engine_;
  std::unique_ptr<experiments::sweep::Engine> engine_;
};

}  // namespace skillscale::cli
