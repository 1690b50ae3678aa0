#include "experiments/analysis/cart.h"

#include <gtest/gtest.h>

#include "experiments/designs/sobol.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "tests/experiments/analysis/experiment.h"

namespace skillscale::experiments::analysis {
namespace {

Samples samples(std::size_t points, std::size_t factors, const Function& f) {
  const auto table = experiment(sobol(points, factors, 1), Layout::Free, f);
  return samples_of(table, table.means(0, 0));
}

TEST(Cart, FindsAStepWhereItIs) {
  const auto data = samples(256, 3, [](const auto& x) { return x[1] < 0.3 ? 2.0 : 7.0; });
  const auto tree = Cart::grown(data, {}, {5, 64});
  ASSERT_EQ(tree.leaves(), 2u);
  EXPECT_EQ(tree.nodes()[0].factor, 1u);
  EXPECT_NEAR(tree.nodes()[0].threshold, 0.3, 1.0 / 128);
  EXPECT_DOUBLE_EQ(tree.nodes()[1].mean, 2);
  EXPECT_DOUBLE_EQ(tree.nodes()[2].mean, 7);
}

TEST(Cart, PartsChoicesByTheirMeans) {
  auto table = experiment(sobol(128, 1, 1), Layout::Free, [](const auto&) { return 0.0; });
  table.factors[0].choices = {"a", "b", "c", "d"};
  for (std::size_t p = 0; p < table.points; ++p) {
    table.values[p] = static_cast<double>(p % 4);
    table.results[p] = p % 4 == 1 || p % 4 == 3 ? 1 : 0;
  }
  const auto data = samples_of(table, table.means(0, 0));
  const auto tree = Cart::grown(data, {}, {5, 64});
  ASSERT_EQ(tree.leaves(), 2u);
  EXPECT_EQ(tree.nodes()[0].goes_left, (std::vector<bool>{true, false, true, false}));
  EXPECT_EQ(tree.leaf_of(data, 3), 2u);
}

TEST(Cart, CountsWeightsAsSamples) {
  const auto data = samples(64, 2, [](const auto& x) { return x[0]; });
  std::vector<std::uint16_t> weights(64);
  for (std::size_t i = 0; i < 64; ++i) weights[i] = data.columns[0][i] < 0.5 ? 2 : 0;
  const auto tree = Cart::grown(data, weights, {1, 8});
  EXPECT_EQ(tree.nodes()[0].count, 64);
  for (const auto& node : tree.nodes()) {
    if (node.is_leaf()) continue;
    EXPECT_LT(node.threshold, 0.5);
  }
}

TEST(Cart, FirstSplitsAreTheSmallerTree) {
  const auto data = samples(256, 2, [](const auto& x) { return x[0] + x[1] * x[1]; });
  const auto large = Cart::grown(data, {}, {5, 20}), small = Cart::grown(data, {}, {5, 6});
  const auto cut = large.with_leaves(6);
  ASSERT_EQ(cut.nodes().size(), small.nodes().size());
  for (std::size_t i = 0; i < data.size(); ++i)
    EXPECT_EQ(cut.leaf_of(data, i), small.leaf_of(data, i));
}

TEST(ChosenCart, StaysASingleLeafForNoise) {
  const sim::Draws draws(3, 0);
  std::size_t at = 0;
  const auto data = samples(300, 4, [&](const auto&) {
    return draws.normal({sim::Key{at++}, 0, purpose::stratum});
  });
  EXPECT_EQ(chosen_cart(data, 1, {5, 64}).tree.leaves(), 1u);
}

TEST(ChosenCart, FindsTheFourCornersOfAnInteraction) {
  const auto data = samples(
      400, 3, [](const auto& x) { return (x[0] < 0.4 ? 1.0 : 5.0) + (x[2] < 0.7 ? 0.0 : 2.0); });
  const auto chosen = chosen_cart(data, 1, {5, 64});
  EXPECT_EQ(chosen.tree.leaves(), 4u);
  EXPECT_GT(chosen.explained, 0.95);
}

}  // namespace
}  // namespace skillscale::experiments::analysis
