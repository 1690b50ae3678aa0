// Shows on standard error how far a run is.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "experiments/ensemble.h"

namespace skillscale::cli {

/// One line of progress: share done, months of all worlds, speed, time left.
///
/// @param seconds  since the run began
/// @param width    characters of the bar; 0 for none
std::string progress_text(const experiments::Progress& progress, double seconds, int width);

/// Shows progress from a thread of its own while it lives: a bar that moves on a terminal, else a
/// plain line every few seconds. The destructor takes the bar away.
class ProgressLine {
 public:
  explicit ProgressLine(const experiments::Progress& progress);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

 private:
  void show();
  void print_line(double seconds) const;

  const experiments::Progress& progress_;
  const bool is_terminal_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace skillscale::cli
