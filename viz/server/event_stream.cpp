#include "viz/server/event_stream.h"

#include <algorithm>

namespace skillscale::server {

void EventStream::send(std::string_view name, std::string data) {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    if (is_finished_) return;
    const auto same = std::find_if(waiting_.begin(), waiting_.end(),
                                   [&](const auto& event) { return event.first == name; });
    if (same == waiting_.end()) {
      waiting_.emplace_back(name, std::move(data));
    } else {
      same->second = std::move(data);
    }
    wake = wake_;
  }
  if (wake) wake();
}

void EventStream::finish() {
  std::function<void()> wake;
  {
    const std::lock_guard lock(mutex_);
    is_finished_ = true;
    wake = wake_;
  }
  if (wake) wake();
}

bool EventStream::listen(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  if (is_listened_to_) return false;
  is_listened_to_ = true;
  wake_ = std::move(wake);
  return true;
}

std::optional<std::string> EventStream::take() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) return std::nullopt;
  auto [name, data] = std::move(waiting_.front());
  waiting_.erase(waiting_.begin());
  return "event: " + name + "\ndata: " + data + "\n\n";
}

bool EventStream::is_finished() const {
  const std::lock_guard lock(mutex_);
  return is_finished_ && waiting_.empty();
}

bool EventStream::is_listened_to() const {
  const std::lock_guard lock(mutex_);
  return is_listened_to_;
}

void EventStream::abandon() {
  std::function<void()> act;
  {
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
    act = std::exchange(abandoned_, nullptr);
  }
  if (act) act();
}

void EventStream::on_abandoned(std::function<void()> act) {
  const std::lock_guard lock(mutex_);
  abandoned_ = std::move(act);
}

void EventStream::on_pulse(std::string name, std::function<std::string()> ask) {
  const std::lock_guard lock(mutex_);
  pulse_name_ = std::move(name);
  pulse_ = std::move(ask);
}

void EventStream::pulse() {
  std::function<std::string()> ask;
  std::string name;
  {
    const std::lock_guard lock(mutex_);
    if (is_finished_) return;
    ask = pulse_;
    name = pulse_name_;
  }
  if (!ask) return;
  auto data = ask();
  if (!data.empty()) send(name, std::move(data));
}

}  // namespace skillscale::server
