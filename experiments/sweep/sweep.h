// An experiment as a list of runs, with all that is needed to carry them out: nothing here refers
// to a file, so that a store is moved, resumed and replayed without its scenarios.
//
// A run is a point and a replicate: all worlds of the point's scenario on the random numbers of the
// replicate. Free of files and of engines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiments/analysis/table.h"
#include "experiments/worlds.h"
#include "scenarios/experiment.h"

namespace skillscale::experiments {

/// A factor with the path that it sets; packages have none.
struct SweepFactor {
  analysis::Factor factor;
  std::string path;
  bool is_policy = false;  ///< changes the scenario's own world alone, not its references
};

/// An outcome with positions instead of names.
struct SweepOutcome {
  analysis::Outcome outcome;
  std::string headline;                 ///< empty for a measure
  std::size_t against = 0;              ///< world; 0 for none
  std::vector<scenarios::Measure> of;   ///< one, or one for every year
  std::vector<scenarios::Measure> per;  ///< one, or none
};

struct Sweep {
  std::string name, description;
  std::string digest;  ///< of the experiment, points and replicates left aside
  std::uint64_t seed = 1;
  int months = 1;
  std::uint32_t replicates = 1;
  bool has_common_random_numbers = true;
  scenarios::OnFailure on_failure = scenarios::OnFailure::Continue;
  std::vector<SweepFactor> factors;
  std::vector<SweepOutcome> outcomes;
  std::vector<int> years;  ///< of yearly outcomes; empty without any
  analysis::Layout layout = analysis::Layout::Free;
  /// Worlds of the scenario, or of the scenario under each package.
  std::vector<std::vector<WorldValues>> bases;
  std::size_t points = 0;
  std::size_t refused_points = 0;      ///< of the design, by constraints
  std::vector<double> values, shares;  ///< point, factor

  std::size_t runs() const { return points * replicates; }
  std::size_t years_or_one() const { return years.empty() ? 1 : years.size(); }
  /// Numbers that a run yields: outcome, year.
  std::size_t results() const { return outcomes.size() * years_or_one(); }
};

/// @throws sim::InputError  for a plan that does not fit, a design too large, or constraints that
/// nothing satisfies
Sweep make_sweep(const scenarios::Experiment& experiment);

/// The same sweep with more points, or groups of them: the first ones stay as they are.
///
/// @param experiment  that the sweep was made of
/// @throws sim::InputError  where the design has no longer one that begins with it
Sweep with_points(const Sweep& sweep, const scenarios::Experiment& experiment, std::size_t more);

enum class RunStatus : std::uint8_t { Done, Failed };

struct RunKey {
  std::uint32_t point = 0, replicate = 0;
  auto operator<=>(const RunKey&) const = default;
};

/// What one run left behind.
struct RunRecord {
  RunKey key;
  RunStatus status = RunStatus::Done;
  std::string digest;   ///< 32 hex digits over all worlds; empty where it failed
  std::string message;  ///< why it failed
  std::string host;
  double started = 0;  ///< seconds since 1970
  double seconds = 0;
  std::vector<double> results;  ///< outcome, year; NaN where not defined or failed
};

/// The worlds of a point before anything is drawn.
std::vector<WorldValues> worlds_of(const Sweep& sweep, std::size_t point);

/// Carries out one run. Any thread; equal arguments give equal digests and results. A run that was
/// stopped by `progress` has no digest and no message.
RunRecord simulate(const Sweep& sweep, RunKey key, Progress& progress);

/// Digest over all runs in the order of points and replicates. Empty unless all are done.
std::string digest_of_runs(const Sweep& sweep, const std::vector<RunRecord>& runs);

}  // namespace skillscale::experiments
