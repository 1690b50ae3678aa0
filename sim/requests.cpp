#include "sim/requests.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "sim/parallel.h"

namespace skillscale::sim {

namespace {

/// An object rather than a function, so that the sort can inline it.
constexpr auto comes_first = [](const Request& a, const Request& b) {
  const auto front = [](const Request& r) { return (std::uint64_t{r.target} << 32) | r.priority; };
  if (front(a) != front(b)) return front(a) < front(b);
  return std::tie(a.since, a.lottery, a.key) < std::tie(b.since, b.lottery, b.key);
};

// Enough ranges to share among threads, and enough requests in each to be worth it.
constexpr std::size_t most_ranges = 64;
constexpr std::size_t fewest_per_range = 256;

}  // namespace

void RequestBook::clear(std::size_t blocks) {
  if (has_proposals_) {
    for (std::vector<Request>& block : blocks_) block.clear();
    has_proposals_ = false;
  }
  if (blocks > blocks_.size()) blocks_.resize(blocks);
  sorted_.clear();
  is_sorted_ = false;
}

void RequestBook::propose(std::size_t block, const Request& request) {
  blocks_[block].push_back(request);
  // Several blocks may set the flag at once, always to the same value. Reading first keeps its
  // cache line shared.
  if (!__atomic_load_n(&has_proposals_, __ATOMIC_RELAXED)) {
    __atomic_store_n(&has_proposals_, true, __ATOMIC_RELAXED);
  }
}

void RequestBook::draw_lotteries(std::size_t block, const Draws& draws, std::uint32_t event,
                                 Purpose purpose) {
  auto& requests = blocks_[block];
  constexpr std::size_t most = 256;
  std::array<Key, most> keys;
  std::array<std::uint64_t, most> words;
  for (std::size_t first = 0; first < requests.size(); first += most) {
    const std::size_t count = std::min(most, requests.size() - first);
    for (std::size_t i = 0; i < count; ++i) keys[i] = requests[first + i].key;
    draws.words(std::span(keys).first(count), event, purpose, 0, words);
    for (std::size_t i = 0; i < count; ++i) requests[first + i].lottery = words[i];
  }
}

void RequestBook::gather_by_range() {
  std::size_t all = 0;
  for (const auto& block : blocks_) all += block.size();
  const std::size_t ranges = std::clamp<std::size_t>(all / fewest_per_range, 1, most_ranges);
  std::vector<std::uint32_t> largest(blocks_.size(), 0);
  for_each_task(blocks_.size(), [&](std::size_t block) {
    for (const Request& request : blocks_[block])
      largest[block] = std::max(largest[block], request.target);
  });
  const std::uint64_t targets =
      std::uint64_t{*std::max_element(largest.begin(), largest.end())} + 1;
  const auto range_of = [&](const Request& request) {
    return static_cast<std::size_t>(request.target * ranges / targets);
  };
  // Where each block's requests of a range go: behind those of the blocks before.
  std::vector<std::array<std::uint32_t, most_ranges>> place(blocks_.size());
  for_each_task(blocks_.size(), [&](std::size_t block) {
    place[block].fill(0);
    for (const Request& request : blocks_[block]) ++place[block][range_of(request)];
  });
  range_begin_.assign(1, 0);
  std::uint32_t next = 0;
  for (std::size_t range = 0; range < ranges; ++range) {
    for (auto& of_block : place) next += std::exchange(of_block[range], next);
    range_begin_.push_back(next);
  }
  sorted_.resize(all);
  for_each_task(blocks_.size(), [&](std::size_t block) {
    for (const Request& request : blocks_[block])
      sorted_[place[block][range_of(request)]++] = request;
  });
}

std::span<const Request> RequestBook::sorted() {
  if (has_proposals_ && !is_sorted_) {
    gather_by_range();
    for_each_task(range_begin_.size() - 1, [&](std::size_t range) {
      const auto begin = sorted_.begin();
      std::sort(begin + static_cast<std::ptrdiff_t>(range_begin_[range]),
                begin + static_cast<std::ptrdiff_t>(range_begin_[range + 1]), comes_first);
    });
    is_sorted_ = true;
  }
  return sorted_;
}

void RequestBook::settle(std::span<std::int64_t> capacity_by_target,
                         std::vector<Request>& granted) {
  if (sorted().empty()) return;
  const std::size_t ranges = range_begin_.size() - 1;
  std::vector<std::vector<Request>> by_range(ranges);
  // Ranges have no target in common, so each may take from the capacities on its own.
  for_each_task(ranges, [&](std::size_t range) {
    for (std::size_t i = range_begin_[range]; i < range_begin_[range + 1]; ++i) {
      const Request& request = sorted_[i];
      if (request.target >= capacity_by_target.size()) break;
      std::int64_t& capacity = capacity_by_target[request.target];
      if (capacity <= 0) continue;
      --capacity;
      by_range[range].push_back(request);
    }
  });
  for (const auto& requests : by_range)
    granted.insert(granted.end(), requests.begin(), requests.end());
}

}  // namespace skillscale::sim
