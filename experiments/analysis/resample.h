// Bootstrap: how far an estimate moves when the experiment is drawn again from itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "experiments/analysis/estimate.h"

namespace skillscale::experiments::analysis {

/// Resamples of n units with replacement, as how often each stands in each. Equal arguments give
/// equal resamples. 2 bytes a unit and resample.
class Resamples {
 public:
  Resamples(std::size_t units, std::size_t count, std::uint64_t seed);

  std::size_t size() const { return count_; }
  std::size_t units() const { return units_; }
  std::span<const std::uint16_t> weights(std::size_t resample) const {
    return {weights_.data() + resample * units_, units_};
  }

 private:
  std::size_t units_, count_;
  std::vector<std::uint16_t> weights_;
};

/// The quantile of these numbers, between order statistics in a straight line; NaNs are left out.
double quantile(std::vector<double> numbers, double share);

/// The estimate with the 2.5 % and 97.5 % quantiles of its resampled values. An interval that
/// would leave the estimate outside is stretched to it.
Estimate with_interval(double value, std::vector<double> resampled);

}  // namespace skillscale::experiments::analysis
