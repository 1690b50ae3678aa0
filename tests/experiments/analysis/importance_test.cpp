#include "experiments/analysis/importance.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiments/designs/sobol.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

TEST(TreeImportance, SeesACurveThatNoCorrelationSees) {
  const auto table = experiment(sobol(512, 3, 1), Layout::Free, [](const auto& x) {
    return 10 * (x[1] - 0.5) * (x[1] - 0.5) + 0.2 * x[0];
  });
  const auto found = tree_importance(table, 0, 0, 1, 40);
  const auto& importance = found.measures[0].factors;
  EXPECT_GT(importance[1].value, 0.9);
  EXPECT_LT(importance[0].value, 0.05);
  EXPECT_NEAR(importance[2].value, 0, 0.02);
  EXPECT_GT(found.explained, 0.9);
}

TEST(TreeImportance, RanksTheFactorsOfIshigami) {
  const auto table = experiment(sobol(1024, 4, 1), Layout::Free, [](const auto& x) {
    return ishigami({x[0], x[1], x[2]});
  });
  const auto found = tree_importance(table, 0, 0, 1, 40);
  const auto& importance = found.measures[0].factors;
  for (std::size_t f = 0; f < 3; ++f) EXPECT_GT(importance[f].value, 0.05) << f;
  EXPECT_LT(importance[3].value, 0.02);
}

TEST(TreeImportance, IsUndefinedForAConstant) {
  const auto table = experiment(sobol(64, 2, 1), Layout::Free, [](const auto&) { return 3.0; });
  EXPECT_TRUE(tree_importance(table, 0, 0, 1, 5).is_constant);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
