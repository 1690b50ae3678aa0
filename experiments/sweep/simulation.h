// What simulates the runs of a point: every engine hands its units here.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "experiments/ensemble.h"
#include "experiments/sweep/engine.h"
#include "experiments/sweep/points.h"
#include "experiments/worlds.h"
#include "scenarios/experiment.h"

namespace skillscale::experiments::sweep {

/// Refers to experiment, points and progress; may be called from any thread. Scenarios of the
/// words that points choose are read once and kept.
class Simulation {
 public:
  Simulation(const scenarios::Experiment& experiment, const Points& points, Progress& progress);
  ~Simulation();
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  /// A record for every run that came to an end. What the model or the values of the point make
  /// fail becomes a failed record.
  std::vector<RunRecord> operator()(const WorkUnit& unit) const;

  /// Values of all worlds of a point, for looking at them.
  std::vector<WorldValues> worlds_at(std::size_t point) const;
  /// Months of one run, all its worlds together.
  std::int64_t months_of_run() const;

 private:
  struct Variant;
  std::shared_ptr<const Variant> variant_of(std::size_t point) const;
  std::uint64_t seed_of(std::size_t point) const;
  RunRecord run(const Variant& variant, const WorldSet& worlds, std::size_t point,
                int replicate) const;

  const scenarios::Experiment& experiment_;
  const Points& points_;
  Progress& progress_;
  mutable std::mutex mutex_;
  mutable std::map<std::vector<double>, std::shared_ptr<const Variant>> variants_;
};

}  // namespace skillscale::experiments::sweep
