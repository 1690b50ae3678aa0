#include "experiments/designs/plan_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiments/designs/sobol.h"

namespace skillscale::experiments {
namespace {

using testing::HasSubstr;

std::string faults_of(std::string_view text) {
  scenarios::Faults faults;
  const auto plan = read_plan(text, "plan.csv", faults);
  for (const auto& point : plan.points) {
    for (std::size_t d = 0; d < point.size(); ++d)
      number_of(plan, point[d], plan.names[d].text, faults);
  }
  return faults.text();
}

TEST(PlanCsv, GivesBackExactlyWhatWasPrinted) {
  const auto design = sobol(50, 3, 7);
  scenarios::Faults faults;
  const auto plan = read_plan(plan_csv({"a", "b, c", "d\"e"}, design), "plan.csv", faults);
  ASSERT_TRUE(faults.empty()) << faults.text();
  EXPECT_EQ(plan.names[1].text, "b, c");
  EXPECT_EQ(plan.names[2].text, "d\"e");
  ASSERT_EQ(plan.points.size(), design.size());
  for (std::size_t p = 0; p < design.size(); ++p) {
    for (std::size_t d = 0; d < 3; ++d)
      EXPECT_EQ(number_of(plan, plan.points[p][d], "a", faults), design[p][d]);
  }
}

TEST(PlanCsv, PassesOverCommentsEmptyLinesAndOtherLineEnds) {
  scenarios::Faults faults;
  const auto plan = read_plan("\xEF\xBB\xBF# by hand\r\na, b\r\n\r\n1, \"x, y\"\r\n# end\r\n2,z",
                              "plan.csv", faults);
  EXPECT_TRUE(faults.empty()) << faults.text();
  ASSERT_EQ(plan.points.size(), 2u);
  EXPECT_EQ(plan.points[0][1].text, "x, y");
  EXPECT_EQ(plan.points[1][0].line, 6);
}

TEST(PlanCsv, NamesEveryFaultWithItsPlace) {
  EXPECT_THAT(faults_of(""), HasSubstr("plan.csv: holds no line with names"));
  EXPECT_THAT(faults_of("a,,a\n"), testing::AllOf(HasSubstr("plan.csv:1:3: is a column without"),
                                                  HasSubstr("plan.csv:1:4: stands twice: a")));
  EXPECT_THAT(faults_of("a,b\n1,2\n1,2,3\n1\n"),
              testing::AllOf(HasSubstr("plan.csv:3:5: the line has 3 cells, the header 2"),
                             HasSubstr("plan.csv:4:1: the line has 1 cells")));
  EXPECT_THAT(faults_of("a,b\n1,two\n3 EUR,4\n"),
              testing::AllOf(HasSubstr("plan.csv:2:3: b is \"two\""),
                             HasSubstr("plan.csv:3:1: a is \"3 EUR\", a number with something")));
  EXPECT_THAT(faults_of("a\n\"1\n2\n"), HasSubstr("plan.csv:2:1: has a quote that does not end"));
}

}  // namespace
}  // namespace skillscale::experiments
