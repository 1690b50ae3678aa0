// Parallel loops. Threads decide who runs a block, never what it contains.
//
// A single block or task runs in the calling thread. Loops may be nested. With SKILLSCALE_SERIAL
// everything runs in the calling thread, in order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>

#include "sim/population.h"

namespace skillscale::sim {

namespace detail {
using Task = void (*)(void* context, std::size_t index);
void run_tasks(std::size_t count, Task task, void* context);
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
template <class F>
void for_each_block(std::size_t rows, F&& f) {
  for_each_task(block_count(rows), [&](std::size_t block) {
    const std::size_t first = block * block_rows;
    f(block, first, std::min(rows, first + block_rows));
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

/// Threads that loops may use now.
int available_threads();

}  // namespace skillscale::sim
