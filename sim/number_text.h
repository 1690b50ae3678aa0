// Numbers as texts, the shortest that reads back to the same number. Works where there is no
// locale.
#pragma once

#include <charconv>
#include <string>

namespace skillscale::sim {

inline std::string number_text(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, end.ptr};
}

}  // namespace skillscale::sim
