// Threads of one rank: they take units from a queue, so that the thread that speaks to the others
// never waits for a run.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "experiments/sweep/engine.h"

namespace skillscale::experiments::sweep {

struct NumberedUnit {
  std::size_t number = 0;
  WorkUnit unit;
};

struct FinishedUnit {
  std::size_t number = 0;
  std::vector<RunRecord> records;
};

class UnitWorkers {
 public:
  UnitWorkers(int threads, const Simulate& simulate);
  /// Waits for what is under way; what has not begun is left.
  ~UnitWorkers();
  UnitWorkers(const UnitWorkers&) = delete;
  UnitWorkers& operator=(const UnitWorkers&) = delete;

  void add(NumberedUnit unit);
  /// Units that no thread has begun.
  std::size_t waiting() const;
  /// One that is over, if there is any; in any order.
  /// @throws what a unit threw
  std::optional<FinishedUnit> take();

 private:
  void work();

  const Simulate& simulate_;
  mutable std::mutex mutex_;
  std::condition_variable has_more_;
  bool is_closed_ = false;
  std::deque<NumberedUnit> waiting_;
  std::deque<FinishedUnit> finished_;
  std::exception_ptr failure_;
  std::vector<std::jthread> threads_;
};

}  // namespace skillscale::experiments::sweep
