#include "cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <new>

#include "cli/number_words.h"
#include "cli/tell.h"

namespace skillscale::cli {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int bar_width = 20;

std::string bar(double share, int width) {
  if (width <= 0) return "";
  const auto filled = static_cast<std::size_t>(share * width);
  return "[" + std::string(filled, '=') +
         std::string(static_cast<std::size_t>(width) - filled, ' ') + "] ";
}

}  // namespace

std::string progress_text(const experiments::Progress& progress, double seconds, int width) {
  const auto done = static_cast<double>(progress.months_done.load());
  const auto total = static_cast<double>(progress.months_total.load());
  if (progress.stop) return "finishing the month, then stopping";
  if (total <= 0) return "setting up";
  if (done >= total) return "writing the result";
  const double share = done / total;
  auto text = fmt::format("{}{:3.0f} %  {} of {} months of all worlds", bar(share, width),
                          100 * share, grouped(done, 0), grouped(total, 0));
  if (seconds <= 0 || done <= 0) return text;
  const auto months = static_cast<double>(progress.agent_months.load());
  return text + speed_words(months, seconds, "  ") +
         fmt::format("  {} left", duration(seconds * (1 - share) / share));
}

ProgressLine::ProgressLine(const experiments::Progress& progress)
    : progress_(progress), is_terminal_(isatty(STDERR_FILENO) == 1), thread_([this] { show(); }) {}

ProgressLine::~ProgressLine() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

void ProgressLine::show() {
  const auto begin = Clock::now();
  const auto pause = is_terminal_ ? std::chrono::milliseconds(150) : std::chrono::seconds(5);
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, pause, [this] { return is_over_; })) {
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    print_line(seconds);
  }
  if (is_terminal_) tell("\r\033[K");
}

// An exception that leaves a thread ends the program; a line that finds no memory is left out.
void ProgressLine::print_line(double seconds) const {
  try {
    const auto text = progress_text(progress_, seconds, is_terminal_ ? bar_width : 0);
    tell(fmt::runtime(is_terminal_ ? "\r\033[K{}" : "{}\n"), text);
    std::fflush(stderr);
  } catch (const std::bad_alloc&) {
    return;
  }
}

}  // namespace skillscale::cli
