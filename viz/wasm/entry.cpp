// The model as a WebAssembly module, driven by the page or by Node. Serial; one module per worker.
//
// To simulate, a caller writes parameter lines (models/parameter_lines.h) into memory from
// `allocate`, starts a world, steps it month by month, and takes its record. To put records
// together it hands the lines and records of all worlds to one module and asks for an extract.
// Whatever a function says it leaves as text or bytes stands at `output` until the next call.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "experiments/trajectory.h"
#include "models/parameter_lines.h"
#include "output/digest_total.h"
#include "viz/wasm/assembly.h"

namespace {

using namespace skillscale;

std::vector<char> input;
std::vector<std::byte> output_bytes;
std::shared_ptr<const models::ReplicateSetup> setup;
std::optional<experiments::Trajectory> trajectory;
std::optional<live::Assembly> assembly;
std::uint64_t digest[2];

std::string_view text_of_input() { return {input.data(), input.size()}; }

live::Assembly& assembled() {
  if (!assembly) assembly.emplace();
  return *assembly;
}

std::uint32_t leave(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  output_bytes.assign(bytes.begin(), bytes.end());
  return static_cast<std::uint32_t>(output_bytes.size());
}

}  // namespace

extern "C" {

/// Memory for `bytes` of input.
__attribute__((export_name("allocate"))) char* allocate(std::uint32_t bytes) {
  input.assign(bytes, '\0');
  return input.data();
}

/// What the last call left.
__attribute__((export_name("output"))) const std::byte* output_at() { return output_bytes.data(); }

/// Starts the world of the lines in memory. With `same_replicate` the start drawn for the last
/// world is used again, as the worlds of one replicate do natively.
__attribute__((export_name("start"))) void start(std::uint32_t seed_high, std::uint32_t seed_low,
                                                 std::uint32_t replicate, std::uint32_t draw_set,
                                                 std::uint32_t same_replicate) {
  const auto lines = models::from_lines(text_of_input());
  const auto parameters = std::make_shared<const models::Parameters>(
      models::build_parameters(lines.values, lines.months));
  const std::uint64_t seed = (std::uint64_t{seed_high} << 32) | seed_low;
  trajectory.reset();
  if (same_replicate == 0 || !setup) {
    setup.reset();
    setup = std::make_shared<const models::ReplicateSetup>(*parameters, seed, replicate, draw_set);
  }
  trajectory.emplace(parameters, setup);
}

/// Advances one month; returns the months done.
__attribute__((export_name("step"))) std::int32_t step() {
  trajectory->step();
  return trajectory->world().month;
}

/// The month's tallies, in the order of the tally table.
__attribute__((export_name("tallies"))) const std::int64_t* tallies() {
  return trajectory->world().tally.cells().data();
}
__attribute__((export_name("tally_cells"))) std::uint32_t tally_cells() {
  return static_cast<std::uint32_t>(trajectory->world().tally.cells().size());
}

/// Trajectory digest so far: high and low half.
__attribute__((export_name("trajectory_digest"))) const std::uint64_t* trajectory_digest() {
  const auto value = trajectory->world().digest.value();
  digest[0] = value.high;
  digest[1] = value.low;
  return digest;
}

/// Leaves the record of the world, once its last month is done; returns its bytes.
__attribute__((export_name("record"))) std::uint32_t record() {
  output_bytes = sim::encode(trajectory->save_finished());
  return static_cast<std::uint32_t>(output_bytes.size());
}

/// The world of the lines in memory, under a number of the caller's choice.
__attribute__((export_name("add_world"))) void add_world(std::uint32_t number) {
  auto lines = models::from_lines(text_of_input());
  assembled().add_world(number, std::move(lines.values), lines.months);
}
__attribute__((export_name("drop_world"))) void drop_world(std::uint32_t number) {
  assembled().drop_world(number);
}

/// Keeps the record in memory; returns 0 if it is none of that world.
__attribute__((export_name("keep"))) std::uint32_t keep(std::uint32_t world,
                                                        std::uint32_t replicate) {
  return assembled().keep(world, replicate, std::as_bytes(std::span(input))) ? 1 : 0;
}

/// Leaves the extract that the question in memory asks for; returns its bytes.
__attribute__((export_name("extract"))) std::uint32_t extract() {
  return leave(assembled().extract(live::read_question(text_of_input())));
}

/// Leaves the total of the digests in memory, pairs of words; returns its bytes.
__attribute__((export_name("total"))) std::uint32_t total() {
  std::vector<skillscale::output::DigestWords> words(input.size() /
                                                     sizeof(skillscale::output::DigestWords));
  std::memcpy(words.data(), input.data(), words.size() * sizeof words[0]);
  return leave(skillscale::output::digest_hex(skillscale::output::total_digest(words)));
}
}
