#include "experiments/calibration/emulator.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/draw.h"

namespace skillscale::experiments::calibration {
namespace {

double bowl(const std::vector<double>& x) { return 3 + x[0] * x[0] - 2 * x[0] * x[1] + 0.5 * x[1]; }

Emulator emulator_of(const Design& design, double noise_deviation) {
  const sim::Draws draws(11, 0);
  std::vector<double> values;
  for (std::size_t i = 0; i < design.size(); ++i) {
    values.push_back(bowl(design[i]) +
                     noise_deviation * draws.normal({sim::Key{i}, 0, sim::Purpose{1}}));
  }
  return {design, values, noise_deviation * noise_deviation};
}

TEST(Cholesky, SolvesAndKnowsItsDeterminant) {
  Matrix matrix(3);
  const double cells[3][3] = {{4, 2, 0.6}, {2, 5, 1}, {0.6, 1, 3}};
  for (std::size_t r = 0; r < 3; ++r)
    for (std::size_t c = 0; c < 3; ++c) matrix.at(r, c) = cells[r][c];
  const auto factor = Cholesky::of(matrix);
  ASSERT_TRUE(factor);
  std::vector<double> x{1, 2, 3};
  factor->solve(x);
  for (std::size_t r = 0; r < 3; ++r) {
    const double back = cells[r][0] * x[0] + cells[r][1] * x[1] + cells[r][2] * x[2];
    EXPECT_NEAR(back, double(r + 1), 1e-12);
  }
  EXPECT_NEAR(std::exp(factor->log_determinant()), 44.6, 1e-9);  // by hand
  EXPECT_NEAR(factor->inverse_diagonal()[2], 16 / 44.6, 1e-12);  // minor over determinant
  matrix.at(2, 2) = -1;
  EXPECT_FALSE(Cholesky::of(matrix));
}

TEST(Emulator, MeetsASmoothFunctionBetweenItsPoints) {
  const auto emulator = emulator_of(latin_hypercube(40, 2, 1), 0);
  for (const auto& at : latin_hypercube(50, 2, 2)) {
    const auto predicted = emulator.predict(at);
    EXPECT_NEAR(predicted.mean, bowl(at), 0.02) << at[0] << " " << at[1];
  }
  EXPECT_GT(emulator.cross_validation().explained, 0.99);
}

// Of 200 errors some 10 should be above two standard deviations; 25 would have a chance below 1e-4
// if they were independent.
TEST(Emulator, KnowsHowUnsureItIsWithNoisyPoints) {
  const auto emulator = emulator_of(latin_hypercube(60, 2, 3), 0.1);
  int beyond = 0;
  for (const auto& at : latin_hypercube(200, 2, 4)) {
    const auto predicted = emulator.predict(at);
    if (std::abs(predicted.mean - bowl(at)) > 2 * std::sqrt(predicted.variance)) ++beyond;
  }
  EXPECT_LE(beyond, 25);
  EXPECT_GT(emulator.cross_validation().standardised, 0.7);
  EXPECT_LT(emulator.cross_validation().standardised, 1.4);
}

TEST(Emulator, OfAConstantPredictsIt) {
  const auto design = latin_hypercube(12, 2, 1);
  const Emulator emulator(design, std::vector<double>(12, 7.0), 0);
  EXPECT_NEAR(emulator.predict(std::vector<double>{0.3, 0.8}).mean, 7, 1e-6);
}

}  // namespace
}  // namespace skillscale::experiments::calibration
