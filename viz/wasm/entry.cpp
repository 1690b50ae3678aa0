// The model as a WebAssembly module: one world at a time, driven by a page or by Node.
//
// A caller writes parameter lines (models/parameter_lines.h) into memory from `allocate`, starts a
// world, steps it month by month and reads the tallies of the month and the running digest. Serial;
// run one module per worker.
#include <cstdint>
#include <memory>
#include <vector>

#include "models/parameter_lines.h"
#include "models/world.h"

namespace {

using namespace skillscale;

std::vector<char> input;
std::shared_ptr<const models::ReplicateSetup> setup;
std::unique_ptr<models::World> world;
std::uint64_t digest[2];

}  // namespace

extern "C" {

/// Memory for `bytes` of parameter lines.
__attribute__((export_name("allocate"))) char* allocate(std::uint32_t bytes) {
  input.assign(bytes, '\0');
  return input.data();
}

/// Starts the world of the lines in memory. With `same_replicate` the start drawn for the last
/// world is used again, as the worlds of one replicate do natively.
__attribute__((export_name("start"))) void start(std::uint32_t seed_high, std::uint32_t seed_low,
                                                 std::uint32_t replicate, std::uint32_t draw_set,
                                                 std::uint32_t same_replicate) {
  const auto lines = models::from_lines({input.data(), input.size()});
  const auto parameters = std::make_shared<const models::Parameters>(
      models::build_parameters(lines.values, lines.months));
  const std::uint64_t seed = (std::uint64_t{seed_high} << 32) | seed_low;
  if (same_replicate == 0 || !setup)
    setup = std::make_shared<const models::ReplicateSetup>(*parameters, seed, replicate, draw_set);
  world = std::make_unique<models::World>(parameters, setup);
}

/// Advances one month; returns the months done.
__attribute__((export_name("step"))) std::int32_t step() {
  world->step();
  return world->month;
}

/// The month's tallies, in the order of the tally table.
__attribute__((export_name("tallies"))) const std::int64_t* tallies() {
  return world->tally.cells().data();
}
__attribute__((export_name("tally_cells"))) std::uint32_t tally_cells() {
  return static_cast<std::uint32_t>(world->tally.cells().size());
}

/// Trajectory digest so far: high and low half.
__attribute__((export_name("trajectory_digest"))) const std::uint64_t* trajectory_digest() {
  const auto value = world->digest.value();
  digest[0] = value.high;
  digest[1] = value.low;
  return digest;
}
}
