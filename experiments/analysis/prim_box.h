// A box: limits on some factors, and how well it tells cases of interest from others.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "experiments/analysis/samples.h"

namespace skillscale::experiments::analysis {

/// What a box asks of one factor; as it stands, nothing.
struct Limits {
  double low = -std::numeric_limits<double>::infinity();  ///< inside from here on
  double high = std::numeric_limits<double>::infinity();  ///< inside up to here
  std::vector<bool> refused;  ///< by choice; empty where the factor has numbers or all are inside

  bool has_low() const { return low > -std::numeric_limits<double>::infinity(); }
  bool has_high() const { return high < std::numeric_limits<double>::infinity(); }
  bool any() const { return has_low() || has_high() || !refused.empty(); }
  bool admits(double value) const {
    if (!refused.empty()) return !refused[static_cast<std::size_t>(value)];
    return value >= low && value <= high;
  }
};

/// Limits of every factor.
using Box = std::vector<Limits>;

bool contains(const Box& box, const Samples& samples, std::size_t sample);
/// Factors that a box limits.
std::size_t limited(const Box& box);

/// How a box stands to the cases of interest (Bryant and Lempert 2010).
struct Standing {
  double coverage = 0;                ///< share of all cases that lie inside
  double density = 0;                 ///< share of what lies inside that is a case
  double mass = 0;                    ///< share of all points that lie inside
  std::size_t inside = 0, cases = 0;  ///< points and cases inside

  /// Harmonic mean of coverage and density; with a weight below 1 density counts for more (van
  /// Rijsbergen's F).
  double balance(double weight_of_coverage = 1) const;
};

/// @param samples    with outcomes of 0 and 1
/// @param all_cases  that coverage refers to
Standing standing(const Box& box, const Samples& samples, double all_cases);

/// One side of a box, or all refused choices of a factor.
struct Face {
  std::size_t factor = 0;
  enum class Side : unsigned char { Low, High, Choices } side = Side::Low;
};
std::vector<Face> faces(const Box& box);
/// The same box without one of its faces.
Box without(const Box& box, const Face& face);

/// Probability that chance alone gives at least as many cases inside, were this face without
/// meaning: binomial with the density of the box without it.
double quasi_p(const Box& box, const Face& face, const Samples& samples);

}  // namespace skillscale::experiments::analysis
