// Numbers of threads that a benchmark is run with: powers of two up to those of the machine.
#pragma once

#include <vector>

#include "sim/parallel.h"

namespace skillscale::bench {

inline std::vector<int> thread_counts() {
  std::vector<int> counts;
  for (int threads = 1; threads <= sim::available_threads(); threads *= 2)
    counts.push_back(threads);
  return counts;
}

}  // namespace skillscale::bench
