#include <chrono>
#include <mutex>

#include "experiments/sweep/engine.h"
#include "sim/parallel.h"

namespace skillscale::experiments {
namespace {

using Clock = std::chrono::steady_clock;

/// Gathers records and writes a shard now and then: what a kill costs is what came since.
class Sink {
 public:
  Sink(const Store& store, const RunObserver& observer) : store_(store), observer_(observer) {}

  void take(RunRecord run) {
    const std::lock_guard lock(mutex_);
    if (observer_) observer_(run);
    waiting_.push_back(std::move(run));
    constexpr std::size_t most = 1024;
    constexpr auto longest = std::chrono::seconds(5);
    if (waiting_.size() >= most || Clock::now() - written_ >= longest) write();
  }

  void finish() {
    const std::lock_guard lock(mutex_);
    write();
  }

 private:
  void write() {
    store_.add(waiting_);
    waiting_.clear();
    written_ = Clock::now();
  }

  const Store& store_;
  const RunObserver& observer_;
  std::mutex mutex_;
  std::vector<RunRecord> waiting_;
  Clock::time_point written_ = Clock::now();
};

}  // namespace

void ThreadsEngine::run(const Store& store, std::span<const RunKey> runs, Progress& progress,
                        const RunObserver& observer) {
  const auto& sweep = store.sweep();
  Sink sink(store, observer);
  sim::for_each_task(runs.size(), [&](std::size_t at) {
    if (progress.stop) return;
    auto run = simulate(sweep, runs[at], progress);
    if (run.status == RunStatus::Failed && sweep.on_failure == scenarios::OnFailure::Retry)
      run = simulate(sweep, runs[at], progress);
    if (run.status == RunStatus::Done && run.digest.empty()) return;
    const bool ends_here =
        run.status == RunStatus::Failed && sweep.on_failure == scenarios::OnFailure::Stop;
    sink.take(std::move(run));
    if (ends_here) progress.stop = true;
  });
  sink.finish();
}

std::vector<RunKey> share_of(std::span<const RunKey> runs, std::size_t worker,
                             std::size_t workers) {
  std::vector<RunKey> share;
  for (std::size_t at = worker; at < runs.size(); at += workers) share.push_back(runs[at]);
  return share;
}

}  // namespace skillscale::experiments
