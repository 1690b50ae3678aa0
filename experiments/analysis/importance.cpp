#include "experiments/analysis/importance.h"

#include <algorithm>
#include <numeric>

#include "experiments/analysis/cart.h"
#include "experiments/analysis/resample.h"

namespace skillscale::experiments::analysis {
namespace {

/// What each factor's splits are worth on the samples with weight 0, as shares of their variance.
std::vector<double> worth(const Cart& tree, const Samples& samples,
                          std::span<const std::uint16_t> weights) {
  std::vector<double> shares(samples.factors());
  double whole = 0;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (weights[i] != 0) continue;
    const auto error = [&](std::size_t node) {
      const double off = samples.y[i] - tree.nodes()[node].mean;
      return off * off;
    };
    whole += error(0);
    for (std::size_t node = 0; !tree.nodes()[node].is_leaf();) {
      const std::size_t next = tree.next(node, samples, i);
      shares[tree.nodes()[node].factor] += error(node) - error(next);
      node = next;
    }
  }
  for (double& share : shares) share = whole > 0 ? share / whole : undefined;
  return shares;
}

}  // namespace

Sensitivity tree_importance(const PointTable& table, std::size_t outcome, std::size_t year,
                            std::uint64_t seed, std::size_t trees) {
  const Samples samples = samples_of(table, table.means(outcome, year));
  Sensitivity found;
  found.units = samples.size();
  found.left_out = table.points - samples.size();
  found.measures = {{"importance", std::vector<Estimate>(table.factors.size())}};
  found.is_constant =
      samples.y.empty() || std::all_of(samples.y.begin(), samples.y.end(),
                                       [&](double one) { return one == samples.y.front(); });
  if (found.is_constant) return found;
  const Resamples drawn(samples.size(), trees, seed);
  std::vector<std::vector<double>> of_factor(table.factors.size());
  for (std::size_t b = 0; b < trees; ++b) {
    const Cart tree = Cart::grown(samples, drawn.weights(b), {5, 200});
    const auto shares = worth(tree, samples, drawn.weights(b));
    for (std::size_t f = 0; f < shares.size(); ++f) of_factor[f].push_back(shares[f]);
  }
  found.explained = 0;
  for (std::size_t f = 0; f < of_factor.size(); ++f) {
    const double mean =
        std::accumulate(of_factor[f].begin(), of_factor[f].end(), 0.0) / static_cast<double>(trees);
    found.measures[0].factors[f] = with_interval(mean, std::move(of_factor[f]));
    found.explained += mean;
  }
  return found;
}

}  // namespace skillscale::experiments::analysis
