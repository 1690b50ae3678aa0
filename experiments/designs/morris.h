// Elementary effects: paths through a coarse grid that move one factor at a time.
#pragma once

#include <cstddef>
#include <cstdint>

#include "experiments/designs/design.h"

namespace skillscale::experiments {

struct MorrisOptions {
  std::size_t levels = 4;      ///< of the grid; even
  std::size_t candidates = 0;  ///< random paths from which those far apart are chosen; 0: none more
};

/// Paths of (dimensions + 1) points (Morris 1991). A step moves one factor by levels / (2 levels -
/// 2), up or down; every factor moves once, in random order. Without candidates a longer design
/// begins with the shorter one; so it does with an equal number of them, where paths are chosen one
/// by one, always that farthest from those chosen before (after Campolongo and others 2007).
///
/// @throws sim::InputError  if levels are odd or below 2, or there are fewer candidates than paths
Design morris(std::size_t paths, std::size_t dimensions, std::uint64_t seed,
              const MorrisOptions& options = {});

}  // namespace skillscale::experiments
