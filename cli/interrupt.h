// Ctrl-C and SIGTERM become a wish to stop, SIGUSR1 one for a checkpoint.
#pragma once

#include <atomic>
#include <csignal>

namespace skillscale::cli {

/// While it lives, the first SIGINT, SIGTERM or SIGHUP sets `stop`; one that comes more than five
/// seconds later ends the program at once. Each SIGUSR1 adds one to `requests`. At most one may
/// live at a time.
class Interrupt {
 public:
  Interrupt(std::atomic<bool>& stop, std::atomic<int>& requests);
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

 private:
  struct sigaction former_interrupt_ {};
  struct sigaction former_termination_ {};
  struct sigaction former_hangup_ {};
  struct sigaction former_request_ {};
};

}  // namespace skillscale::cli
