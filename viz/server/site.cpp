#include "viz/server/site.h"

#include <charconv>
#include <chrono>

#include "viz/report/page_template.h"
#include "viz/server/guard.h"
#include "viz/server/headline_json.h"
#include "viz/server/pages.h"

namespace skillscale::server {
namespace {

constexpr std::size_t most_simulations = Room::most_tables + Runs::most_waiting;
constexpr std::size_t most_background = 32, most_changes = 100, most_change_bytes = 500;

Response page_response(std::string_view page) {
  Response response;
  response.type = "text/html; charset=utf-8";
  response.text = std::make_shared<const std::string>(page);
  response.policy = policy_of(page);
  return response;
}

Response file_response(std::filesystem::path file, const std::string& policy) {
  Response response;
  response.type = "text/html; charset=utf-8";
  response.file = std::move(file);
  response.policy = policy;
  return response;
}

/// The worker that reads files; it may start its own WebAssembly and ask nobody for anything.
Response reader_response() {
  Response response;
  response.type = "text/javascript; charset=utf-8";
  response.encoding = "gzip";
  response.text = std::make_shared<const std::string>(file_reader());
  response.policy = "default-src 'none'; script-src 'wasm-unsafe-eval'";
  return response;
}

Response not_found() {
  return problem_response(404, "there is nothing here", "open the address that the server printed");
}

Response failure_response(const Failure& failure) {
  const auto& text = failure.message;
  const auto next = text.rfind("\n  next: ");
  if (next == text.npos) return problem_response(failure.status, text, "");
  return problem_response(failure.status, text, text.substr(next + 9));
}

/// The same as plain text, for who opened a page.
Response failure_page(const Failure& failure) {
  Response response = json_response(failure.status, failure.message);
  response.type = "text/plain; charset=utf-8";
  return response;
}

/// The number between `before` and `after` in a path.
std::optional<int> number_in(std::string_view path, std::string_view before,
                             std::string_view after = "") {
  if (!path.starts_with(before) || !path.ends_with(after)) return std::nullopt;
  if (path.size() <= before.size() + after.size()) return std::nullopt;
  path = path.substr(before.size(), path.size() - before.size() - after.size());
  int number = 0;
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), number);
  const bool is_whole = error == std::errc() && end == path.data() + path.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

int number_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return 0;
  if (!found->is_number_integer()) return -1;
  const auto number = found->get<std::int64_t>();
  return number < 0 || number > 1'000'000 ? -1 : static_cast<int>(number);
}

/// The texts under "set"; nothing if there is anything else.
std::optional<std::vector<std::string>> changes_in(const Json& json) {
  std::vector<std::string> changes;
  const auto found = json.find("set");
  if (found == json.end()) return changes;
  if (!found->is_array() || found->size() > most_changes) return std::nullopt;
  for (const auto& change : *found) {
    if (!change.is_string()) return std::nullopt;
    changes.push_back(change.get<std::string>());
    if (changes.back().size() > most_change_bytes) return std::nullopt;
  }
  return changes;
}

}  // namespace

Site::Site(Settings settings, const std::filesystem::path& scratch, const std::string& address)
    : settings_(std::move(settings)),
      catalogue_(settings_.folder),
      from_here_({1000, 500}),
      from_network_({60, 10}),
      simulator_(most_simulations),
      background_(most_background),
      runs_(settings_, simulator_, scratch),
      result_pages_(scratch),
      home_(page_response(home_page())),
      phone_(page_response(room_page())),
      wall_(page_response(wall_page())),
      result_policy_(policy_of(report::page_template())),
      has_viewer_(!viewer_page().empty()) {
  if (has_viewer_) {
    viewer_ = page_response(viewer_page());
    reader_ = reader_response();
  }
  catalogue_.list();
  if (!settings_.has_room) return;
  room_ = std::make_unique<RoomSite>(settings_, simulator_, address);
  room_->start(room_scenario());
}

Site::~Site() {
  if (room_) room_->stop();
  runs_.stop();
  background_.close();
  simulator_.close();
}

/// The folder's own workshop scenario, else the shipped one.
std::filesystem::path Site::room_scenario() const {
  constexpr const char* name = "workshop.yaml";
  const auto own = catalogue_.folder() / name;
  return std::filesystem::exists(own) ? own : settings_.library / name;
}

bool Site::has_too_many(const Request& request) {
  auto& limit = is_from_here(request) ? from_here_ : from_network_;
  return !limit.allows(request.peer, std::chrono::steady_clock::now());
}

void Site::answer(const Request& request, const Reply& reply) {
  if (has_too_many(request)) {
    reply(problem_response(429, "too many requests from this address", "wait a few seconds"));
  } else if (auto refused = refusal(request)) {
    reply(std::move(*refused));
  } else if (auto answered = room_answer(request)) {
    reply(std::move(*answered));
  } else if (!is_from_here(request)) {
    reply(problem_response(404, "there is nothing here for other machines", "open /room"));
  } else if (request.method == "POST") {
    post(request, reply);
  } else {
    local_answer(request, reply);
  }
}

