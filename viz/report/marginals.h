// Sums of a monthly variable over some of its axes, replicate by replicate, for all worlds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "viz/report/samples.h"

namespace skillscale::report {

/// A variable with only some axes kept, the others summed. A sample is one replicate of one draw.
struct Marginal {
  std::vector<std::string> axes;  ///< kept axes, in the variable's order
  std::size_t cells = 1;          ///< product of their lengths
  std::size_t months = 0;
  std::size_t samples = 0;
  std::vector<double> scenario;                 ///< [cell][month][sample]
  std::vector<std::vector<double>> difference;  ///< one per reference, the same shape

  std::size_t at(std::size_t cell, std::size_t month) const {
    return (cell * months + month) * samples;
  }
};

/// Reads a variable once, sample by sample, and sums it for every list of kept axes.
std::vector<Marginal> read_marginals(const Samples& samples, const output::Variable& variable,
                                     const std::vector<std::vector<std::string>>& kept);

}  // namespace skillscale::report
