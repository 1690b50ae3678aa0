// The three kinds of failure, sorted by who must act. Only the program's main function catches.
#pragma once

#include <stdexcept>
#include <string>

namespace skillscale::sim {

/// The user's input is wrong; the message says place, value, allowed range and next step. Exit status 2.
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

}  // namespace skillscale::sim
