// Wishes for something scarce: proposed by parallel blocks, sorted by an order that no thread can
// influence, granted against capacity.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/draw.h"
#include "sim/ids.h"

namespace skillscale::sim {

struct Request {
  std::uint32_t target;    ///< what is asked for: index of the capacity
  std::uint32_t priority;  ///< smaller first
  Month since;             ///< waiting since; older first
  std::uint64_t lottery;   ///< random number; smaller first
  Key key;                 ///< who asks; the last word on ties
  Row row;                 ///< where the asker stands; plays no part in the order
};

class RequestBook {
 public:
  /// Forgets all requests and prepares one list per block.
  void clear(std::size_t blocks);
  /// Adds a request. Only one thread at a time may use one block. Everything must be proposed
  /// before the first call of sorted or settle.
  void propose(std::size_t block, const Request& request);
  /// Draws the lottery numbers of a block's requests, one for each key.
  void draw_lotteries(std::size_t block, const Draws& draws, std::uint32_t event, Purpose purpose);
  /// All requests in the order (target, priority, since, lottery, key). O(1) for an empty book;
  /// ranges of targets are sorted side by side.
  std::span<const Request> sorted();
  /// Grants in sorted order while the target has capacity left, which each grant lowers by one.
  /// @param capacity_by_target  free units per target; a target beyond its end has none
  /// @param granted             granted requests are appended in sorted order
  void settle(std::span<std::int64_t> capacity_by_target, std::vector<Request>& granted);

 private:
  /// Brings the requests of each range of targets together.
  void gather_by_range();

  std::vector<std::vector<Request>> blocks_;
  std::vector<Request> sorted_;
  std::vector<std::size_t> range_begin_;  // in sorted_; one entry more than ranges
  bool has_proposals_ = false;
  bool is_sorted_ = false;
};

}  // namespace skillscale::sim
