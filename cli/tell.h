// Messages for the user on standard error. Where that is closed or full there is nobody to tell,
// and nothing else may fail for it.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <utility>

namespace skillscale::cli {

template <class... Args>
void tell(fmt::format_string<Args...> text, Args&&... args) {
  const std::string message = fmt::format(text, std::forward<Args>(args)...);
  std::fwrite(message.data(), 1, message.size(), stderr);
}

}  // namespace skillscale::cli
