// A request and its answer, without the library that carries them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "viz/server/event_stream.h"

namespace skillscale::server {

/// What a browser asks. Everything in it is untrusted, except the two addresses.
struct Request {
  std::string method;  ///< "GET", "POST"
  std::string path;    ///< "/api/runs", without what follows "?"
  std::string host, origin, content_type;
  std::string site;   ///< the header Sec-Fetch-Site: what page asks, where the browser tells
  std::string table;  ///< the header X-Table: which table of the room asks
  std::string body;
  std::string peer;    ///< address of the other side, "192.168.1.20"
  std::string listen;  ///< address and port of this side, as a browser writes them
};

/// One of `text`, `file` and `events`, or nothing.
struct Response {
  int status = 200;
  std::string type = "application/json";
  std::shared_ptr<const std::string> text;  ///< shared by all who are sent it
  std::filesystem::path file;               ///< one that the server itself wrote
  std::shared_ptr<EventStream> events;
  std::string encoding;                       ///< "gzip" where `text` is packed
  std::string policy = "default-src 'none'";  ///< Content-Security-Policy
  std::string location;                       ///< of a redirection
  std::string allow;                          ///< methods that the path takes, where another came
};

/// Takes the answer; from any thread, once.
using Reply = std::function<void(Response)>;

Response json_response(int status, std::string text);

/// An answer that says what is wrong and what to do: {"problem": ..., "next": ...}.
Response problem_response(int status, std::string_view problem, std::string_view next);

}  // namespace skillscale::server
