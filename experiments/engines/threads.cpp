#include "experiments/engines/threads.h"

#include "sim/parallel.h"

namespace skillscale::experiments::sweep {

void ThreadsEngine::carry_out(const Round& round) {
  sim::for_each_task(round.units.size(), [&](std::size_t at) {
    if (!round.stop) round.deliver(round.simulate(round.units[at]));
  });
}

}  // namespace skillscale::experiments::sweep
