// One thread that does one task after the other, with a bounded queue before it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace skillscale::server {

class TaskQueue {
 public:
  /// @param most  tasks that may wait
  explicit TaskQueue(std::size_t most) : most_(most), thread_([this] { work(); }) {}
  ~TaskQueue();
  TaskQueue(const TaskQueue&) = delete;
  TaskQueue& operator=(const TaskQueue&) = delete;

  /// @param task  must not throw; `attempt` sees to that
  /// @return      false if too many wait
  bool add(std::function<void()> task);

  /// Drops what waits and waits for the task at work; nothing is added any more.
  void close();

 private:
  void work();

  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  bool is_closed_ = false;
  std::thread thread_;
};

}  // namespace skillscale::server
