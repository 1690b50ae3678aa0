// The engine of one machine: units side by side on the threads of sim/parallel.h.
#pragma once

#include "experiments/sweep/engine.h"

namespace skillscale::experiments::sweep {

/// As many threads as a sim::ThreadLimit of the caller allows. A unit keeps one thread; where
/// there are fewer units than threads, the worlds of a run share them.
class ThreadsEngine : public Engine {
 public:
  void carry_out(const Round& round) override;
};

}  // namespace skillscale::experiments::sweep
