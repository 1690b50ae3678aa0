#include "sim/tally_history.h"

#include <gtest/gtest.h>

#include <limits>

namespace skillscale::sim {
namespace {

using Months = std::vector<std::vector<std::int64_t>>;

/// Months of 40 cells in which few change, and some by as much as there is.
Months sample(std::size_t months) {
  Months all;
  std::vector<std::int64_t> cells(40, 0);
  std::uint64_t state = 1;
  const auto next = [&] { return state = state * 6364136223846793005U + 1442695040888963407U; };
  for (std::size_t month = 0; month < months; ++month) {
    for (int change = 0; change < 5; ++change) {
      const auto cell = (next() >> 33U) % cells.size();
      cells[cell] = static_cast<std::int64_t>(next()) >> ((next() >> 40U) % 60U);
    }
    all.push_back(cells);
  }
  all.front().back() = std::numeric_limits<std::int64_t>::min();
  all[1].back() = std::numeric_limits<std::int64_t>::max();
  return all;
}

TallyHistory history_of(const Months& months) {
  TallyHistory history(40);
  for (const auto& cells : months) history.append(cells);
  return history;
}

TEST(TallyHistory, GivesEveryMonthBack) {
  const auto months = sample(200);
  const auto history = history_of(months);
  TallyHistoryReader reader(40, history.bytes());
  for (const auto& cells : months) {
    ASSERT_TRUE(reader.next());
    ASSERT_TRUE(std::equal(cells.begin(), cells.end(), reader.cells().begin()));
  }
  EXPECT_TRUE(reader.is_at_end());
  EXPECT_FALSE(reader.next());
}

TEST(TallyHistory, GoesOnWhereItStood) {
  const auto months = sample(60);
  const auto whole = history_of(months);
  for (const std::size_t cut : {1U, 17U, 59U, 60U}) {
    const auto first = history_of({months.begin(), months.begin() + static_cast<long>(cut)});
    TallyHistory second(40);
    ASSERT_TRUE(second.restore(cut, first.bytes()));
    for (std::size_t month = cut; month < months.size(); ++month) second.append(months[month]);
    EXPECT_EQ(second.bytes(), whole.bytes());
    EXPECT_EQ(second.months(), months.size());
  }
}

TEST(TallyHistory, AMonthWithoutChangeTakesAByte) {
  TallyHistory history(100);
  const std::vector<std::int64_t> none(100, 0);
  for (int month = 0; month < 12; ++month) history.append(none);
  EXPECT_EQ(history.bytes().size(), 12U);
}

TEST(TallyHistory, RefusesWhatIsNone) {
  const auto history = history_of(sample(10));
  TallyHistory other(40), narrow(3);
  EXPECT_FALSE(other.restore(11, history.bytes()));
  EXPECT_FALSE(other.restore(9, history.bytes()));
  EXPECT_FALSE(narrow.restore(10, history.bytes()));
}

}  // namespace
}  // namespace skillscale::sim
