// How many threads a run takes, on machines that may allow fewer than wished.
#pragma once

#include <string>

namespace skillscale::cli {

/// The most that --threads takes.
inline constexpr double most_threads = 4096;

struct ThreadPlan {
  int threads = 1;            ///< that compute
  bool has_progress = false;  ///< one more shows progress
  std::string note;           ///< a line for the user if these are fewer than wished
};

/// Threads worth making of those asked for: far more than there are processors only stand in each
/// other's way.
int useful_threads(int asked, int processors);

/// @param asked           of --threads; 0 takes all cores
/// @param wants_progress  the run shows progress
ThreadPlan plan_threads(int asked, bool wants_progress);

/// The same for a machine that allows `startable` threads in all.
ThreadPlan share_threads(int wished, bool wants_progress, int startable);

}  // namespace skillscale::cli
