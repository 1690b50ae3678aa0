// Which path answers what, and who may ask.
//
//   from this machine   /  /results/N  /runs/N  /api/list  /api/runs  /api/runs/N/events
//                       with a room also  /wall  /api/wall  /api/wall/reset
//   from the network    with a room  /room  /api/room/levers  .../join  .../package  .../table
#pragma once

#include <memory>
#include <string>

#include "viz/server/catalogue.h"
#include "viz/server/message.h"
#include "viz/server/result_pages.h"
#include "viz/server/room_site.h"
#include "viz/server/runs.h"
#include "viz/server/settings.h"

namespace skillscale::server {

class Site {
 public:
  /// @param scratch  empty folder for results and pages
  /// @param address  where other machines reach this one; for a room
  /// @throws InputError  if the folder, or the scenario of the room, cannot be used
  Site(Settings settings, const std::filesystem::path& scratch, const std::string& address);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// From one thread; the reply may come from another, or before this returns.
  void answer(const Request& request, const Reply& reply);

  /// The room, if there is one.
  const RoomSite* room() const { return room_.get(); }

 private:
  bool has_too_many(const Request& request);
  std::optional<Response> room_answer(const Request& request);
  void local_answer(const Request& request, const Reply& reply);
  void post(const Request& request, const Reply& reply);
  Response list();
  void start_run(const Request& request, const Reply& reply);
  void open_result(int id, const Reply& reply);
  Response run_answer(const std::string& path) const;
  void reset_room(const Request& request, const Reply& reply);
  void later(const Reply& reply, std::function<Response()> work);
  std::filesystem::path room_scenario() const;

  Settings settings_;
  Catalogue catalogue_;
  RateLimit from_here_, from_network_;
  TaskQueue simulator_, background_;
  Runs runs_;
  ResultPages result_pages_;
  std::unique_ptr<RoomSite> room_;
  Response home_, phone_, wall_;
  std::string result_policy_;
  bool has_viewer_;  ///< whether this build can open files of the browser's machine
  Response viewer_, reader_;
};

}  // namespace skillscale::server
