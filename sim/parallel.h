// Parallel loops. Threads decide who runs a block, never what it contains.
//
// A single block or task runs in the calling thread. Loops may be nested. With SKILLSCALE_SERIAL
// everything runs in the calling thread, in order. ShuffledTasks shows whether results depend on an
// order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>

#include "sim/population.h"

namespace skillscale::sim {

namespace detail {
using Task = void (*)(void* context, std::size_t index);
void run_tasks(std::size_t count, Task task, void* context);
bool are_tasks_shuffled();
}  // namespace detail

/// Calls f(index) for index 0 .. count-1 in any order and from any thread, and waits for all.
/// The first exception of a task is passed on.
template <class F>
void for_each_task(std::size_t count, F&& f) {
  if (count == 1) {
    f(std::size_t{0});
    return;
  }
  using Function = std::remove_reference_t<F>;
  detail::run_tasks(
      count, [](void* context, std::size_t index) { (*static_cast<Function*>(context))(index); },
      const_cast<void*>(static_cast<const void*>(std::addressof(f))));
}

/// Calls f(block, first_row, last_row) for each block of the rows; last_row is one past the end.
///
/// One thread works through the blocks of a run in order, see population.h.
template <class F>
void for_each_block(std::size_t rows, F&& f) {
  const std::size_t blocks = block_count(rows);
  const auto work = [&](std::size_t block) {
    const std::size_t first = block * block_rows;
    f(block, first, std::min(rows, first + block_rows));
  };
  if (detail::are_tasks_shuffled()) {
    for_each_task(blocks, work);
    return;
  }
  for_each_task(run_count(blocks), [&](std::size_t run) {
    const std::size_t end = first_block_of_run(run + 1, blocks);
    for (std::size_t block = first_block_of_run(run, blocks); block < end; ++block) work(block);
  });
}

/// Limits the threads of all loops while it lives. Limits nest: the smallest counts.
class ThreadLimit {
 public:
  /// @param threads  at least 1
  explicit ThreadLimit(int threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  struct Control;
  std::unique_ptr<Control> control_;
};

/// For tests: while it lives every loop runs its tasks, and its blocks one by one, in the calling
/// thread and in an order drawn from the seed, another one for each loop. What then changes with
/// the seed depends on an order that no thread promises.
///
/// One at a time, made and ended by the thread that runs the loops.
class ShuffledTasks {
 public:
  explicit ShuffledTasks(std::uint64_t seed);
  ~ShuffledTasks();
  ShuffledTasks(const ShuffledTasks&) = delete;
  ShuffledTasks& operator=(const ShuffledTasks&) = delete;
};

/// Threads that loops may use now.
int available_threads();

/// How many of `wanted` threads the machine allows now, the calling one included: at least 1. A
/// limit on processes or memory may forbid more. Makes the threads for a moment, so it costs some
/// 20 microseconds for each.
int startable_threads(int wanted);

}  // namespace skillscale::sim
