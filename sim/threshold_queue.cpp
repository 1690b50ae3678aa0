#include "sim/threshold_queue.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <utility>

#include "sim/error.h"

namespace skillscale::sim {

namespace {

constexpr int digit_bits = 11;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;
constexpr int digits_of_32_bits = 3;

std::uint32_t threshold_bits(PoolEntry entry) {
  // Non-negative floats are ordered like their bits; adding 0 turns -0 into +0.
  return std::bit_cast<std::uint32_t>(entry.threshold + 0.0F);
}

std::uint32_t id_bits(PoolEntry entry) { return entry.id; }

using Counts = std::array<std::array<std::uint32_t, digit_values>, digits_of_32_bits>;

std::size_t digit_of(std::uint32_t bits, int digit) {
  return (bits >> (digit * digit_bits)) & (digit_values - 1);
}

template <class Bits>
Counts count_digits(const std::vector<PoolEntry>& entries, Bits bits) {
  Counts counts{};
  for (const PoolEntry& entry : entries) {
    for (int digit = 0; digit < digits_of_32_bits; ++digit) {
      ++counts[static_cast<std::size_t>(digit)][digit_of(bits(entry), digit)];
    }
  }
  return counts;
}

/// Stable sort by bits(entry), least significant digit first.
template <class Bits>
void radix_sort(std::vector<PoolEntry>& entries, std::vector<PoolEntry>& spare, Bits bits) {
  Counts counts = count_digits(entries, bits);
  for (int digit = 0; digit < digits_of_32_bits; ++digit) {
    auto& places = counts[static_cast<std::size_t>(digit)];
    if (places[digit_of(bits(entries.front()), digit)] == entries.size()) continue;
    std::uint32_t next = 0;
    for (std::uint32_t& place : places) next += std::exchange(place, next);
    for (const PoolEntry& entry : entries) spare[places[digit_of(bits(entry), digit)]++] = entry;
    entries.swap(spare);
  }
}

bool ids_ascend(const std::vector<PoolEntry>& entries) {
  return std::is_sorted(entries.begin(), entries.end(),
                        [](PoolEntry a, PoolEntry b) { return a.id < b.id; });
}

}  // namespace

SortedPool sort_pool(std::vector<PoolEntry> entries) {
  for (const PoolEntry& entry : entries) {
    if (!(entry.threshold >= 0.0F)) fail_bug("a pool threshold is negative or not a number");
  }
  if (!std::is_sorted(entries.begin(), entries.end())) {
    std::vector<PoolEntry> spare(entries.size());
    if (!ids_ascend(entries)) radix_sort(entries, spare, id_bits);
    radix_sort(entries, spare, threshold_bits);
  }
  return std::make_shared<const std::vector<PoolEntry>>(std::move(entries));
}

ThresholdQueue::ThresholdQueue(SortedPool initial) : initial_(std::move(initial)) {}

void ThresholdQueue::add(PoolEntry entry) {
  if (static_cast<double>(entry.threshold) > near_limit_) {
    far_.push_back(entry);
    return;
  }
  near_.push_back(entry);
  std::push_heap(near_.begin(), near_.end(), std::greater<>());
}

void ThresholdQueue::bring_near(double cumulative_hazard) {
  constexpr double pops_ahead = 16.0;
  near_limit_ = cumulative_hazard + pops_ahead * (cumulative_hazard - last_popped_);
  const auto first_near = std::partition(far_.begin(), far_.end(), [&](PoolEntry entry) {
    return static_cast<double>(entry.threshold) > near_limit_;
  });
  near_.insert(near_.end(), first_near, far_.end());
  far_.erase(first_near, far_.end());
  std::make_heap(near_.begin(), near_.end(), std::greater<>());
}

void ThresholdQueue::pop_until(double cumulative_hazard, std::vector<PoolEntry>& out) {
  if (cumulative_hazard > near_limit_) bring_near(cumulative_hazard);
  last_popped_ = std::max(last_popped_, cumulative_hazard);
  const auto is_due = [&](PoolEntry entry) {
    return static_cast<double>(entry.threshold) <= cumulative_hazard;
  };
  const std::size_t first = out.size();
  if (initial_ != nullptr) {
    const std::vector<PoolEntry>& entries = *initial_;
    while (cursor_ < entries.size() && is_due(entries[cursor_])) out.push_back(entries[cursor_++]);
  }
  const auto middle = static_cast<std::ptrdiff_t>(out.size());
  while (!near_.empty() && is_due(near_.front())) {
    std::pop_heap(near_.begin(), near_.end(), std::greater<>());
    out.push_back(near_.back());
    near_.pop_back();
  }
  std::inplace_merge(out.begin() + static_cast<std::ptrdiff_t>(first), out.begin() + middle,
                     out.end());
}

std::size_t ThresholdQueue::size() const {
  return initial_size() - cursor_ + near_.size() + far_.size();
}

std::vector<PoolEntry> ThresholdQueue::additions() const {
  std::vector<PoolEntry> sorted = near_;
  sorted.insert(sorted.end(), far_.begin(), far_.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

void ThresholdQueue::restore(std::size_t cursor, std::span<const PoolEntry> additions) {
  if (cursor > initial_size()) {
    fail_bug("the cursor of a pool lies beyond its entries");
  }
  cursor_ = cursor;
  near_.clear();
  far_.clear();
  near_limit_ = last_popped_ = 0.0;
  for (const PoolEntry& entry : additions) add(entry);
}

}  // namespace skillscale::sim
