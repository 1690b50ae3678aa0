// What phones and the wall of a room ask for.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

#include "viz/server/message.h"
#include "viz/server/rate_limit.h"
#include "viz/server/room.h"
#include "viz/server/settings.h"
#include "viz/server/table_model.h"
#include "viz/server/task_queue.h"

namespace skillscale::server {

/// All members but `start` from the connections' thread.
class RoomSite {
 public:
  /// @param address  where phones open the room, "http://192.168.1.5:8642"
  RoomSite(const Settings& settings, TaskQueue& simulator, std::string address);

  /// Begins anew with a scenario; any thread. Reads it, which takes some milliseconds.
  ///
  /// @throws InputError  if tables cannot run it; the room is then as it was
  void start(const std::filesystem::path& scenario);

  Response levers() const;
  Response join(const Request& request);
  Response package(const Request& request);
  Response table(const Request& request) const;
  Response wall() const;

  void stop();

  const Room& room() const { return room_; }
  std::string link() const;

 private:
  void simulate(const Room::Work& work, TableModel& model);
  std::shared_ptr<TableModel> model() const;

  const Settings& settings_;
  TaskQueue& simulator_;
  std::string address_;
  std::shared_ptr<const std::string> levers_;
  RateLimit wrong_codes_;
  Room room_;
  mutable std::mutex mutex_;
  std::shared_ptr<TableModel> model_;
  std::atomic<bool> is_stopped_{false};
};

}  // namespace skillscale::server
