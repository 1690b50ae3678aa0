// Runs that a browser asked for: started, watched while they go on, cancelled when nobody watches
// any more, and then opened as a page.
#pragma once

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "viz/server/attempt.h"
#include "viz/server/event_stream.h"
#include "viz/server/settings.h"
#include "viz/server/task_queue.h"

namespace skillscale::server {

/// Any thread. Pages of the last runs stay in a folder of the server.
class Runs {
 public:
  static constexpr std::size_t most_waiting = 4, most_kept = 16;

  /// @param folder  empty; results and pages are written there under names of our own
  Runs(const Settings& settings, TaskQueue& simulator, std::filesystem::path folder)
      : settings_(settings), simulator_(simulator), folder_(std::move(folder)) {}

  struct Started {
    int id = 0;
    std::optional<Failure> failure;
  };
  /// Checks the order, which takes some milliseconds, and queues it.
  Started start(const RunOrder& order);

  /// Progress and first results of a run; null if there is no such run.
  std::shared_ptr<EventStream> events(int id) const;

  /// The page of a run that is done; empty if there is none.
  std::filesystem::path page(int id) const;

  /// Stops what runs.
  void stop();

 private:
  struct Run {
    int id = 0;
    RunOrder order;
    experiments::Progress progress;
    std::shared_ptr<EventStream> events = std::make_shared<EventStream>();
    std::filesystem::path result, page;
    std::atomic<bool> is_over{false}, has_page{false};
  };

  std::shared_ptr<Run> find(int id) const;
  std::optional<Failure> queue(const std::shared_ptr<Run>& run);
  void carry_out(Run& run) const;
  void simulate(Run& run) const;
  static void remove_files(const Run& run);
  void forget_old();

  const Settings& settings_;
  TaskQueue& simulator_;
  std::filesystem::path folder_;
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<Run>> runs_;
  int last_id_ = 0;
};

}  // namespace skillscale::server
