#include "sim/parallel.h"

#ifndef SKILLSCALE_SERIAL
#include <pthread.h>
#include <sys/resource.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#endif

#include <numeric>
#include <utility>
#include <vector>

#if defined(__SANITIZE_THREAD__) && !defined(SKILLSCALE_SERIAL)
#include <exception>
#include <thread>
#endif

namespace skillscale::sim {

namespace {

void run_serially(std::size_t count, detail::Task task, void* context) {
  for (std::size_t index = 0; index < count; ++index) task(context, index);
}

bool is_shuffled = false;
std::uint64_t shuffle_state = 0;

/// SplitMix64.
std::uint64_t next_of_shuffle() {
  std::uint64_t word = shuffle_state += 0x9E3779B97F4A7C15U;
  word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9U;
  word = (word ^ (word >> 27)) * 0x94D049BB133111EBU;
  return word ^ (word >> 31);
}

void run_shuffled(std::size_t count, detail::Task task, void* context) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t left = count; left > 1; --left) {
    std::swap(order[left - 1], order[next_of_shuffle() % left]);
  }
  for (const std::size_t index : order) task(context, index);
}

}  // namespace

ShuffledTasks::ShuffledTasks(std::uint64_t seed) {
  is_shuffled = true;
  shuffle_state = seed;
}

ShuffledTasks::~ShuffledTasks() { is_shuffled = false; }

bool detail::are_tasks_shuffled() { return is_shuffled; }

#ifdef SKILLSCALE_SERIAL

struct ThreadLimit::Control {};

ThreadLimit::ThreadLimit(int) {}

int available_threads() { return 1; }

int startable_threads(int) { return 1; }

void detail::run_tasks(std::size_t count, Task task, void* context) {
  is_shuffled ? run_shuffled(count, task, context) : run_serially(count, task, context);
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

namespace {

void* wait_for_end(void* ending) {
  static_cast<std::atomic<bool>*>(ending)->wait(false);
  return nullptr;
}

/// Threads for which the limit of address space leaves room. A thread takes its stack, an arena of
/// the allocator, which reserves 128 MB while it is made, and memory to work with; where that is
/// missing the threads library ends the program instead of reporting it.
int threads_with_room(int wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wanted;
  std::ifstream stream("/proc/self/statm");
  rlim_t pages = 0;
  if (!(stream >> pages)) return wanted;
  constexpr rlim_t room_per_thread = rlim_t{256} << 20;
  const rlim_t used = pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
  const rlim_t free = limit.rlim_cur > used ? limit.rlim_cur - used : 0;
  const auto more = static_cast<rlim_t>(std::max(0, wanted - 1));
  return 1 + static_cast<int>(std::min(more, free / room_per_thread));
}

}  // namespace

int startable_threads(int wanted) {
  wanted = threads_with_room(wanted);
  std::atomic<bool> ending = false;
  std::vector<pthread_t> made;
  made.reserve(static_cast<std::size_t>(std::max(0, wanted - 1)));
  pthread_t thread{};
  while (static_cast<int>(made.size()) + 1 < wanted &&
         pthread_create(&thread, nullptr, wait_for_end, &ending) == 0) {
    made.push_back(thread);
  }
  ending = true;
  ending.notify_all();
  for (const auto one : made) pthread_join(one, nullptr);
  return static_cast<int>(made.size()) + 1;
}

namespace {

#ifdef __SANITIZE_THREAD__

/// ThreadSanitizer cannot see how the compiled TBB library orders memory and would report its every
/// hand-over. With plain threads it reports our own races only.
void run_on_threads(std::size_t count, detail::Task task, void* context, int threads) {
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> has_failed = false;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      for (std::size_t index = next++; index < count; index = next++) task(context, index);
    } catch (...) {
      if (!has_failed.exchange(true)) failure = std::current_exception();
    }
  };
  std::vector<std::jthread> helpers;
  for (int helper = 1; helper < threads; ++helper) helpers.emplace_back(work);
  work();
  helpers.clear();
  if (failure) std::rethrow_exception(failure);
}

#else

void run_on_threads(std::size_t count, detail::Task task, void* context, int threads) {
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

}  // namespace

void detail::run_tasks(std::size_t count, Task task, void* context) {
  if (is_shuffled) {
    run_shuffled(count, task, context);
    return;
  }
  const int threads = available_threads();
  if (threads == 1) {
    run_serially(count, task, context);
  } else {
    run_on_threads(count, task, context, threads);
  }
}

#endif

ThreadLimit::~ThreadLimit() = default;

}  // namespace skillscale::sim
