#include "viz/server/message.h"

#include <nlohmann/json.hpp>

namespace skillscale::server {

Response json_response(int status, std::string text) {
  Response response;
  response.status = status;
  response.text = std::make_shared<const std::string>(std::move(text));
  return response;
}

Response problem_response(int status, std::string_view problem, std::string_view next) {
  const nlohmann::ordered_json said{{"problem", problem}, {"next", next}};
  return json_response(status, said.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace skillscale::server
