#include "viz/server/room_site.h"

#include <chrono>
#include <utility>

#include "models/lever_table.h"
#include "viz/server/attempt.h"
#include "viz/server/qr_code.h"

namespace skillscale::server {
namespace {

/// Shocks happen to a policy; no table chooses them.
bool is_offered(std::size_t lever) { return models::lever_table[lever].field != "shock"; }

std::string levers_text() {
  Json all = Json::array();
  for (std::size_t at = 0; at < models::lever_table.size(); ++at) {
    const auto& row = models::lever_table[at];
    if (!is_offered(at)) continue;
    all.push_back({{"lever", row.name},
                   {"field", row.field},
                   {"meaning", row.meaning},
                   {"strengths", zone_strengths(at)}});
  }
  return text_of(all);
}

/// {"language.places": 2, ...} as a package; nothing if any of it is not a lever and a zone.
std::optional<Package> package_in(const Json& levers) {
  if (!levers.is_object() || levers.size() > models::lever_table.size()) return std::nullopt;
  Package package;
  for (const auto& [name, zone] : levers.items()) {
    const auto lever = lever_named(name);
    if (!lever || !is_offered(*lever) || !zone.is_number_integer()) return std::nullopt;
    const auto number = zone.get<std::int64_t>();
    if (number < 0 || number > zone_count) return std::nullopt;
    if (number > 0) package[*lever] = static_cast<int>(number);
  }
  return package;
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.is_object() ? json.find(key) : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Response no_table() {
  return problem_response(401, "this table is not in the room", "enter the code on the wall again");
}

}  // namespace

RoomSite::RoomSite(const Settings& settings, TaskQueue& simulator, std::string address)
    : settings_(settings),
      simulator_(simulator),
      address_(std::move(address)),
      levers_(std::make_shared<const std::string>(levers_text())),
      wrong_codes_({10, 0.1}) {}

void RoomSite::start(const std::filesystem::path& scenario) {
  auto model = std::make_shared<TableModel>(settings_, scenario);
  const std::lock_guard lock(mutex_);
  if (model_) model_->stop();
  model_ = std::move(model);
  room_.reset();
}

void RoomSite::stop() {
  is_stopped_ = true;
  model()->stop();
}

std::shared_ptr<TableModel> RoomSite::model() const {
  const std::lock_guard lock(mutex_);
  return model_;
}

std::string RoomSite::link() const { return address_ + "/room#" + room_.code(); }

Response RoomSite::levers() const {
  Response response;
  response.text = levers_;
  return response;
}

Response RoomSite::join(const Request& request) {
  const auto asked = Json::parse(request.body, nullptr, false);
  const auto name = text_in(asked, "table");
  if (const auto problem = name_problem(name); !problem.empty())
    return problem_response(422, problem, "enter another name");
  if (!wrong_codes_.allows(request.peer, std::chrono::steady_clock::now()))
    return problem_response(429, "too many tries from this phone", "wait a minute");
  const auto joined = room_.join(text_in(asked, "code"), name);
  switch (joined.outcome) {
    case Room::Join::WrongCode:
      return problem_response(403, "this is not the code on the wall", "enter the code again");
    case Room::Join::NameTaken:
      return problem_response(409, "another table has this name", "enter another name");
    case Room::Join::Full:
      return problem_response(503, "the room is full", "join another table");
    case Room::Join::Done:
      break;
  }
  return json_response(200, text_of({{"token", joined.token}}));
}

Response RoomSite::package(const Request& request) {
  const auto asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object() || !asked.contains("levers"))
    return problem_response(400, "the package cannot be read", "load the page again");
  auto package = package_in(asked["levers"]);
  if (!package) {
    return problem_response(422, "the package names what is no lever or no strength",
                            "load the page again");
  }
  const auto work = room_.submit(request.table, std::move(*package));
  if (!work) return no_table();
  const auto now = model();
  if (!simulator_.add([this, work = *work, now] { simulate(work, *now); })) {
    room_.fail(*work, "too much is waiting");
    return problem_response(503, "too much is waiting", "try again in a moment");
  }
  return json_response(202, "{}");
}

void RoomSite::simulate(const Room::Work& work, TableModel& model) {
  const auto is_wanted = [&] { return !is_stopped_ && room_.is_wanted(work); };
  if (!is_wanted()) return;
  const auto failure = attempt([&] {
    model.run(work.package, is_wanted, [&](const Picture& picture) { room_.show(work, picture); });
  });
  if (failure) room_.fail(work, failure->message);
}

Response RoomSite::table(const Request& request) const {
  const auto json = room_.table_json(request.table);
  return json ? json_response(200, text_of(*json)) : no_table();
}

Response RoomSite::wall() const {
  const auto now = model();
  auto json = room_.wall_json(now->reference());
  json["scenario"] = now->title();
  json["reference"] = now->reference();
  json["replicates"] = now->replicates();
  json["address"] = address_ + "/room";
  json["qr"] = qr_code(link());
  return json_response(200, text_of(json));
}

}  // namespace skillscale::server
