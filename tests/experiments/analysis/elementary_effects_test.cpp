#include "experiments/analysis/elementary_effects.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiments/designs/morris.h"
#include "experiments/designs/sobol.h"
#include "sim/error.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

double value(const Sensitivity& found, std::size_t measure, std::size_t factor) {
  return found.measures[measure].factors[factor].value;
}

TEST(ElementaryEffects, OfAPlaneAreItsSlopesWithoutSpread) {
  const auto table = experiment(morris(10, 3, 1), Layout::Morris,
                                [](const auto& x) { return 5 * x[0] - 2 * x[1] + 0 * x[2]; });
  const auto found = elementary_effects(table, 0, 0, 1);
  ASSERT_EQ(found.units, 10u);
  const double slopes[] = {5, -2, 0};
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_NEAR(value(found, 0, f), std::abs(slopes[f]), 1e-12);
    EXPECT_NEAR(value(found, 1, f), slopes[f], 1e-12);
    EXPECT_NEAR(value(found, 2, f), 0, 1e-12);
  }
}

// An effect of x1 x2 on x1 is x2, which takes the levels 0, 1/3, 2/3, 1: mean 1/2, variance 5/36.
TEST(ElementaryEffects, ShowAnInteractionAsSpread) {
  const auto table =
      experiment(morris(2000, 2, 3), Layout::Morris, [](const auto& x) { return x[0] * x[1]; });
  const auto found = elementary_effects(table, 0, 0, 1, 50);
  EXPECT_NEAR(value(found, 1, 0), 0.5, 4 * std::sqrt(5.0 / 36 / 2000));
  EXPECT_NEAR(value(found, 2, 0), std::sqrt(5.0 / 36), 0.02);
}

TEST(ElementaryEffects, RankTheFactorsOfTheGFunction) {
  const auto table = experiment(morris(40, 6, 2), Layout::Morris, sobol_g);
  const auto found = elementary_effects(table, 0, 0, 1);
  for (std::size_t f = 0; f + 2 < 6; ++f) EXPECT_GT(value(found, 0, f), value(found, 0, f + 1));
  EXPECT_LT(value(found, 0, 4), 0.05 * value(found, 0, 0));
}

TEST(ElementaryEffects, OppositeSignsCancelInMuAndNotInMuStar) {
  const auto table = experiment(morris(400, 2, 5), Layout::Morris,
                                [](const auto& x) { return x[0] * (x[1] < 0.5 ? 1 : -1); });
  const auto found = elementary_effects(table, 0, 0, 1);
  EXPECT_NEAR(value(found, 0, 0), 1, 1e-12);
  EXPECT_NEAR(value(found, 1, 0), 0, 0.2);
}

TEST(ElementaryEffects, LeaveOutPathsWithAnUndefinedOutcome) {
  auto table = experiment(morris(10, 2, 1), Layout::Morris, [](const auto& x) { return x[0]; });
  table.results[4] = undefined;
  const auto found = elementary_effects(table, 0, 0, 1);
  EXPECT_EQ(found.units, 9u);
  EXPECT_EQ(found.left_out, 1u);
  EXPECT_NEAR(value(found, 0, 0), 1, 1e-12);
}

TEST(ElementaryEffects, AskForTheirDesign) {
  const auto table = experiment(sobol(9, 2, 1), Layout::Free, [](const auto& x) { return x[0]; });
  EXPECT_THROW(elementary_effects(table, 0, 0, 1), sim::InputError);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
