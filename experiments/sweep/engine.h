// Engines carry out runs of a sweep. What a run yields depends on the sweep alone, so engines
// differ in where and when, never in what.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "experiments/sweep/store.h"

namespace skillscale::experiments {

/// Called after every run, one at a time.
using RunObserver = std::function<void(const RunRecord&)>;

class Engine {
 public:
  Engine() = default;
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Carries out the runs and adds them to the store, some at a time. When `progress.stop` is set,
  /// what is finished is stored.
  ///
  /// @throws sim::StorageError  if the disk fails; runs of earlier shards stay
  virtual void run(const Store& store, std::span<const RunKey> runs, Progress& progress,
                   const RunObserver& observer) = 0;
};

/// All threads of this process (sim::ThreadLimit).
class ThreadsEngine : public Engine {
 public:
  void run(const Store& store, std::span<const RunKey> runs, Progress& progress,
           const RunObserver& observer) override;
};

/// The part of the runs that one of several workers takes: every n-th, so that all points are begun
/// evenly.
std::vector<RunKey> share_of(std::span<const RunKey> runs, std::size_t worker, std::size_t workers);

}  // namespace skillscale::experiments
