#include "experiments/analysis/convergence.h"

#include <gtest/gtest.h>

#include "experiments/analysis/sobol_indices.h"
#include "experiments/designs/sobol.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

Sensitivity of_ishigami(std::size_t groups) {
  return sobol_indices(experiment(saltelli(groups, 3, 1), Layout::Saltelli, ishigami), 0, 0, 1,
                       300);
}

constexpr Precision sobol_precision{0.05, false, true};

TEST(Convergence, SaysNotEnoughRunsAndHowManyWouldDo) {
  const auto few = convergence(of_ishigami(64), sobol_precision);
  EXPECT_FALSE(few.is_enough);
  EXPECT_GT(few.half_width, 0.05);
  EXPECT_GT(few.units_wanted, 64u);
  EXPECT_EQ(few.units_wanted & (few.units_wanted - 1), 0u);
  EXPECT_TRUE(convergence(of_ishigami(2 * few.units_wanted), sobol_precision).is_enough);
}

TEST(Convergence, NamesTheFactorWithTheWidestInterval) {
  Sensitivity found;
  found.units = 100;
  found.measures = {{"mu_star", {{1, 0.9, 1.1}, {4, 2, 6}, {}}}};
  const auto judged = convergence(found, {0.25, true, false});
  EXPECT_EQ(judged.factor, 1u);
  EXPECT_DOUBLE_EQ(judged.wanted, 1);
  EXPECT_EQ(judged.units_wanted, 400u);
}

TEST(Convergence, AsksNothingOfAnOutcomeThatDoesNotVary) {
  Sensitivity found;
  found.is_constant = true;
  EXPECT_TRUE(convergence(found, sobol_precision).is_enough);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
