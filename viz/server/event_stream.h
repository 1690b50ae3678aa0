// Events on their way from a run to one browser (server-sent events). A browser that reads slowly
// misses older events of a kind, so that what waits stays small.
//
// The writing side may be any thread; the reading side is the connection.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace skillscale::server {

class EventStream {
 public:
  /// Sends an event; one of the same name that still waits is replaced.
  void send(std::string_view name, std::string data);
  /// Nothing more will come. What waits is still sent.
  void finish();

  /// Connection: calls `wake`, from any thread, when there is something to take.
  /// @return false if another connection listens already
  bool listen(std::function<void()> wake);
  /// Connection: the next event as it goes over the wire, if one waits.
  std::optional<std::string> take();
  bool is_finished() const;
  bool is_listened_to() const;
  /// Connection: the browser is gone; calls what `on_abandoned` was given.
  void abandon();

  void on_abandoned(std::function<void()> act);
  /// Asked by the connection now and then: an event's data, or empty if nothing is new.
  void on_pulse(std::string name, std::function<std::string()> ask);
  void pulse();

 private:
  mutable std::mutex mutex_;
  std::vector<std::pair<std::string, std::string>> waiting_;
  std::function<void()> wake_, abandoned_;
  std::string pulse_name_;
  std::function<std::string()> pulse_;
  bool is_finished_ = false, is_listened_to_ = false;
};

}  // namespace skillscale::server
