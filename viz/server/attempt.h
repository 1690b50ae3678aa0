// The place where the server catches: what one request or run does wrong becomes an answer, and the
// server goes on for all others.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace skillscale::server {

struct Failure {
  int status = 500;  ///< of HTTP: 422 for the user's input, 507 for the machine, 500 for a defect
  std::string message;  ///< with the next step
};

/// Calls `work`; nothing if all went well.
std::optional<Failure> attempt(const std::function<void()>& work);

}  // namespace skillscale::server
