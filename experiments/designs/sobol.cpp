#include "experiments/designs/sobol.h"

#include <boost/random/sobol.hpp>
#include <string>

#include "experiments/purposes.h"
#include "sim/draw.h"
#include "sim/error.h"

namespace skillscale::experiments {
namespace {

using Sequence = boost::random::sobol;

constexpr unsigned digits = 32;

/// Turns each binary digit by a random one that depends on all digits before it.
double scrambled(std::uint32_t bits, std::size_t dimension, const sim::Draws& draws) {
  const sim::Key entity{dimension};
  std::uint32_t turned = bits;
  for (unsigned digit = 0; digit < digits; ++digit) {
    const std::uint32_t before = digit == 0 ? 0 : bits >> (digits - digit);
    const auto index = static_cast<std::uint16_t>(digit);
    const auto word = draws.bits({entity, before, purpose::scramble, index})[0];
    turned ^= static_cast<std::uint32_t>(word >> 63) << (digits - 1 - digit);
  }
  const double rest = draws.uniform({entity, bits, purpose::scramble, digits});
  return (static_cast<double>(turned) + rest) * 0x1p-32;
}

}  // namespace

std::size_t most_sobol_dimensions() { return boost::random::default_sobol_table::max_dimension; }

Design sobol(std::size_t points, std::size_t dimensions, std::uint64_t seed, std::size_t first) {
  if (dimensions > most_sobol_dimensions()) {
    sim::fail_input("sobol: " + std::to_string(dimensions) + " dimensions\n  allowed: at most " +
                    std::to_string(most_sobol_dimensions()) +
                    " (the design saltelli takes two per factor)\n  next: fewer factors, or the "
                    "design latin_hypercube\n");
  }
  if (points == 0 || dimensions == 0) return Design(points);
  const sim::Draws draws(seed, 0);
  Sequence sequence(dimensions);
  // Boost leaves out the origin, which scrambling turns into a point like any other.
  if (first > 1) sequence.seed(first - 1);
  Design design(points, std::vector<double>(dimensions));
  for (std::size_t p = 0; p < points; ++p) {
    for (std::size_t d = 0; d < dimensions; ++d) {
      const std::uint64_t word = first + p == 0 ? 0 : sequence();
      design[p][d] = scrambled(static_cast<std::uint32_t>(word >> 32), d, draws);
    }
  }
  return design;
}

Design saltelli(std::size_t base_points, std::size_t dimensions, std::uint64_t seed) {
  const Design halves = sobol(base_points, 2 * dimensions, seed);
  Design design;
  design.reserve(base_points * (dimensions + 2));
  for (const auto& both : halves) {
    const auto middle = both.begin() + static_cast<std::ptrdiff_t>(dimensions);
    const std::vector<double> a(both.begin(), middle), b(middle, both.end());
    design.push_back(a);
    design.push_back(b);
    for (std::size_t d = 0; d < dimensions; ++d) {
      design.push_back(a);
      design.back()[d] = b[d];
    }
  }
  return design;
}

}  // namespace skillscale::experiments
