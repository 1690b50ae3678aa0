// Dated events. Scheduling is O(1); taking a month without events is O(1).
//
// Events of a month come out in the order of scheduling, so a model that schedules in a fixed order
// gets a fixed order. Memory grows with the months between the nearest and the farthest event. One
// calendar belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <deque>
#include <limits>
#include <utility>
#include <vector>

#include "sim/error.h"
#include "sim/ids.h"

namespace skillscale::sim {

template <class Event>
class Calendar {
 public:
  /// Adds an event. @throws BugError if the month was already taken.
  void schedule(Month month, Event event) {
    if (month <= last_taken_) fail_bug("an event was scheduled in a month that is over");
    if (months_.empty()) front_ = month;
    while (month < front_) {
      months_.emplace_front();
      --front_;
    }
    const auto slot = static_cast<std::size_t>(month - front_);
    if (slot >= months_.size()) months_.resize(slot + 1);
    months_[slot].push_back(std::move(event));
    ++size_;
  }

  /// Removes and returns the events of this month and of earlier months not yet taken.
  std::vector<Event> take(Month month) {
    std::vector<Event> due;
    while (!months_.empty() && front_ <= month) {
      append(due, months_.front());
      months_.pop_front();
      ++front_;
    }
    if (month > last_taken_) last_taken_ = month;
    size_ -= due.size();
    return due;
  }

  /// Events not yet taken.
  std::size_t size() const { return size_; }

  /// Calls visit(month, event) for all events in the order in which they will come out.
  template <class V>
  void for_each(V&& visit) const {
    Month month = front_;
    for (const std::vector<Event>& events : months_) {
      for (const Event& event : events) visit(month, event);
      ++month;
    }
  }

 private:
  static void append(std::vector<Event>& due, std::vector<Event>& from) {
    if (due.empty()) {
      due = std::move(from);
      return;
    }
    for (Event& event : from) due.push_back(std::move(event));
  }

  std::deque<std::vector<Event>> months_;
  Month front_ = 0;  // month of the first entry of months_
  Month last_taken_ = std::numeric_limits<Month>::min();
  std::size_t size_ = 0;
};

}  // namespace skillscale::sim
