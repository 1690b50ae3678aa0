// Texts between the ranks of a job. The one implementation stands in experiments/mpi, a module that
// is loaded on demand: this program runs where no MPI is.
#pragma once

#include <optional>
#include <string>

namespace skillscale::experiments::sweep {

struct Message {
  int from = 0;
  std::string text;
};

/// One thread only, the one that opened it.
class Messages {
 public:
  Messages() = default;
  virtual ~Messages() = default;
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  virtual int rank() const = 0;
  virtual int size() const = 0;
  /// Returns at once. Texts of one rank to another arrive in order.
  virtual void send(int to, std::string text) = 0;
  /// What has arrived, if anything has; never waits.
  virtual std::optional<Message> next() = 0;
};

/// The module exports two functions of C linkage under these names: the version of the program that
/// it was built with, and the messages of this process, to be deleted by the caller.
inline constexpr const char* messages_version_symbol = "skillscale_messages_version";
inline constexpr const char* open_messages_symbol = "skillscale_open_messages";
using MessagesVersion = const char*();
using OpenMessages = Messages*();

}  // namespace skillscale::experiments::sweep
