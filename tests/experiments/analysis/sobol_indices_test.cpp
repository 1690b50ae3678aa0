#include "experiments/analysis/sobol_indices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "experiments/designs/latin_hypercube.h"
#include "experiments/designs/sobol.h"
#include "sim/error.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

void expect_near(const Measure& measure, const std::vector<double>& exact, double tolerance) {
  for (std::size_t f = 0; f < exact.size(); ++f) {
    EXPECT_NEAR(measure.factors[f].value, exact[f], tolerance) << measure.name << " of x" << f + 1;
  }
}

TEST(SobolIndices, OfIshigamiAreTheKnownOnes) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto table = experiment(saltelli(8192, 3, seed), Layout::Saltelli, ishigami);
    const auto found = sobol_indices(table, 0, 0, seed, 50);
    ASSERT_EQ(found.units, 8192u);
    expect_near(found.measures[0], {0.5576, 0.4424, 0.2437}, 0.02);
    expect_near(found.measures[1], {0.3139, 0.4424, 0.0}, 0.02);
  }
}

// V_i = 1 / (3 (1 + a_i)^2), V = product of (1 + V_i) less 1.
TEST(SobolIndices, OfTheGFunctionAreTheKnownOnes) {
  std::vector<double> own, first, total;
  double whole = 1;
  for (const double a : {0.0, 1.0, 4.5, 9.0, 99.0, 99.0}) {
    own.push_back(1 / (3 * (1 + a) * (1 + a)));
    whole *= 1 + own.back();
  }
  for (const double v : own) {
    first.push_back(v / (whole - 1));
    total.push_back(v * whole / (1 + v) / (whole - 1));
  }
  const auto table = experiment(saltelli(8192, 6, 4), Layout::Saltelli, sobol_g);
  const auto found = sobol_indices(table, 0, 0, 4, 50);
  expect_near(found.measures[0], total, 0.02);
  expect_near(found.measures[1], first, 0.02);
}

TEST(SobolIndices, OfASumAddUpToOneWithoutInteraction) {
  const auto table = experiment(saltelli(2048, 2, 1), Layout::Saltelli,
                                [](const auto& x) { return 1e6 + 3 * x[0] + x[1]; });
  const auto found = sobol_indices(table, 0, 0, 1);
  expect_near(found.measures[0], {0.9, 0.1}, 0.005);
  expect_near(found.measures[1], {0.9, 0.1}, 0.005);
  EXPECT_NEAR(found.explained, 1, 0.005);
}

// Forty experiments with random points, two factors each: intervals of 95 % should hold the exact
// index in about 76 of 80 cases; fewer than 68 would have a probability below 0.001.
TEST(SobolIndices, IntervalsHoldTheExactIndex) {
  int held = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    // A Latin hypercube of few points in four dimensions is close to random points.
    const auto halves = latin_hypercube(400, 4, seed);
    Design design;
    for (const auto& h : halves) {
      design.insert(design.end(), {{h[0], h[1]}, {h[2], h[3]}, {h[2], h[1]}, {h[0], h[3]}});
    }
    const auto table = experiment(design, Layout::Saltelli,
                                  [](const auto& x) { return x[0] * x[0] + x[0] * x[1]; });
    const auto found = sobol_indices(table, 0, 0, seed, 200);
    // Exact moments of x1^2 + x1 x2.
    const double e_y = 1.0 / 3 + 1.0 / 4;
    const double e_y2 = 1.0 / 5 + 2.0 / 8 + 1.0 / 9;
    const double variance = e_y2 - e_y * e_y;
    // E[y | x1] = x1^2 + x1 / 2, E[y | x2] = 1/3 + x2 / 2.
    const double first1 = (1.0 / 5 + 1.0 / 4 + 1.0 / 12 - e_y * e_y) / variance;
    const double first2 = (1.0 / 48) / variance;
    const double exact[] = {1 - first2, 1 - first1};
    for (std::size_t f = 0; f < 2; ++f) {
      const auto& total = found.measures[0].factors[f];
      held += total.low <= exact[f] && exact[f] <= total.high ? 1 : 0;
    }
  }
  EXPECT_GE(held, 68);
}

TEST(SobolIndices, LeaveOutGroupsWithAnUndefinedOutcome) {
  auto table = experiment(saltelli(1024, 3, 1), Layout::Saltelli, ishigami);
  for (std::size_t group = 0; group < 100; ++group)
    table.results[group * 5 + group % 5] = undefined;
  const auto found = sobol_indices(table, 0, 0, 1, 50);
  EXPECT_EQ(found.units, 924u);
  EXPECT_EQ(found.left_out, 100u);
  expect_near(found.measures[0], {0.5576, 0.4424, 0.2437}, 0.08);
}

TEST(SobolIndices, OfAConstantAreUndefined) {
  const auto table =
      experiment(saltelli(16, 2, 1), Layout::Saltelli, [](const auto&) { return 0.1; });
  const auto found = sobol_indices(table, 0, 0, 1);
  EXPECT_TRUE(found.is_constant);
  EXPECT_TRUE(std::isnan(found.measures[0].factors[0].value));
}

TEST(SobolIndices, AskForTheirDesign) {
  const auto table = experiment(sobol(16, 2, 1), Layout::Free, [](const auto& x) { return x[0]; });
  try {
    sobol_indices(table, 0, 0, 1);
    FAIL() << "it was analysed";
  } catch (const sim::InputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("design saltelli"));
  }
}

}  // namespace
}  // namespace skillscale::experiments::analysis
