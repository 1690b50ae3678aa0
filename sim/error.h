// The three kinds of failure, sorted by who must act. Only the program's main function catches.
#pragma once

#include <stdexcept>
#include <string>

namespace skillscale::sim {

/// The user's input is wrong; the message says place, value, allowed range and next step. Exit
/// status 2.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The machine cannot do it (disk full, file damaged, no permission). Exit status 3.
class StorageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A defect of skillscale itself. Exit status 70.
class BugError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

#if defined(__cpp_exceptions)
[[noreturn]] inline void fail_input(const std::string& message) { throw InputError(message); }
[[noreturn]] inline void fail_bug(const std::string& message) { throw BugError(message); }
#else
/// Where the target has no exceptions (the page), what the checks should have caught ends the
/// module.
[[noreturn]] inline void fail_input(const std::string&) { __builtin_trap(); }
[[noreturn]] inline void fail_bug(const std::string&) { __builtin_trap(); }
#endif

}  // namespace skillscale::sim