std::optional<Response> Site::room_answer(const Request& request) {
  if (!room_) return std::nullopt;
  const auto& path = request.path;
  if (request.method == "POST") {
    if (path == "/api/room/join") return room_->join(request);
    if (path == "/api/room/package") return room_->package(request);
    return std::nullopt;
  }
  if (path == "/room") return phone_;
  if (path == "/api/room/levers") return room_->levers();
  if (path == "/api/room/table") return room_->table(request);
  if (path != "/" || is_from_here(request)) return std::nullopt;
  Response response;
  response.status = 302;
  response.location = "/room";
  return response;
}

void Site::local_answer(const Request& request, const Reply& reply) {
  const auto& path = request.path;
  if (path == "/") return reply(home_);
  if (path == "/api/list") return reply(list());
  if (has_viewer_ && path == "/open") return reply(viewer_);
  if (has_viewer_ && path == "/open/reader.js") return reply(reader_);
  if (room_ && path == "/wall") return reply(wall_);
  if (room_ && path == "/api/wall") return reply(room_->wall());
  if (const auto id = number_in(path, "/results/")) return open_result(*id, reply);
  if (path == "/favicon.ico") {
    Response nothing;
    nothing.status = 204;
    return reply(nothing);
  }
  reply(run_answer(path));
}

void Site::post(const Request& request, const Reply& reply) {
  if (request.path == "/api/runs") return start_run(request, reply);
  if (room_ && request.path == "/api/wall/reset") return reset_room(request, reply);
  reply(not_found());
}

Response Site::list() {
  Json json{{"room", room_ != nullptr}, {"opens_files", has_viewer_}};
  json["scenarios"] = json["results"] = Json::array();
  for (const auto& entry : catalogue_.list()) {
    const bool is_scenario = entry.kind == EntryKind::Scenario;
    json[is_scenario ? "scenarios" : "results"].push_back(
        {{"id", entry.id}, {"name", entry.name}, {"title", entry.title}});
  }
  return json_response(200, text_of(json));
}

/// Does some work beside the connections' thread and replies with what it gives.
void Site::later(const Reply& reply, std::function<Response()> work) {
  const bool is_queued = background_.add([reply, work = std::move(work)] {
    Response response;
    const auto failure = attempt([&] { response = work(); });
    reply(failure ? failure_response(*failure) : std::move(response));
  });
  if (!is_queued) reply(problem_response(503, "too much is waiting", "try again in a moment"));
}

void Site::start_run(const Request& request, const Reply& reply) {
  const auto asked = Json::parse(request.body, nullptr, false);
  const auto changes = asked.is_object() ? changes_in(asked) : std::nullopt;
  if (!changes) {
    return reply(
        problem_response(400, "the order of a run cannot be read",
                         R"(send {"scenario": N, "set": ["path=value", ...], "replicates": N})"));
  }
  const auto entry = catalogue_.find(number_of(asked, "scenario"), EntryKind::Scenario);
  if (!entry)
    return reply(problem_response(404, "there is no such scenario", "load the list again"));
  const RunOrder order{entry->path, *changes, number_of(asked, "replicates")};
  later(reply, [this, order]() -> Response {
    const auto started = runs_.start(order);
    if (started.failure) return failure_response(*started.failure);
    const auto events = "/api/runs/" + std::to_string(started.id) + "/events";
    return json_response(202, text_of({{"run", started.id}, {"events", events}}));
  });
}

void Site::open_result(int id, const Reply& reply) {
  const auto entry = catalogue_.find(id, EntryKind::Result);
  if (!entry) return reply(not_found());
  later(reply, [this, entry = *entry] {
    Response response;
    const auto failure =
        attempt([&] { response = file_response(result_pages_.page_of(entry), result_policy_); });
    return failure ? failure_page(*failure) : response;
  });
}

Response Site::run_answer(const std::string& path) const {
  if (const auto id = number_in(path, "/runs/")) {
    const auto page = runs_.page(*id);
    return page.empty() ? not_found() : file_response(page, result_policy_);
  }
  const auto id = number_in(path, "/api/runs/", "/events");
  const auto events = id ? runs_.events(*id) : nullptr;
  if (!events) return not_found();
  Response response;
  // A browser that comes back after the end is told not to come again.
  if (events->is_listened_to()) {
    response.status = 204;
  } else {
    response.events = events;
  }
  return response;
}

void Site::reset_room(const Request& request, const Reply& reply) {
  const auto asked = Json::parse(request.body, nullptr, false);
  if (!asked.is_object())
    return reply(problem_response(400, "the request cannot be read", "send {} or a scenario"));
  auto scenario = room_scenario();
  if (asked.contains("scenario")) {
    const auto entry = catalogue_.find(number_of(asked, "scenario"), EntryKind::Scenario);
    if (!entry)
      return reply(problem_response(404, "there is no such scenario", "load the list again"));
    scenario = entry->path;
  }
  later(reply, [this, scenario] {
    room_->start(scenario);
    return json_response(200, "{}");
  });
}

}  // namespace skillscale::server
