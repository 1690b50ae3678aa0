#include "viz/server/guard.h"

#include <algorithm>
#include <array>

namespace skillscale::server {
namespace {

std::string port_of(std::string_view listen) {
  const auto colon = listen.rfind(':');
  return colon == listen.npos ? "" : std::string(listen.substr(colon));
}

/// A browser leaves port 80 out.
bool is_same_place(std::string_view host, std::string_view place) {
  if (host == place) return true;
  return place.ends_with(":80") && host == place.substr(0, place.size() - 3);
}

bool is_host_ours(const Request& request) {
  if (is_same_place(request.host, request.listen)) return true;
  return request.listen.starts_with("127.0.0.1:") &&
         is_same_place(request.host, "localhost" + port_of(request.listen));
}

Response other_page() {
  return problem_response(403, "the request comes from another page",
                          "open the address that the server printed");
}

}  // namespace

std::string media_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (type.ends_with(' ')) type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  });
  return type;
}

bool is_from_here(const Request& request) { return request.peer == "127.0.0.1"; }

std::optional<Response> refusal(const Request& request) {
  if (request.host.empty())
    return problem_response(400, "the request names no host", "send the header Host");
  if (!is_host_ours(request)) {
    return problem_response(403, "this server does not go by that name",
                            "open the address that the server printed");
  }
  const bool is_from_elsewhere =
      !request.site.empty() && request.site != "same-origin" && request.site != "none";
  if (is_from_elsewhere && request.path.starts_with("/api/")) return other_page();
  if (request.method == "GET" || request.method == "HEAD") return std::nullopt;
  if (request.method != "POST") {
    auto response = problem_response(405, "this method is not served", "use GET or POST");
    response.allow = "GET, HEAD, POST";
    return response;
  }
  if (request.origin != "http://" + request.host) return other_page();
  if (media_type(request.content_type) != "application/json")
    return problem_response(415, "the body is not JSON", "send Content-Type: application/json");
  return std::nullopt;
}

}  // namespace skillscale::server
