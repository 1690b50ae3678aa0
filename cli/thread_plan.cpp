#include "cli/thread_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/machine.h"
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

int useful_threads(int asked, int processors) {
  constexpr int always = 64, for_a_processor = 4;
  return std::min(asked, std::max(always, for_a_processor * processors));
}

ThreadPlan plan_threads(int asked, bool wants_progress) {
  const int wished = asked > 0 ? useful_threads(asked, processors()) : sim::available_threads();
  auto plan = share_threads(wished, wants_progress,
                            sim::startable_threads(wished + (wants_progress ? 1 : 0)));
  if (plan.note.empty() && wished < asked) {
    plan.note = fmt::format("{} of {} threads are taken on {} processors; the result is the same\n",
                            wished, asked, processors());
  }
  return plan;
}

}  // namespace skillscale::cli
