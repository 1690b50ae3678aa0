#include "experiments/sweep/sweep.h"

#include <algorithm>
#include <mutex>
#include <numeric>

#include "experiments/sweep/simulation.h"

namespace skillscale::experiments::sweep {
namespace {

/// So many units a thread keep the threads equally busy to the end.
constexpr std::size_t units_a_thread = 8;
/// Runs of a point that are made together at most, so that a stop or a kill costs little.
constexpr std::size_t most_together = 16;

/// Takes records from the engine: into shards, into the table, to the listeners.
class Recorder {
 public:
  Recorder(const Store& store, RunTable& table, const Listeners& listeners, Progress& progress)
      : writer_(store.shards(), store.kind()),
        table_(table),
        listeners_(listeners),
        progress_(progress),
        stops_at_failure_(store.experiment().on_failure == scenarios::OnFailure::Stop) {}

  void take(const std::vector<RunRecord>& records) {
    writer_.add(records);
    const std::lock_guard lock(mutex_);
    for (const auto& record : records) {
      table_.add(record);
      ++runs_made_;
      if (!record.is_finished()) note_failure(record);
      if (listeners_.run) listeners_.run(record);
    }
  }

  void flush() { writer_.flush(); }
  std::size_t runs_made() const { return runs_made_; }
  bool gave_up() const { return gave_up_; }
  const std::string& first_failure() const { return first_failure_; }

 private:
  void note_failure(const RunRecord& record) {
    if (first_failure_.empty())
      first_failure_ = std::to_string(record.point) + "/" + std::to_string(record.replicate) +
                       ": " + record.message;
    if (!stops_at_failure_) return;
    gave_up_ = true;
    progress_.stop = true;
  }

  ShardWriter writer_;
  RunTable& table_;
  const Listeners& listeners_;
  Progress& progress_;
  bool stops_at_failure_;
  std::mutex mutex_;
  std::size_t runs_made_ = 0;
  bool gave_up_ = false;
  std::string first_failure_;
};

/// Reads the shards, and puts those aside that are not to be used.
void read_shards(const Store& store, RunTable& table, const Listeners& listeners) {
  for (const auto& bad : table.read()) {
    store.quarantine(bad.file);
    if (listeners.bad_shard) listeners.bad_shard(bad);
  }
}

}  // namespace

SweepOutcome make_runs(const Store& store, Engine& engine, const SweepOptions& options,
                       const Listeners& listeners, Progress& progress) {
  RunTable table(store);
  read_shards(store, table, listeners);
  const Simulation simulation(store.experiment(), store.points(), progress);
  const Simulate simulate = [&](const WorkUnit& unit) { return simulation(unit); };
  Recorder recorder(store, table, listeners, progress);
  const Deliver deliver = [&](const std::vector<RunRecord>& records) { recorder.take(records); };
  const bool retries = store.experiment().on_failure == scenarios::OnFailure::Retry;
  const int attempts = std::max(options.least_attempts, retries ? 2 : 1);
  while (!progress.stop) {
    const auto counts = table.counts();
    const auto due = counts.missing() + (attempts > 1 ? counts.failed : 0);
    const auto share = due / (static_cast<std::size_t>(options.threads) * units_a_thread);
    const auto units = table.missing(attempts, std::clamp<std::size_t>(share, 1, most_together));
    if (units.empty()) break;
    progress.months_total = progress.months_done.load();
    for (const auto& unit : units)
      progress.months_total +=
          simulation.months_of_run() * static_cast<std::int64_t>(unit.replicates.size());
    if (listeners.begin) listeners.begin(counts);
    engine.carry_out({units, simulate, deliver, progress.stop});
    recorder.flush();
  }
  SweepOutcome outcome;
  outcome.counts = table.counts();
  outcome.digest = table.digest();
  outcome.runs_made = recorder.runs_made();
  outcome.is_given_up = recorder.gave_up();
  outcome.is_stopped = progress.stop && !outcome.is_given_up;
  outcome.first_failure = recorder.first_failure();
  return outcome;
}

}  // namespace skillscale::experiments::sweep
