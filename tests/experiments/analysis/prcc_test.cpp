#include "experiments/analysis/prcc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiments/designs/latin_hypercube.h"
#include "experiments/designs/sobol.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/error.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

const std::vector<Estimate>& prcc(const Sensitivity& found) { return found.measures[0].factors; }

// Ranks of a sum are no sum of ranks, so equal weights come nearest to 1; the last factor's ranks
// are those of its logarithm.
TEST(Prcc, OfALinearMonotoneFunctionIsNearOneWithItsSigns) {
  auto design = latin_hypercube(400, 3, 1);
  for (auto& point : design) point[2] = std::exp(9 * point[2]);
  const auto table = experiment(design, Layout::Free,
                                [](const auto& x) { return x[0] - x[1] + std::log(x[2]) / 9; });
  const auto found = partial_rank_correlation(table, 0, 0);
  EXPECT_GT(prcc(found)[0].value, 0.95);
  EXPECT_LT(prcc(found)[1].value, -0.95);
  EXPECT_GT(prcc(found)[2].value, 0.95);
  EXPECT_GT(found.explained, 0.95);
}

TEST(Prcc, OfAFactorWithoutInfluenceHoldsZero) {
  const auto table = experiment(sobol(512, 3, 2), Layout::Free,
                                [](const auto& x) { return x[0] + x[1] * x[1] * x[1]; });
  const auto found = partial_rank_correlation(table, 0, 0);
  EXPECT_LT(prcc(found)[2].low, 0);
  EXPECT_GT(prcc(found)[2].high, 0);
}

// Two factors and noise, all normal: the partial correlation of y = x1 + x2 + e with x1 is
// 1/sqrt(2), of its ranks 6/pi asin(r/2) for a pair; 60 experiments against the mean of them all.
// About 57 of 60 intervals should hold it; fewer than 50 would have a probability below 0.001.
TEST(Prcc, IntervalsHoldTheCorrelation) {
  std::vector<Estimate> all;
  double mean = 0;
  for (std::uint32_t r = 0; r < 60; ++r) {
    const sim::Draws draws(77, r);
    Design design(150, std::vector<double>(2));
    for (std::size_t p = 0; p < design.size(); ++p) {
      for (std::size_t d = 0; d < 2; ++d)
        design[p][d] = draws.normal({sim::Key{p}, static_cast<std::uint32_t>(d), purpose::stratum});
    }
    std::size_t at = 0;
    const auto table = experiment(design, Layout::Free, [&](const auto& x) {
      return x[0] + x[1] + draws.normal({sim::Key{at++}, 2, purpose::stratum});
    });
    all.push_back(prcc(partial_rank_correlation(table, 0, 0))[0]);
    mean += all.back().value / 60;
  }
  int held = 0;
  for (const auto& one : all) held += one.low <= mean && mean <= one.high ? 1 : 0;
  EXPECT_GE(held, 50);
  EXPECT_NEAR(mean, 1 / std::sqrt(2.0), 0.05);
}

TEST(Prcc, OfTwoFactorsIsTheTextbookFormula) {
  const std::vector<double> first{1, 2, 3, 4, 5, 6, 7, 8}, second{2, 1, 4, 3, 7, 5, 8, 6},
      y{1, 3, 2, 6, 4, 8, 5, 7};
  Design design;
  for (std::size_t p = 0; p < 8; ++p) design.push_back({first[p], second[p]});
  std::size_t at = 0;
  const auto table = experiment(design, Layout::Free, [&](const auto&) { return y[at++]; });
  // Spearman's 1 - 6 sum d^2 / (n (n^2 - 1)) of ranks without ties.
  const auto spearman = [](const auto& a, const auto& b) {
    double squares = 0;
    for (std::size_t p = 0; p < 8; ++p) squares += (a[p] - b[p]) * (a[p] - b[p]);
    return 1 - 6 * squares / (8 * 63);
  };
  const double r1 = spearman(first, y), r2 = spearman(second, y), r12 = spearman(first, second);
  const auto found = partial_rank_correlation(table, 0, 0);
  EXPECT_NEAR(prcc(found)[0].value, (r1 - r12 * r2) / std::sqrt((1 - r12 * r12) * (1 - r2 * r2)),
              1e-12);
  EXPECT_NEAR(prcc(found)[1].value, (r2 - r12 * r1) / std::sqrt((1 - r12 * r12) * (1 - r1 * r1)),
              1e-12);
}

TEST(Prcc, NamesFactorsThatMoveTogether) {
  auto design = sobol(64, 2, 1);
  for (auto& point : design) point.push_back(point[0]);
  const auto table = experiment(design, Layout::Free, [](const auto& x) { return x[0] + x[1]; });
  try {
    partial_rank_correlation(table, 0, 0);
    FAIL() << "it was analysed";
  } catch (const sim::InputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("x1 and x3"));
  }
}

TEST(Prcc, NeedsMorePointsThanFactors) {
  const auto table = experiment(sobol(6, 3, 1), Layout::Free, [](const auto& x) { return x[0]; });
  EXPECT_THROW(partial_rank_correlation(table, 0, 0), sim::InputError);
}

TEST(Prcc, LeavesChoicesWithoutOrderAndFixedFactorsUndefined) {
  auto table = experiment(sobol(64, 3, 1), Layout::Free, [](const auto& x) { return x[0]; });
  table.factors[1].choices = {"a", "b", "c"};
  for (std::size_t p = 0; p < table.points; ++p) table.values[p * 3 + 2] = 1;
  const auto found = partial_rank_correlation(table, 0, 0);
  EXPECT_GT(prcc(found)[0].value, 0.99);
  EXPECT_TRUE(std::isnan(prcc(found)[1].value));
  EXPECT_TRUE(std::isnan(prcc(found)[2].value));
}

}  // namespace
}  // namespace skillscale::experiments::analysis
