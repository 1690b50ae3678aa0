#include "sim/calendar.h"

#include <gtest/gtest.h>

namespace skillscale::sim {
namespace {

TEST(Calendar, GivesEventsInTheOrderOfScheduling) {
  Calendar<int> calendar;
  calendar.schedule(5, 1);
  calendar.schedule(3, 2);
  calendar.schedule(5, 3);
  calendar.schedule(-2, 4);
  EXPECT_EQ(4U, calendar.size());
  EXPECT_EQ((std::vector<int>{4}), calendar.take(-2));
  EXPECT_TRUE(calendar.take(2).empty());
  EXPECT_EQ((std::vector<int>{2}), calendar.take(3));
  EXPECT_EQ((std::vector<int>{1, 3}), calendar.take(5));
  EXPECT_EQ(0U, calendar.size());
}

TEST(Calendar, SkippedMonthsComeOutInTheirOrder) {
  Calendar<int> calendar;
  calendar.schedule(7, 1);
  calendar.schedule(6, 2);
  calendar.schedule(9, 3);
  EXPECT_EQ((std::vector<int>{2, 1}), calendar.take(8));
  EXPECT_EQ(1U, calendar.size());
}

TEST(Calendar, RefusesMonthsThatAreOver) {
  Calendar<int> calendar;
  calendar.take(4);
  EXPECT_THROW(calendar.schedule(4, 1), BugError);
  calendar.schedule(5, 1);
  EXPECT_EQ(1U, calendar.take(5).size());
}

TEST(Calendar, ListsWhatIsStillToCome) {
  Calendar<int> calendar;
  calendar.schedule(30000, 1);
  calendar.schedule(2, 2);
  calendar.schedule(2, 3);
  std::vector<std::pair<Month, int>> listed;
  calendar.for_each([&](Month month, int event) { listed.emplace_back(month, event); });
  EXPECT_EQ((std::vector<std::pair<Month, int>>{{2, 2}, {2, 3}, {30000, 1}}), listed);
}

}  // namespace
}  // namespace skillscale::sim
