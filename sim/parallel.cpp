#include "sim/parallel.h"

#ifndef SKILLSCALE_SERIAL
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace skillscale::sim {

#ifdef SKILLSCALE_SERIAL

struct ThreadLimit::Control {};

ThreadLimit::ThreadLimit(int) {}

int available_threads() { return 1; }

void detail::run_tasks(std::size_t count, Task task, void* context) {
  for (std::size_t index = 0; index < count; ++index) task(context, index);
}

#else

struct ThreadLimit::Control {
  explicit Control(std::size_t threads)
      : control(tbb::global_control::max_allowed_parallelism, threads) {}
  tbb::global_control control;
};

ThreadLimit::ThreadLimit(int threads)
    : control_(std::make_unique<Control>(static_cast<std::size_t>(std::max(1, threads)))) {}

int available_threads() {
  return static_cast<int>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

void detail::run_tasks(std::size_t count, Task task, void* context) {
  const int threads = available_threads();
  if (threads == 1) {
    for (std::size_t index = 0; index < count; ++index) task(context, index);
    return;
  }
  const auto run = [&] {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t index) { task(context, index); });
  };
  // The usual arena has one place per processor. More threads than that were asked for on purpose.
  if (threads > tbb::this_task_arena::max_concurrency()) {
    tbb::task_arena(threads).execute(run);
  } else {
    run();
  }
}

#endif

ThreadLimit::~ThreadLimit() = default;

}  // namespace skillscale::sim
