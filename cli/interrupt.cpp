#include "cli/interrupt.h"

namespace skillscale::cli {
namespace {

// A signal handler is given no context, so what it sets is found here.
std::atomic<std::atomic<bool>*> flag{nullptr};
std::atomic<std::atomic<int>*> counter{nullptr};
static_assert(std::atomic<std::atomic<bool>*>::is_always_lock_free);
static_assert(std::atomic<bool>::is_always_lock_free);
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void set_flag(int /*signal*/) {
  if (auto* stop = flag.load()) stop->store(true);
}

extern "C" void count_request(int /*signal*/) {
  if (auto* requests = counter.load()) requests->fetch_add(1);
}

}  // namespace

namespace {

/// What whoever started the program wants ignored (nohup, a job in the background) stays ignored.
void listen(int signal, const struct sigaction& action, struct sigaction& former) {
  sigaction(signal, nullptr, &former);
  if (former.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt(std::atomic<bool>& stop, std::atomic<int>& requests) {
  flag = &stop;
  counter = &requests;
  struct sigaction action {};
  action.sa_handler = set_flag;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  listen(SIGINT, action, former_interrupt_);
  listen(SIGTERM, action, former_termination_);
  listen(SIGHUP, action, former_hangup_);
  action.sa_handler = count_request;
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR1, &action, &former_request_);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &former_interrupt_, nullptr);
  sigaction(SIGTERM, &former_termination_, nullptr);
  sigaction(SIGHUP, &former_hangup_, nullptr);
  sigaction(SIGUSR1, &former_request_, nullptr);
  flag = nullptr;
  counter = nullptr;
}

}  // namespace skillscale::cli
