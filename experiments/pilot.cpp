#include "experiments/pilot.h"

#include <malloc.h>

#include <chrono>
#include <memory>

#include "experiments/trajectory.h"
#include "sim/parallel.h"

namespace skillscale::experiments {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t most_rows = 8'000'000;
// In engaged persons for a month; an establishment costs an eighth of one.
constexpr std::int64_t most_work = 1'000'000;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::int64_t bytes_held() {
  const auto heap = mallinfo2();
  return static_cast<std::int64_t>(heap.uordblks + heap.hblkhd);
}

/// The worlds' parameters with pool rows that are few enough.
std::vector<std::shared_ptr<const models::Parameters>> with_few_rows(const WorldSet& worlds) {
  const auto start = start_of(*worlds.parameters.front());
  const auto times = (start.rows + most_rows - 1) / most_rows;
  if (times <= 1) return worlds.parameters;
  std::vector<std::shared_ptr<const models::Parameters>> coarser;
  for (const auto& stated : worlds.parameters) {
    auto changed = *stated;
    changed.pool_multiplicity *= static_cast<double>(times);
    coarser.push_back(std::make_shared<const models::Parameters>(std::move(changed)));
  }
  return coarser;
}

PilotMonth step(Trajectory& trajectory, std::int64_t& bytes) {
  const auto before = bytes_held();
  const auto begin = Clock::now();
  trajectory.step();
  PilotMonth month;
  month.seconds = seconds_since(begin);
  bytes += bytes_held() - before;
  month.bytes = bytes;
  month.engaged = static_cast<std::int64_t>(trajectory.world().persons.size());
  month.agents = agents_of(trajectory.world());
  return month;
}

std::int64_t work_of(const models::World& world) {
  return static_cast<std::int64_t>(world.persons.size() + world.employers.state.size() / 8) + 100;
}

std::int64_t bytes_of(const sim::Archive& archive) {
  return static_cast<std::int64_t>(sim::encode(archive).size());
}

}  // namespace

Pilot run_pilot(const WorldSet& worlds, std::uint64_t seed) {
  const sim::ThreadLimit alone(1);
  const auto parameters = with_few_rows(worlds);
  Pilot pilot;
  pilot.start = start_of(*parameters.front());
  auto held = bytes_held();
  const auto begin = Clock::now();
  const auto setup =
      std::make_shared<const models::ReplicateSetup>(*parameters.front(), seed, 0, 0);
  pilot.setup_seconds = seconds_since(begin);
  pilot.setup_bytes = bytes_held() - held;
  std::vector<std::unique_ptr<Trajectory>> alive;
  std::vector<std::int64_t> bytes;
  for (const auto& of_world : parameters) {
    held = bytes_held();
    alive.push_back(std::make_unique<Trajectory>(of_world, setup));
    bytes.push_back(bytes_held() - held);
  }
  pilot.worlds.resize(alive.size());
  std::int64_t work = 0;
  for (int month = 0; month < parameters.front()->months && work < most_work; ++month) {
    for (std::size_t w = 0; w < alive.size(); ++w) {
      pilot.worlds[w].push_back(step(*alive[w], bytes[w]));
      work += work_of(alive[w]->world());
    }
  }
  for (const auto& trajectory : alive)
    pilot.kept.push_back({bytes_of(trajectory->save()), bytes_of(trajectory->save_finished())});
  return pilot;
}

}  // namespace skillscale::experiments
