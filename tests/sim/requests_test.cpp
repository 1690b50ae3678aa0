#include "sim/requests.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "sim/draw.h"
#include "sim/parallel.h"

namespace skillscale::sim {
namespace {

auto fields(const Request& r) {
  return std::tuple(r.target, r.priority, r.since, r.lottery, r.key.value, r.row);
}

std::vector<Request> random_requests(std::uint32_t count) {
  const Draws draws(31, 0);
  std::vector<Request> requests;
  for (std::uint32_t n = 0; n < count; ++n) {
    const Key key = make_key(0, 0, n);
    const auto pick = [&](std::uint16_t index, std::uint64_t below) {
      return draws.below({key, 0, Purpose{1}, index}, below);
    };
    requests.push_back({static_cast<std::uint32_t>(pick(0, 7)),
                        static_cast<std::uint32_t>(pick(1, 3)), static_cast<Month>(pick(2, 4)),
                        pick(3, 5), key, n});
  }
  return requests;
}

TEST(RequestBook, LotteryNumbersAreThoseOfTheKeys) {
  const Draws draws(31, 0);
  RequestBook book;
  book.clear(2);
  for (std::uint32_t n = 0; n < 600; ++n) book.propose(1, {0, 0, 0, 0, make_key(0, 0, n), n});
  book.draw_lotteries(0, draws, 4, Purpose{2});
  book.draw_lotteries(1, draws, 4, Purpose{2});
  const auto sorted = book.sorted();
  ASSERT_EQ(sorted.size(), 600U);
  for (const Request& request : sorted)
    ASSERT_EQ(request.lottery, draws.bits({request.key, 4, Purpose{2}})[0]);
}

std::vector<Request> sorted_from_blocks(const std::vector<Request>& requests, std::size_t blocks) {
  RequestBook book;
  book.clear(blocks);
  for_each_task(blocks, [&](std::size_t block) {
    for (std::size_t n = block; n < requests.size(); n += blocks) book.propose(block, requests[n]);
  });
  const auto sorted = book.sorted();
  return {sorted.begin(), sorted.end()};
}

TEST(RequestBook, OrderIsPriorityThenWaitingThenLotteryThenKey) {
  RequestBook book;
  book.clear(1);
  const Request late{0, 1, 3, 1, Key{1}, 0};
  const Request old{0, 1, 2, 9, Key{2}, 1};
  const Request urgent{0, 0, 9, 9, Key{3}, 2};
  const Request lucky{0, 1, 2, 8, Key{5}, 3};
  const Request twin{0, 1, 2, 8, Key{4}, 4};
  for (const Request& request : {late, old, urgent, lucky, twin}) book.propose(0, request);
  std::vector<Row> rows;
  for (const Request& request : book.sorted()) rows.push_back(request.row);
  EXPECT_EQ((std::vector<Row>{2, 4, 3, 1, 0}), rows);
}

TEST(RequestBook, BlocksAndThreadsDoNotChangeTheOrder) {
  std::vector<Request> requests = random_requests(5000);
  std::vector<Request> expected = requests;
  std::sort(expected.begin(), expected.end(),
            [](const Request& a, const Request& b) { return fields(a) < fields(b); });
  for (const int threads : {1, 2, 4, 8}) {
    const ThreadLimit limit(threads);
    for (const std::size_t blocks : {1U, 3U, 64U}) {
      const std::vector<Request> sorted = sorted_from_blocks(requests, blocks);
      ASSERT_EQ(expected.size(), sorted.size());
      for (std::size_t n = 0; n < sorted.size(); ++n) {
        ASSERT_EQ(fields(expected[n]), fields(sorted[n]));
      }
    }
    std::reverse(requests.begin(), requests.end());
  }
}

TEST(RequestBook, GrantsExactlyTheCapacity) {
  const std::vector<Request> requests = random_requests(2000);
  RequestBook book;
  book.clear(1);
  for (const Request& request : requests) book.propose(0, request);
  // Target 1 has more than is asked for, target 2 a debt, target 6 does not exist.
  std::array<std::int64_t, 6> capacity{10, 100000, -5, 0, 1, 50};
  const std::array<std::int64_t, 6> before = capacity;
  std::vector<Request> granted;
  book.settle(capacity, granted);
  std::array<std::int64_t, 7> asked{};
  std::array<std::int64_t, 7> given{};
  for (const Request& request : requests) ++asked[request.target];
  for (const Request& request : granted) ++given[request.target];
  for (std::size_t t = 0; t < capacity.size(); ++t) {
    EXPECT_EQ(std::min(asked[t], std::max<std::int64_t>(0, before[t])), given[t]) << t;
    EXPECT_EQ(before[t] - given[t], capacity[t]) << t;
  }
  EXPECT_EQ(0, given[6]);
  EXPECT_TRUE(
      std::is_sorted(granted.begin(), granted.end(),
                     [](const Request& a, const Request& b) { return fields(a) < fields(b); }));
}

TEST(RequestBook, ForgetsEverythingWhenCleared) {
  RequestBook book;
  book.clear(2);
  EXPECT_TRUE(book.sorted().empty());
  book.propose(1, {0, 0, 0, 0, Key{1}, 0});
  EXPECT_EQ(1U, book.sorted().size());
  book.clear(1);
  EXPECT_TRUE(book.sorted().empty());
  book.propose(0, {0, 0, 0, 0, Key{2}, 7});
  ASSERT_EQ(1U, book.sorted().size());
  EXPECT_EQ(7U, book.sorted()[0].row);
}

}  // namespace
}  // namespace skillscale::sim
