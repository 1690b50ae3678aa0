// The local server: listens, and serves scenarios, runs and the room until it is told to stop.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "viz/server/settings.h"

namespace skillscale::server {

/// Where a server that has just begun can be reached.
struct Standing {
  std::string address;              ///< "http://127.0.0.1:8642", for this machine
  std::string room;                 ///< with the code, for phones; empty without a room
  std::string code;                 ///< of the room
  std::vector<std::string> others;  ///< further addresses of this machine
};

/// Serves until `stop` is set, which it looks at ten times a second. Connections are served by the
/// calling thread, runs by one more and its loops.
///
/// @param begun  called once, when requests are answered
/// @throws InputError    if the folder or the room's scenario cannot be used
/// @throws StorageError  if the port is taken or nothing can be written
void serve(const Settings& settings, const std::atomic<bool>& stop,
           const std::function<void(const Standing&)>& begun);

}  // namespace skillscale::server
