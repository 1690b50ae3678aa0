#include "experiments/analysis/prim.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "experiments/designs/latin_hypercube.h"
#include "experiments/designs/sobol.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

Samples planted(const Design& design, const Function& is_case) {
  const auto table = experiment(design, Layout::Free, is_case);
  return samples_of(table, table.means(0, 0));
}

double in_box(const std::vector<double>& x) {
  return x[0] > 0.6 && x[2] > 0.2 && x[2] < 0.55 ? 1 : 0;
}

TEST(Prim, FindsAPlantedBox) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    const auto found = discover(planted(sobol(1000, 5, seed), in_box), seed);
    ASSERT_EQ(found.boxes.size(), 1u);
    const auto& box = found.boxes[0];
    EXPECT_GE(box.standing.coverage, 0.9);
    EXPECT_GE(box.standing.density, 0.9);
    EXPECT_EQ(limited(box.box), 2u);
    EXPECT_NEAR(box.box[0].low, 0.6, 0.03);
    EXPECT_NEAR(box.box[2].low, 0.2, 0.03);
    EXPECT_NEAR(box.box[2].high, 0.55, 0.03);
    for (const auto& evidence : box.evidence) {
      EXPECT_LT(evidence.quasi_p, 0.001);
      EXPECT_GE(evidence.found_again, 18u) << evidence.face.factor;
      EXPECT_LE(evidence.low, evidence.high);
    }
  }
}

TEST(Prim, FindsAPlantedBoxUnderNoise) {
  const auto data = planted(latin_hypercube(800, 4, 2), in_box);
  auto noisy = data;
  const sim::Draws draws(1, 0);
  for (std::size_t i = 0; i < data.size(); ++i) {
    if (draws.uniform({sim::Key{i}, 0, purpose::stratum}) < 0.05) noisy.y[i] = 1 - noisy.y[i];
  }
  const auto found = discover(noisy, 1);
  ASSERT_EQ(found.boxes.size(), 1u);
  // Held against what was planted, not against what noise made of it.
  const double cases = static_cast<double>(std::count(data.y.begin(), data.y.end(), 1.0));
  const auto true_standing = standing(found.boxes[0].box, data, cases);
  EXPECT_GE(true_standing.coverage, 0.9);
  EXPECT_GE(true_standing.density, 0.9);
}

TEST(Prim, PathTradesCoverageForDensity) {
  const auto found = discover(planted(sobol(500, 3, 1), in_box), 1);
  const auto& path = found.boxes.at(0).path;
  EXPECT_EQ(path.front().standing.coverage, 1);
  EXPECT_EQ(path.front().standing.mass, 1);
  for (std::size_t i = 1; i < path.size(); ++i) {
    EXPECT_LT(path[i].standing.mass, path[i - 1].standing.mass);
    EXPECT_LE(path[i].standing.coverage, path[i - 1].standing.coverage);
  }
  EXPECT_GT(path.back().standing.density, 0.95);
}

TEST(Prim, FindsASecondBoxForWhatTheFirstMisses) {
  const auto data = planted(sobol(1500, 3, 1), [](const auto& x) {
    return (x[0] < 0.3 && x[1] < 0.4) || (x[0] > 0.75 && x[2] > 0.6) ? 1 : 0;
  });
  PrimOptions options;
  options.most_boxes = 2;
  const auto found = discover(data, 1, options);
  ASSERT_EQ(found.boxes.size(), 2u);
  EXPECT_GE(found.together.coverage, 0.9);
  EXPECT_GE(found.together.density, 0.9);
}

TEST(Prim, RefusesChoicesThatHoldNoCases) {
  auto table = experiment(sobol(600, 2, 1), Layout::Free, [](const auto&) { return 0.0; });
  table.factors[1].choices = {"a", "b", "c"};
  for (std::size_t p = 0; p < table.points; ++p) {
    table.values[p * 2 + 1] = static_cast<double>(p % 3);
    table.results[p] = p % 3 == 1 && table.value(p, 0) > 0.5 ? 1 : 0;
  }
  const auto found = discover(samples_of(table, table.means(0, 0)), 1);
  ASSERT_EQ(found.boxes.size(), 1u);
  EXPECT_EQ(found.boxes[0].box[1].refused, (std::vector<bool>{true, false, true}));
  EXPECT_NEAR(found.boxes[0].box[0].low, 0.5, 0.03);
  EXPECT_GE(found.boxes[0].standing.coverage, 0.9);
}

// Chance finds boxes in noise, too; they are poor ones. 30 % of the points are cases.
TEST(Prim, FindsNoGoodBoxInNoise) {
  const sim::Draws draws(9, 0);
  std::size_t at = 0;
  const auto data = planted(sobol(400, 4, 1), [&](const auto&) {
    return draws.uniform({sim::Key{at++}, 0, purpose::stratum}) < 0.3 ? 1 : 0;
  });
  const auto found = discover(data, 1);
  for (const auto& box : found.boxes) EXPECT_LT(box.standing.balance(), 0.6);
}

TEST(Prim, FindsNothingWithoutCasesOrWithNothingElse) {
  EXPECT_TRUE(discover(planted(sobol(50, 2, 1), [](const auto&) { return 0; }), 1).boxes.empty());
  EXPECT_TRUE(discover(planted(sobol(50, 2, 1), [](const auto&) { return 1; }), 1).boxes.empty());
}

// Ten points inside, nine of them cases; half of all points are cases: P(X >= 9 | 10, 1/2).
TEST(QuasiP, IsTheBinomialTail) {
  Samples data;
  data.choices = {0};
  data.columns.resize(1);
  for (int i = 0; i < 40; ++i) {
    data.columns[0].push_back(i);
    data.y.push_back(i < 9 || (i >= 10 && i < 21) ? 1 : 0);
  }
  Box box(1);
  box[0].high = 9.5;
  EXPECT_NEAR(quasi_p(box, {0, Face::Side::High}, data), 11.0 / 1024, 1e-12);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
