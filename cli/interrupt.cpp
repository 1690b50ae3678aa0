#include "cli/interrupt.h"

#include <ctime>

namespace skillscale::cli {
namespace {

// A signal handler is given no context, so what it sets is found here.
std::atomic<std::atomic<bool>*> flag{nullptr};
std::atomic<std::atomic<int>*> counter{nullptr};
static_assert(std::atomic<std::atomic<bool>*>::is_always_lock_free);
static_assert(std::atomic<bool>::is_always_lock_free);
static_assert(std::atomic<int>::is_always_lock_free);

/// Seconds within which a repeated signal means the same wish: a cluster may signal a job and its
/// steps, and an impatient user presses twice.
constexpr time_t same_wish = 5;
std::atomic<time_t> first_wish{0};
static_assert(std::atomic<time_t>::is_always_lock_free);

extern "C" void set_flag(int signal) {
  auto* stop = flag.load();
  if (stop == nullptr) return;
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (!stop->exchange(true)) {
    first_wish = now.tv_sec;
  } else if (now.tv_sec - first_wish > same_wish) {
    std::signal(signal, SIG_DFL);
    raise(signal);
  }
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
  action.sa_flags = SA_RESTART;
  listen(SIGINT, action, former_interrupt_);
  listen(SIGTERM, action, former_termination_);
  listen(SIGHUP, action, former_hangup_);
  action.sa_handler = count_request;
  sigaction(SIGUSR1, &action, &former_request_);
}

Interrupt::~Interrupt() {
  // The wish is granted; who repeats it while the program ends shall not change its status.
  if (const auto* stop = flag.load(); stop != nullptr && stop->load()) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
    std::signal(SIGUSR1, SIG_IGN);
    flag = nullptr;
    counter = nullptr;
    return;
  }
  sigaction(SIGINT, &former_interrupt_, nullptr);
  sigaction(SIGTERM, &former_termination_, nullptr);
  sigaction(SIGHUP, &former_hangup_, nullptr);
  sigaction(SIGUSR1, &former_request_, nullptr);
  flag = nullptr;
  counter = nullptr;
}

}  // namespace skillscale::cli
