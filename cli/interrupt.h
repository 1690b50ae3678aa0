// Ctrl-C and SIGTERM become a wish to stop.
#pragma once

#include <atomic>
#include <csignal>

namespace skillscale::cli {

/// While it lives, the first SIGINT or SIGTERM sets `stop`; a second one ends the program at once.
/// At most one may live at a time.
class Interrupt {
 public:
  explicit Interrupt(std::atomic<bool>& stop);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  struct sigaction former_interrupt_ {};
  struct sigaction former_termination_ {};
  struct sigaction former_hangup_ {};
};

}  // namespace skillscale::cli
