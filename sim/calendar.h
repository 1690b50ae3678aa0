// Dated events. Scheduling is O(1); taking a month without events is O(1).
//
// Events of a month come out in the order of scheduling, so a model that schedules in a fixed order
// gets a fixed order. One calendar belongs to one thread at a time.
#pragma once

#include <cstddef>
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
    if (month < first_) fail_bug("an event was scheduled in a month that is over");
    const auto slot = static_cast<std::size_t>(month - first_);
    if (slot >= months_.size()) months_.resize(slot + 1);
    months_[slot].push_back(std::move(event));
    ++size_;
  }

  /// Removes and returns the events of this month and of earlier months not yet taken.
  std::vector<Event> take(Month month) {
    std::vector<Event> due;
    while (first_ <= month) {
      if (months_.empty()) {
        first_ = month + 1;
        break;
      }
      append(due, months_.front());
      months_.erase(months_.begin());
      ++first_;
    }
    size_ -= due.size();
    return due;
  }

  /// Events not yet taken.
  std::size_t size() const { return size_; }

 private:
  static void append(std::vector<Event>& due, std::vector<Event>& from) {
    if (due.empty()) {
      due = std::move(from);
      return;
    }
    for (Event& event : from) due.push_back(std::move(event));
  }

  Month first_ = first_entry_month;  // the earliest month not yet taken
  std::vector<std::vector<Event>> months_;
  std::size_t size_ = 0;
};

}  // namespace skillscale::sim
