#include "cli/interrupt.h"

namespace skillscale::cli {
namespace {

// A signal handler is given no context, so the flag it sets is found here.
std::atomic<std::atomic<bool>*> flag{nullptr};
static_assert(std::atomic<std::atomic<bool>*>::is_always_lock_free);
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void set_flag(int /*signal*/) {
  if (auto* stop = flag.load()) stop->store(true);
}

}  // namespace

Interrupt::Interrupt(std::atomic<bool>& stop) {
  flag = &stop;
  struct sigaction action {};
  action.sa_handler = set_flag;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &former_interrupt_);
  sigaction(SIGTERM, &action, &former_termination_);
  sigaction(SIGHUP, &action, &former_hangup_);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &former_interrupt_, nullptr);
  sigaction(SIGTERM, &former_termination_, nullptr);
  sigaction(SIGHUP, &former_hangup_, nullptr);
  flag = nullptr;
}

}  // namespace skillscale::cli
