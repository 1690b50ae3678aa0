#include "cli/thread_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/parallel.h"

namespace skillscale::cli {

ThreadPlan share_threads(int wished, bool wants_progress, int startable) {
  const int for_progress = wants_progress ? 1 : 0;
  if (startable >= wished + for_progress) return {wished, wants_progress, ""};
  // With two threads computing is worth more than seeing how far it is.
  constexpr int fewest_with_progress = 3;
  const bool has_progress = wants_progress && startable >= fewest_with_progress;
  const int threads = std::clamp(startable - (has_progress ? 1 : 0), 1, wished);
  if (threads == wished) return {threads, has_progress, ""};
  return {threads, has_progress,
          fmt::format("the machine allows only {} of {} threads; the result is the same\n"
                      "  next: raise the limit of processes (ulimit -u) or memory (ulimit -v), or "
                      "give --threads {}\n",
                      threads, wished, threads)};
}

ThreadPlan plan_threads(int asked, bool wants_progress) {
  const int wished = asked > 0 ? asked : sim::available_threads();
  return share_threads(wished, wants_progress,
                       sim::startable_threads(wished + (wants_progress ? 1 : 0)));
}

}  // namespace skillscale::cli
