#include "experiments/analysis/cart.h"

#include <algorithm>
#include <numeric>

namespace skillscale::experiments::analysis {
namespace {

using Order = std::vector<std::uint32_t>;

struct Sums {
  double count = 0, sum = 0;
  void add(double weight, double y) {
    count += weight;
    sum += weight * y;
  }
  double between() const { return count == 0 ? 0 : sum * sum / count; }
  Sums without(const Sums& other) const { return {count - other.count, sum - other.sum}; }
};

struct Split {
  double gain = 0;
  std::size_t factor = 0;
  double threshold = 0;
  std::vector<bool> goes_left;
};

/// A leaf that may still be split: its samples in the order of every factor.
struct OpenLeaf {
  std::size_t node = 0;
  std::vector<Order> orders;
  Split best;
};

class Grower {
 public:
  Grower(const Samples& samples, std::span<const std::uint16_t> weights, const CartOptions& options)
      : samples_(samples),
        weights_(weights),
        smallest_(static_cast<double>(options.smallest_leaf)) {}

  std::vector<CartNode> grow(std::size_t most_leaves) {
    std::vector<OpenLeaf> open;
    open.push_back(root());
    nodes_.push_back(node_of(open.front()));
    while (nodes_.size() + 2 <= 2 * most_leaves) {
      const auto best = std::max_element(
          open.begin(), open.end(),
          [](const OpenLeaf& a, const OpenLeaf& b) { return a.best.gain < b.best.gain; });
      // What rounding leaves of a sum of squares is no gain.
      if (best->best.gain <= 1e-12 * std::max(total_, 1e-300)) break;
      auto children = split(*best);
      open.erase(best);
      for (auto& child : children) open.push_back(std::move(child));
    }
    return std::move(nodes_);
  }

 private:
  double weight(std::size_t sample) const { return weights_.empty() ? 1 : weights_[sample]; }

  OpenLeaf root() {
    OpenLeaf leaf;
    Order all;
    for (std::uint32_t i = 0; i < samples_.size(); ++i) {
      if (weight(i) > 0) all.push_back(i);
    }
    Sums sums;
    for (const auto i : all) sums.add(weight(i), samples_.y[i]);
    for (const auto i : all) {
      const double off = samples_.y[i] - sums.sum / sums.count;
      total_ += weight(i) * off * off;
    }
    centre_ = sums.count == 0 ? 0 : sums.sum / sums.count;
    for (const auto& column : samples_.columns) {
      leaf.orders.push_back(all);
      std::sort(leaf.orders.back().begin(), leaf.orders.back().end(),
                [&](std::uint32_t a, std::uint32_t b) {
                  return column[a] != column[b] ? column[a] < column[b] : a < b;
                });
    }
    leaf.best = best_split(leaf);
    return leaf;
  }

  CartNode node_of(const OpenLeaf& leaf) const {
    CartNode node;
    if (leaf.orders.empty()) return node;
    Sums sums;
    for (const auto i : leaf.orders.front()) sums.add(weight(i), samples_.y[i]);
    node.count = sums.count;
    node.mean = sums.count == 0 ? 0 : sums.sum / sums.count;
    return node;
  }

  Split best_split(const OpenLeaf& leaf) const {
    Split best;
    for (std::size_t f = 0; f < samples_.factors(); ++f) {
      if (samples_.choices[f] == 0) {
        try_numbers(leaf, f, best);
      } else {
        try_choices(leaf, f, best);
      }
    }
    return best;
  }

  /// Sums of outcomes less their mean, so that little is lost between large numbers.
  Sums sums_of(const Order& order) const {
    Sums sums;
    for (const auto i : order) sums.add(weight(i), samples_.y[i] - centre_);
    return sums;
  }

  void try_numbers(const OpenLeaf& leaf, std::size_t factor, Split& best) const {
    const auto& order = leaf.orders[factor];
    const auto& column = samples_.columns[factor];
    const Sums all = sums_of(order);
    Sums left;
    for (std::size_t at = 0; at + 1 < order.size(); ++at) {
      left.add(weight(order[at]), samples_.y[order[at]] - centre_);
      const double here = column[order[at]], there = column[order[at + 1]];
      if (here == there) continue;
      const Sums right = all.without(left);
      if (left.count < smallest_ || right.count < smallest_) continue;
      const double gain = left.between() + right.between() - all.between();
      if (gain <= best.gain) continue;
      // Between neighbours in floating point there may be no middle.
      const double middle = here + (there - here) / 2;
      best = {gain, factor, middle > here ? middle : there, {}};
    }
  }

