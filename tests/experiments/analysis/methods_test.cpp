#include "experiments/analysis/methods.h"

#include <gtest/gtest.h>

#include <set>

#include "experiments/designs/sobol.h"
#include "sim/parallel.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

/// Two outcomes in two years, three replicates each.
PointTable several_columns() {
  auto table = experiment(sobol(200, 3, 1), Layout::Free, [](const auto& x) { return x[0]; });
  table.outcomes.push_back({"z", "1", ""});
  table.years = {2030, 2035};
  table.replicates = 3;
  table.results.clear();
  for (std::size_t p = 0; p < table.points; ++p) {
    for (std::size_t r = 0; r < 3; ++r) {
      const double x = table.value(p, 0), y = table.value(p, 1);
      const auto shift = static_cast<double>(r);
      table.results.insert(table.results.end(), {x + shift, 2 * x + shift, y * y, -y * y});
    }
  }
  return table;
}

const std::vector<Column> all_columns{{0, 0}, {0, 1}, {1, 0}, {1, 1}};

TEST(Methods, HaveNamesOfTheirOwnAndAreFoundByThem) {
  std::set<std::string_view> names;
  for (const auto& method : methods()) {
    EXPECT_TRUE(names.insert(method.name).second);
    EXPECT_EQ(find_method(method.name), &method);
  }
  EXPECT_EQ(find_method("none"), nullptr);
}

TEST(Methods, SuitTheLayoutThatTheyAskFor) {
  EXPECT_EQ(suited(Layout::Morris).at(0)->name, "morris");
  EXPECT_EQ(suited(Layout::Saltelli).at(0)->name, "sobol");
  EXPECT_EQ(suited(Layout::Free).size(), 2u);
}

TEST(Findings, LookAtEveryOutcomeAndYear) {
  const auto all = findings(several_columns(), *find_method("prcc"), all_columns, 1);
  ASSERT_EQ(all.size(), 4u);
  const auto prcc = [&](std::size_t column, std::size_t factor) {
    return all[column].sensitivity.measures[0].factors[factor].value;
  };
  EXPECT_NEAR(prcc(0, 0), 1, 1e-6);
  EXPECT_NEAR(prcc(1, 0), 1, 1e-6);
  EXPECT_NEAR(prcc(2, 1), 1, 1e-6);
  EXPECT_NEAR(prcc(3, 1), -1, 1e-6);
  EXPECT_EQ(ranking(all[3].sensitivity).front(), 1u);
  // The same shift at every point cancels in their means.
  EXPECT_GT(all[0].chance.replicates, 0.5);
  EXPECT_NEAR(all[0].chance.of_means, 0, 1e-12);
}

TEST(PointTable, KnowsOutcomesWithoutYears) {
  auto table = several_columns();
  EXPECT_TRUE(table.differs_by_year(0));
  // Point by point the second year becomes the first.
  for (std::size_t at = 0; at < table.results.size(); at += 2)
    table.results[at + 1] = table.results[at];
  EXPECT_FALSE(table.differs_by_year(0));
  table.results[1] = undefined;
  EXPECT_TRUE(table.differs_by_year(0));
}

TEST(Findings, DoNotDependOnThreads) {
  const auto table = several_columns();
  const auto& tree = *find_method("tree");
  const auto many = findings(table, tree, all_columns, 7, 20);
  const sim::ThreadLimit one(1);
  const auto few = findings(table, tree, all_columns, 7, 20);
  for (std::size_t c = 0; c < many.size(); ++c) {
    for (std::size_t f = 0; f < 3; ++f) {
      const auto& a = many[c].sensitivity.measures[0].factors[f];
      const auto& b = few[c].sensitivity.measures[0].factors[f];
      EXPECT_EQ(a.value, b.value);
      EXPECT_EQ(a.low, b.low);
      EXPECT_EQ(a.high, b.high);
    }
  }
}

}  // namespace
}  // namespace skillscale::experiments::analysis
