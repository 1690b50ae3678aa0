// Classification and regression trees (Breiman and others 1984): yes-or-no questions about factors
// that part the points into groups of alike outcomes.
//
// Leaves are split best first, so that the first L - 1 splits are the tree with L leaves. With
// outcomes of 0 and 1 the squared error is Gini's impurity up to a factor. Growing costs factors x
// points a level, after one sort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "experiments/analysis/samples.h"

namespace skillscale::experiments::analysis {

struct CartOptions {
  std::size_t smallest_leaf = 5;  ///< samples
  std::size_t most_leaves = 64;
};

struct CartNode {
  std::size_t left = 0, right = 0;  ///< children; 0 for a leaf
  std::size_t factor = 0;           ///< asked of
  double threshold = 0;             ///< left if below
  std::vector<bool> goes_left;      ///< by choice, where the factor has choices
  double count = 0, mean = 0;       ///< of the samples that grew the tree
  double gain = 0;                  ///< sum of squared errors that the split takes away
  bool is_leaf() const { return left == 0; }
};

class Cart {
 public:
  /// @param weights  how often each sample counts; empty: once
  static Cart grown(const Samples& samples, std::span<const std::uint16_t> weights,
                    const CartOptions& options);

  /// Nodes in the order of splits: split s has the children 2s + 1 and 2s + 2; 0 is the root.
  std::span<const CartNode> nodes() const { return nodes_; }
  std::size_t leaves() const { return (nodes_.size() + 1) / 2; }
  /// The child that a sample goes to.
  std::size_t next(std::size_t node, const Samples& samples, std::size_t sample) const;
  /// The leaf that a sample ends in.
  std::size_t leaf_of(const Samples& samples, std::size_t sample) const;
  /// The same tree with its first splits only.
  Cart with_leaves(std::size_t leaves) const;

 private:
  std::vector<CartNode> nodes_;
};

/// A tree of the size that cross-validation supports: the smallest whose error over ten folds is
/// within a standard error of the least. A single leaf where nothing is to be learnt.
struct ChosenCart {
  Cart tree;
  double explained = 0;  ///< share of the variance of left-out folds that it accounts for
};
ChosenCart chosen_cart(const Samples& samples, std::uint64_t seed, const CartOptions& options);

}  // namespace skillscale::experiments::analysis
