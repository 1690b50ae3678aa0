// Which requests are answered at all, before anybody looks at what they ask.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "viz/server/message.h"

namespace skillscale::server {

inline constexpr std::size_t most_body_bytes = 32u << 10;
inline constexpr std::size_t most_header_bytes = 8u << 10;

/// The reason to refuse, or nothing:
/// - a Host that is not the address the request came in on: a name that somebody else's server
///   made point here (rebinding);
/// - anything but a page for a browser that says that another page asks;
/// - a change without an Origin of this very server: a form or script of another page;
/// - a change whose body is not JSON: what a plain form of another page could send;
/// - a method that changes nothing and is not GET or HEAD.
std::optional<Response> refusal(const Request& request);

/// Whether the request comes from this very machine, so from whoever started the server.
bool is_from_here(const Request& request);

/// "application/json" of "application/json; charset=utf-8".
std::string media_type(std::string_view content_type);

}  // namespace skillscale::server
