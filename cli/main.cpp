// The program. The only place that catches: what went wrong becomes a message and an exit status.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <new>
#include <string_view>
#include <system_error>

#include "cli/command_line.h"
#include "cli/exit_status.h"
#include "cli/tell.h"
#include "sim/error.h"

namespace skillscale::cli {
namespace {

int fail(ExitStatus status, std::string_view message) {
  std::fflush(stdout);
  tell("{}{}", message, message.ends_with('\n') ? "" : "\n");
  return status;
}

/// A full disk behind `>` is noticed here at the latest.
int flushed(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  return fail(NoStorage, "standard output cannot be written\n  next: check the disk behind it");
}

int print_help(const std::string& text) {
  fmt::print("{}", text);
  return flushed(Done);
}

constexpr std::string_view no_memory =
    "there is not enough memory\n"
    "  next: raise pool.multiplicity, give fewer --threads, or raise the limit (ulimit -v)";
constexpr std::string_view no_threads =
    "the machine allows no more threads\n"
    "  next: raise the limit of processes (ulimit -u), or run with --threads 1 --quiet";

int fail_system(const std::system_error& error) {
  if (error.code() == std::errc::resource_unavailable_try_again) return fail(NoStorage, no_threads);
  return fail(NoStorage,
              fmt::format("{}\n  next: check the disk, path or limit it names", error.what()));
}

int fail_unexpected(const std::exception& error) {
  // The library behind sim/parallel.h has no type of its own for this.
  if (std::string_view(error.what()).starts_with("pthread_create"))
    return fail(NoStorage, no_threads);
  return fail(Bug, fmt::format("skillscale has a defect: {}\n  next: please report this, with the "
                               "command and what `skillscale version` prints",
                               error.what()));
}

int run(int count, const char* const* words) {
  // A file over the limit of `ulimit -f` shall be a failed write like any other, not a sudden end.
  std::signal(SIGXFSZ, SIG_IGN);
  // Who asks for a checkpoint before there is anything to keep shall not end the program.
  std::signal(SIGUSR1, SIG_IGN);
  CommandLine line;
  try {
    return flushed(line.read(count, words)());
  } catch (const CLI::CallForHelp&) {
    return print_help(line.help());
  } catch (const CLI::ParseError& error) {
    return fail(WrongInput, line.explain(error));
  } catch (const sim::InputError& error) {
    return fail(WrongInput, error.what());
  } catch (const sim::StorageError& error) {
    return fail(NoStorage, error.what());
  } catch (const std::system_error& error) {
    return fail_system(error);
  } catch (const std::bad_alloc&) {
    return fail(NoStorage, no_memory);
  } catch (const std::exception& error) {
    return fail_unexpected(error);
  }
}

}  // namespace
}  // namespace skillscale::cli

int main(int count, char** words) { return skillscale::cli::run(count, words); }
