#include "tests/house/wasm/probe.h"

#include <bit>
#include <cstdint>

#include "sim/digest.h"
#include "sim/draw.h"
#include "sim/graph.h"
#include "sim/hazard.h"
#include "sim/math.h"

namespace skillscale {
namespace {

using sim::Digest;
using sim::math::erf;

void add(Digest& digest, double value) { digest.add(std::bit_cast<std::uint64_t>(value)); }

void add_draws(Digest& digest, const sim::Draws& draws) {
  for (std::uint32_t person = 0; person < 2'000; ++person) {
    const sim::Address address{sim::make_key(3, 5, person), person % 240, sim::Purpose{7}};
    digest.add(draws.bits(address)[0]);
    add(digest, draws.uniform(address));
    add(digest, draws.exponential(address));
    add(digest, draws.normal(address));
    digest.add(draws.below(address, 1'000));
    digest.add(static_cast<std::uint64_t>(draws.poisson(address, 0.3 * person)));
    digest.add(static_cast<std::uint64_t>(draws.binomial(address, person, 0.37)));
  }
}

void add_mathematics(Digest& digest) {
  for (int step = 1; step < 2'000; ++step) {
    const double x = step / 100.0;
    add(digest, sim::math::pow(x, 0.7));
    add(digest, erf(x - 10.0));
    add(digest, sim::probability(x));
    add(digest, sim::hazard_of_weibull(0.8, 36.0, x, x + 1.0));
  }
}

void add_flow(Digest& digest) {
  sim::Network network;
  for (std::uint32_t index = 0; index < 6; ++index) network.add_vertex(0, index);
  for (std::uint32_t from = 0; from < 6; ++from) {
    for (std::uint32_t to = from + 1; to < 6; ++to) {
      network.add_edge(from, to, {.capacity = (7 * from + 3 * to) % 11});
    }
  }
  digest.add(static_cast<std::uint64_t>(network.max_flow(0, 5).value));
}

}  // namespace

std::string kernel_hash() {
  Digest digest;
  for (const auto generator : {sim::Generator::Threefry2x64, sim::Generator::Philox4x32}) {
    add_draws(digest, sim::Draws(20240101, 3, 1, generator));
  }
  add_mathematics(digest);
  add_flow(digest);
  return digest.value().hex();
}

}  // namespace skillscale
