// Two results side by side: whether their runs belong together one by one, and how far apart they
// are.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "experiments/interval.h"
#include "output/layout.h"

namespace skillscale::experiments {

/// Which runs of one result are compared with which of another.
///
/// Paired runs had the same random numbers, so that their difference is what the input causes.
/// Unpaired, every run is held against every one of the other result, as if both were independent:
/// the interval then also holds the chance of both sides. Of more than 250 000 such pairs an evenly
/// spread part is taken.
struct Pairing {
  bool is_paired = true;
  std::vector<std::string> reasons;  ///< why not, each in words: "seed 1 and 2"
  std::vector<std::pair<std::size_t, std::size_t>> runs;  ///< (draw * replicates + replicate) each
};

/// @param left, right  layouts of the same horizon
Pairing pairing_of(const output::Layout& left, const output::Layout& right);

/// First and last month of a result in words: "2024-01 to 2026-12".
std::string horizon_words(const output::Layout& layout);

/// The left value less the right one, for every pair of runs.
std::vector<double> differences(const Pairing& pairing, std::span<const double> left,
                                std::span<const double> right);

}  // namespace skillscale::experiments
