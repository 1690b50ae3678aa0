// The first months of a run, simulated to learn what the months cost and by how much worlds grow.
//
// A pilot takes about a second on one thread, whatever the size of the run: it ends after a fixed
// amount of work, and where a scenario has very many pool rows it takes larger ones
// (`pool.multiplicity`), which changes neither the engaged persons nor what a month of theirs
// costs. So all it counts is equal each time; only seconds differ.
#pragma once

#include <cstdint>
#include <vector>

#include "experiments/footprint.h"

namespace skillscale::experiments {

/// One month of one world.
struct PilotMonth {
  double seconds = 0;
  std::int64_t agents = 0;   ///< as Progress::agent_months counts them
  std::int64_t engaged = 0;  ///< persons past the pools
  std::int64_t bytes = 0;    ///< that the world holds at the month's end
};

/// What a checkpoint keeps of a world, in bytes.
struct KeptBytes {
  std::int64_t state = 0;   ///< while it goes on, at the pilot's end
  std::int64_t record = 0;  ///< when it is over, for the months of the pilot
};

struct Pilot {
  Start start;               ///< with which the pilot began
  double setup_seconds = 0;  ///< for these rows
  std::int64_t setup_bytes = 0;
  std::vector<std::vector<PilotMonth>> worlds;  ///< [world][month], all equally long
  std::vector<KeptBytes> kept;                  ///< by world
  int months() const { return worlds.empty() ? 0 : static_cast<int>(worlds.front().size()); }
};

/// Simulates replicate 0 of all worlds. Uses the calling thread alone, and no other thread may
/// allocate memory meanwhile. Bytes are 0 where the C library does not count them (sanitizers).
Pilot run_pilot(const WorldSet& worlds, std::uint64_t seed);

/// From a pilot to the whole run.
struct Forecast {
  std::int64_t memory_at_most = 0;      ///< bytes, beside what the program holds already
  std::int64_t checkpoint_at_most = 0;  ///< bytes of the run's checkpoint; 0 if it keeps none
  double agent_months = 0;
  double seconds_low = 0, seconds_high = 0;
};

/// Worlds go on growing as in the second half of the pilot's months. Seconds lie between months
/// that stay as they were and months that cost more in proportion to the engaged persons, on a
/// machine that others may use too.
///
/// @param cores  of the machine; more threads than that make nothing faster
Forecast forecast(const Footprint& footprint, const Pilot& pilot, int threads, int cores);

/// Disk beside the result at its end. While a checkpoint is replaced the old one, the new one and
/// the states it is made of stand there together.
std::int64_t disk_at_most(const Footprint& footprint, const Forecast& forecast);

}  // namespace skillscale::experiments
