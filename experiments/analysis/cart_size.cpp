// How large a tree may be before it learns by heart: ten-fold cross-validation.
#include <algorithm>
#include <cmath>

#include "experiments/analysis/cart.h"
#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/parallel.h"

namespace skillscale::experiments::analysis {
namespace {

constexpr std::size_t folds = 10;

/// Squared errors of every sample, by the number of leaves: a sample stays in a node until the
/// split that parts it.
void add_errors(const Cart& tree, const Samples& samples, std::size_t sample,
                std::vector<double>& errors) {
  std::size_t node = 0, from = 1;
  while (true) {
    const auto& here = tree.nodes()[node];
    const std::size_t to =
        here.is_leaf() ? errors.size() : std::min((here.left + 1) / 2 + 1, errors.size());
    const double off = samples.y[sample] - here.mean;
    for (std::size_t leaves = from; leaves < to; ++leaves) errors[leaves] = off * off;
    if (here.is_leaf()) return;
    from = to;
    node = tree.next(node, samples, sample);
  }
}

}  // namespace

ChosenCart chosen_cart(const Samples& samples, std::uint64_t seed, const CartOptions& options) {
  const std::size_t n = samples.size();
  const sim::Draws draws(seed, 0);
  std::vector<std::size_t> fold(n);
  for (std::size_t i = 0; i < n; ++i) fold[i] = draws.below({sim::Key{i}, 0, purpose::fold}, folds);

  // Errors of every sample, by the number of leaves of the tree that never saw it.
  std::vector<std::vector<double>> errors(n, std::vector<double>(options.most_leaves + 1));
  sim::for_each_task(folds, [&](std::size_t left_out) {
    std::vector<std::uint16_t> weights(n);
    for (std::size_t i = 0; i < n; ++i) weights[i] = fold[i] == left_out ? 0 : 1;
    const Cart tree = Cart::grown(samples, weights, options);
    for (std::size_t i = 0; i < n; ++i) {
      if (fold[i] == left_out) add_errors(tree, samples, i, errors[i]);
    }
  });

  const Cart whole = Cart::grown(samples, {}, options);
  std::vector<double> mean(options.most_leaves + 1), squares(options.most_leaves + 1);
  for (const auto& of_sample : errors) {
    for (std::size_t leaves = 1; leaves < mean.size(); ++leaves) {
      mean[leaves] += of_sample[leaves] / static_cast<double>(n);
      squares[leaves] += of_sample[leaves] * of_sample[leaves] / static_cast<double>(n);
    }
  }
  std::size_t least = 1;
  for (std::size_t leaves = 2; leaves <= std::min(whole.leaves(), options.most_leaves); ++leaves) {
    if (mean[leaves] < mean[least]) least = leaves;
  }
  const double error =
      std::sqrt(std::max(squares[least] - mean[least] * mean[least], 0.0) / static_cast<double>(n));
  std::size_t chosen = 1;
  while (chosen < least && mean[chosen] > mean[least] + error) ++chosen;
  return {whole.with_leaves(chosen), mean[1] > 0 ? 1 - mean[chosen] / mean[1] : 0};
}

}  // namespace skillscale::experiments::analysis
