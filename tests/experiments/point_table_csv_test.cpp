#include "experiments/point_table_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiments/designs/morris.h"
#include "experiments/designs/plan_csv.h"
#include "experiments/designs/sobol.h"

namespace skillscale::experiments {
namespace {

using analysis::Layout;
using testing::HasSubstr;

analysis::PointTable read(std::string_view text, const std::vector<std::string>& factors) {
  scenarios::Faults faults;
  auto table = read_point_table_csv(text, "runs.csv", factors, faults);
  EXPECT_TRUE(faults.empty()) << faults.text();
  return table;
}

std::string faults_of(std::string_view text, const std::vector<std::string>& factors) {
  scenarios::Faults faults;
  read_point_table_csv(text, "runs.csv", factors, faults);
  return faults.text();
}

TEST(PointTableCsv, PutsRunsAndYearsInTheirPlaces) {
  const auto table = read(
      "point,replicate,year,wage,package,arrivals,share\n"
      "a,1,2030,10,today,1,0.5\na,1,2035,10,today,2,\na,2,2035,10,today,4,0.25\n"
      "b,1,2030,30,full,5,1\nb,2,2030,30,full,7,1\n",
      {"wage", "package"});
  EXPECT_EQ(table.points, 2u);
  EXPECT_EQ(table.replicates, 2u);
  EXPECT_EQ(table.years, (std::vector<int>{2030, 2035}));
  EXPECT_EQ(table.factors[1].choices, (std::vector<std::string>{"today", "full"}));
  EXPECT_EQ(table.values, (std::vector<double>{10, 0, 30, 1}));
  EXPECT_EQ(table.shares, (std::vector<double>{0, 0, 1, 1}));
  EXPECT_EQ(table.mean(0, 0, 1), 3);
  EXPECT_EQ(table.mean(0, 1, 1), 0.25);
  EXPECT_EQ(table.mean(1, 0, 0), 6);
  EXPECT_TRUE(std::isnan(table.mean(1, 0, 1)));
}

TEST(PointTableCsv, RecognisesDesignsThatAnalysesAskFor) {
  const auto layout = [](const Design& design) {
    Design with_outcome = design;
    for (auto& point : with_outcome) point.push_back(1);
    return read(plan_csv({"a", "b", "c", "y"}, with_outcome), {"a", "b", "c"}).layout;
  };
  EXPECT_EQ(layout(morris(5, 3, 1)), Layout::Morris);
  EXPECT_EQ(layout(saltelli(8, 3, 1)), Layout::Saltelli);
  EXPECT_EQ(layout(sobol(40, 3, 1)), Layout::Free);
  EXPECT_EQ(read("a,y\n1,2\n2,3\n5,4\n7,5\n", {"a"}).layout, Layout::Free);
}

TEST(PointTableCsv, NamesEveryFaultWithItsPlace) {
  EXPECT_THAT(faults_of("wage,y\n1,2\n2,3\n", {"wages"}),
              AllOf(HasSubstr("runs.csv: has no column wages"), HasSubstr("did you mean wage?")));
  EXPECT_THAT(faults_of("wage,y\n1,2\n2,3\n", {}), HasSubstr("has no factors"));
  EXPECT_THAT(faults_of("wage,y\n1,2\n2,3\n", {"wage", "y"}), HasSubstr("has no outcomes"));
  EXPECT_THAT(faults_of("wage,y\n1,2\n", {"wage"}), HasSubstr("fewer than two runs"));
  EXPECT_THAT(faults_of("wage,y\n1,2\n2,many\n", {"wage"}), HasSubstr("runs.csv:3:3: y is"));
  EXPECT_THAT(faults_of("point,wage,y\na,1,2\na,2,3\n", {"wage"}),
              HasSubstr("runs.csv:3:3: wage is 2, and 1 in line 2 of the same point"));
}

}  // namespace
}  // namespace skillscale::experiments
