#include "output/calendar.h"

#include <gmock/gmock.h>

namespace skillscale::output {
namespace {

Layout months(int year, int month, int count) {
  Layout layout;
  layout.start_year = year;
  layout.start_month = month;
  layout.months = count;
  return layout;
}

TEST(Calendar, LabelsCrossTheYear) {
  EXPECT_THAT(month_labels(months(2024, 11, 3)),
              testing::ElementsAre("2024-11", "2024-12", "2025-01"));
}

TEST(Calendar, DaysCountFrom1970WithLeapYears) {
  EXPECT_THAT(month_days(months(1970, 1, 2)), testing::ElementsAre(0, 31));
  EXPECT_THAT(month_days(months(2024, 2, 2)), testing::ElementsAre(19754, 19783));
}

TEST(Calendar, LongHorizonsFit) {
  const auto days = month_days(months(2000, 1, 30000));
  EXPECT_EQ(days.back() - days.front(), 913107 - 31);  // 2 500 years less the last month
}

}  // namespace
}  // namespace skillscale::output
