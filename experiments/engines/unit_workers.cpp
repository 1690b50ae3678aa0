#include "experiments/engines/unit_workers.h"

#include <utility>

namespace skillscale::experiments::sweep {

UnitWorkers::UnitWorkers(int threads, const Simulate& simulate) : simulate_(simulate) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

UnitWorkers::~UnitWorkers() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
  }
  has_more_.notify_all();
}

void UnitWorkers::add(NumberedUnit unit) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(unit));
  }
  has_more_.notify_one();
}

std::size_t UnitWorkers::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

std::optional<FinishedUnit> UnitWorkers::take() {
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
  if (finished_.empty()) return std::nullopt;
  auto finished = std::move(finished_.front());
  finished_.pop_front();
  return finished;
}

void UnitWorkers::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    has_more_.wait(lock, [this] { return is_closed_ || !waiting_.empty(); });
    if (is_closed_) return;
    const auto next = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    FinishedUnit finished{next.number, {}};
    std::exception_ptr failure;
    try {
      finished.records = simulate_(next.unit);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) failure_ = failure;
    finished_.push_back(std::move(finished));
  }
}

}  // namespace skillscale::experiments::sweep