  /// Choices in the order of their means: one of its cuts is the best of all ways to part them.
  void try_choices(const OpenLeaf& leaf, std::size_t factor, Split& best) const {
    std::vector<Sums> of_choice(samples_.choices[factor]);
    Sums all;
    for (const auto i : leaf.orders[factor]) {
      const auto choice = static_cast<std::size_t>(samples_.columns[factor][i]);
      of_choice[choice].add(weight(i), samples_.y[i] - centre_);
      all.add(weight(i), samples_.y[i] - centre_);
    }
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < of_choice.size(); ++c) {
      if (of_choice[c].count > 0) order.push_back(c);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return of_choice[a].sum / of_choice[a].count < of_choice[b].sum / of_choice[b].count;
    });
    Sums left;
    std::vector<bool> goes_left(of_choice.size());
    for (std::size_t at = 0; at + 1 < order.size(); ++at) {
      left.add(of_choice[order[at]].count, 0);
      left.sum += of_choice[order[at]].sum;
      goes_left[order[at]] = true;
      const Sums right = all.without(left);
      if (left.count < smallest_ || right.count < smallest_) continue;
      const double gain = left.between() + right.between() - all.between();
      if (gain > best.gain) best = {gain, factor, 0, goes_left};
    }
  }

  std::vector<OpenLeaf> split(const OpenLeaf& leaf) {
    auto& parent = nodes_[leaf.node];
    parent.factor = leaf.best.factor;
    parent.threshold = leaf.best.threshold;
    parent.goes_left = leaf.best.goes_left;
    parent.gain = leaf.best.gain;
    parent.left = nodes_.size();
    parent.right = nodes_.size() + 1;
    std::vector<OpenLeaf> children(2);
    const auto& column = samples_.columns[leaf.best.factor];
    for (const auto& order : leaf.orders) {
      Order left, right;
      for (const auto i : order) {
        const bool is_left = leaf.best.goes_left.empty()
                                 ? column[i] < leaf.best.threshold
                                 : leaf.best.goes_left[static_cast<std::size_t>(column[i])];
        (is_left ? left : right).push_back(i);
      }
      children[0].orders.push_back(std::move(left));
      children[1].orders.push_back(std::move(right));
    }
    for (auto& child : children) {
      child.node = nodes_.size();
      nodes_.push_back(node_of(child));
      child.best = best_split(child);
    }
    return children;
  }

  const Samples& samples_;
  std::span<const std::uint16_t> weights_;
  double smallest_;
  double total_ = 0, centre_ = 0;
  std::vector<CartNode> nodes_;
};

}  // namespace

Cart Cart::grown(const Samples& samples, std::span<const std::uint16_t> weights,
                 const CartOptions& options) {
  Cart cart;
  cart.nodes_ = Grower(samples, weights, options).grow(options.most_leaves);
  return cart;
}

std::size_t Cart::next(std::size_t node, const Samples& samples, std::size_t sample) const {
  const auto& here = nodes_[node];
  const double value = samples.columns[here.factor][sample];
  const bool is_left = here.goes_left.empty() ? value < here.threshold
                                              : here.goes_left[static_cast<std::size_t>(value)];
  return is_left ? here.left : here.right;
}

std::size_t Cart::leaf_of(const Samples& samples, std::size_t sample) const {
  std::size_t node = 0;
  while (!nodes_[node].is_leaf()) node = next(node, samples, sample);
  return node;
}

Cart Cart::with_leaves(std::size_t leaves) const {
  Cart cart;
  cart.nodes_.assign(
      nodes_.begin(),
      nodes_.begin() + static_cast<std::ptrdiff_t>(
                           std::min(nodes_.size(), 2 * std::max<std::size_t>(leaves, 1) - 1)));
  for (auto& node : cart.nodes_) {
    if (node.right >= cart.nodes_.size()) node.left = node.right = 0;
  }
  return cart;
}

}  // namespace skillscale::experiments::analysis
