// Runs an ensemble: every draw and replicate, all its worlds on the same random numbers, into one
// result file.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "experiments/interval.h"
#include "scenarios/scenario.h"

namespace skillscale::experiments {

struct WorldRecord;

/// Shared with whoever shows progress or wants to stop the run. All members may be used from any
/// thread.
struct Progress {
  std::atomic<std::int64_t> months_done{0};
  std::atomic<std::int64_t> months_total{0};
  std::atomic<std::int64_t> agent_months{
      0};  ///< persons (pool included) and establishments, times months, times worlds
  std::atomic<std::int64_t> engaged_months{0};  ///< persons past the pool, times months
  std::atomic<bool> stop{false};
  std::atomic<int> checkpoint_requests{0};  ///< a checkpoint is wanted at the next month's end
};

struct RunOptions {
  int replicates = 1;
  std::uint64_t seed = 1;
  int months = 1;
  bool force = false;
  std::string command_line;
  std::string sources_csv;   ///< text of the list of sources (key,title,url,...); may be empty
  int checkpoint_every = 0;  ///< months between checkpoints; 0 for one only when stopped
  bool is_checkpoint_required = false;  ///< one that cannot be written ends the run
  std::filesystem::path resume;         ///< checkpoint to go on from; may be empty
  std::filesystem::path branch;  ///< checkpoint of another scenario to go on from; may be empty
  std::string branched_from;     ///< set by the run itself: which past it has, if not its own
  std::function<void(const std::string&)> warn;  ///< takes what went wrong and is survived
  /// Takes what became of a checkpoint that was asked for (Progress::checkpoint_requests).
  std::function<void(const std::string&)> answer;
  /// Takes the records of all worlds of a run that is done (draw * replicates + replicate); any
  /// thread.
  std::function<void(std::size_t run, const std::vector<WorldRecord>& records)> finished;
};

/// Whether the states of the run's last month are to stay: it was asked for checkpoints and ends
/// before its scenario does.
bool keeps_last_states(const scenarios::Scenario& scenario, const RunOptions& options);

/// One headline over all draws and replicates.
struct Headline {
  std::string name, unit, long_name, description;
  bool is_share = false;
  bool is_pair =
      false;  ///< says something about the scenario against a reference only; see `difference`
  Interval scenario;
  std::vector<std::pair<std::string, Interval>> reference;   ///< the reference world's own value
  std::vector<std::pair<std::string, Interval>> difference;  ///< scenario less reference, paired
  std::string scarce;  ///< with `word` a stage: what is scarce there
  std::string word;    ///< for a position on an axis: the commonest label
};

struct RunSummary {
  std::string digest;  ///< of the file; empty when stopped
  std::vector<Headline> headlines;
  double seconds = 0;
  std::int64_t agent_months = 0;
  std::size_t bytes_per_person = 0;
  bool stopped = false;
  std::filesystem::path checkpoint;  ///< that stands after the run; empty if none does
  bool is_checkpoint_older = false;  ///< it stood there before and was not replaced
  std::int64_t months_kept = 0;      ///< in it, of months_total of the run's progress
  std::string branched_from;  ///< which run's past it has, as past_name says; empty for its own
};

/// Refuses what run_to_file would refuse for what stands at its target, before anything is
/// simulated.
///
/// @throws sim::InputError, sim::StorageError  naming the file
void check_targets_of_run(const scenarios::Scenario& scenario, const RunOptions& options,
                          const std::filesystem::path& path);

/// Runs to a file. When `progress.stop` is set, every world finishes its month, and what there is
/// goes into a checkpoint beside the file. At a normal end the checkpoint goes, unless checkpoints
/// were asked for and the run ends before the scenario's horizon: such last states are for branches
/// and stay as they are, whatever other runs of the same name do, until `force`. A resumed run of
/// the same length goes on with the checkpoints that were asked for.
///
/// @throws sim::InputError, sim::StorageError  as output::ResultWriter and check_same_run do
RunSummary run_to_file(const scenarios::Scenario& scenario, const RunOptions& options,
                       const std::filesystem::path& path, Progress& progress);

}  // namespace skillscale::experiments
