// Rows that sleep until a cumulative hazard reaches their threshold, ordered by that threshold.
//
// Sorting the initial entries is linear. A month costs O(1) plus O(log n) for each entry that acts,
// n being the additions that act within the next few months; additions further off wait unsorted.
// One queue belongs to one thread at a time; the initial entries may be shared by any number of
// queues in any number of threads.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace skillscale::sim {

/// One sleeping row: acts in the month in which the cumulative hazard reaches the threshold.
struct PoolEntry {
  float threshold;
  std::uint32_t id;
  auto operator<=>(const PoolEntry&) const = default;
};

/// Immutable entries in (threshold, id) order.
using SortedPool = std::shared_ptr<const std::vector<PoolEntry>>;

/// Sorts by (threshold, id) in linear time. Thresholds must be >= 0 and not NaN.
SortedPool sort_pool(std::vector<PoolEntry> entries);

class ThresholdQueue {
 public:
  ThresholdQueue() = default;
  /// @param initial  entries from sort_pool; null counts as empty
  explicit ThresholdQueue(SortedPool initial);

  /// Adds an entry later; a threshold already passed comes out at the next pop.
  void add(PoolEntry entry);
  /// Appends all entries with threshold <= cumulative_hazard to out, in (threshold, id) order.
  void pop_until(double cumulative_hazard, std::vector<PoolEntry>& out);
  /// Entries still asleep.
  std::size_t size() const;

  /// Position in the initial entries and the later additions in (threshold, id) order: with the
  /// same initial entries these two rebuild the queue.
  std::size_t cursor() const { return cursor_; }
  std::size_t initial_size() const { return initial_ == nullptr ? 0 : initial_->size(); }
  std::vector<PoolEntry> additions() const;
  void restore(std::size_t cursor, std::span<const PoolEntry> additions);

 private:
  SortedPool initial_;
  std::size_t cursor_ = 0;
  /// Moves the additions of the next pops out of the unsorted rest.
  void bring_near(double cumulative_hazard);

  std::vector<PoolEntry> near_;  // thresholds up to near_limit_, a heap with the smallest first
  std::vector<PoolEntry> far_;   // the others, in no order
  double near_limit_ = 0.0;
  double last_popped_ = 0.0;
};

}  // namespace skillscale::sim
