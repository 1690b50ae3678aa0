#include "viz/server/task_queue.h"

#include <utility>

namespace skillscale::server {

TaskQueue::~TaskQueue() { close(); }

bool TaskQueue::add(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (is_closed_ || tasks_.size() >= most_) return false;
    tasks_.push_back(std::move(task));
  }
  wake_.notify_one();
  return true;
}

void TaskQueue::close() {
  std::deque<std::function<void()>> dropped;
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    dropped.swap(tasks_);
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void TaskQueue::work() {
  while (true) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return is_closed_ || !tasks_.empty(); });
      if (is_closed_) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
    }
    task();
  }
}

}  // namespace skillscale::server
