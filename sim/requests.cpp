#include "sim/requests.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace skillscale::sim {

namespace {

/// An object rather than a function, so that the sort can inline it.
constexpr auto comes_first = [](const Request& a, const Request& b) {
  const auto front = [](const Request& r) { return (std::uint64_t{r.target} << 32) | r.priority; };
  if (front(a) != front(b)) return front(a) < front(b);
  return std::tie(a.since, a.lottery, a.key) < std::tie(b.since, b.lottery, b.key);
};

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

std::span<const Request> RequestBook::sorted() {
  if (has_proposals_ && !is_sorted_) {
    sorted_.clear();
    for (const std::vector<Request>& block : blocks_) {
      sorted_.insert(sorted_.end(), block.begin(), block.end());
    }
    std::sort(sorted_.begin(), sorted_.end(), comes_first);
    is_sorted_ = true;
  }
  return sorted_;
}

void RequestBook::settle(std::span<std::int64_t> capacity_by_target,
                         std::vector<Request>& granted) {
  for (const Request& request : sorted()) {
    if (request.target >= capacity_by_target.size()) break;
    std::int64_t& capacity = capacity_by_target[request.target];
    if (capacity <= 0) continue;
    --capacity;
    granted.push_back(request);
  }
}

}  // namespace skillscale::sim
