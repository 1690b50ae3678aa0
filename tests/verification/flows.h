// Who is where: flows by stage, and lines before offices, counted from a world's rows.
#pragma once

#include <cstdint>
#include <vector>

#include "models/world.h"

namespace skillscale::verification {

/// The stage ends a path; its stock only grows, and with an open pool persons leave it for the
/// pool.
bool is_final(const models::World& world, models::Stage stage);

/// Holds each stock against last month's stock and the month's flows, by origin, occupation, type
/// and stage.
class FlowCheck {
 public:
  /// Starts from the stocks before the first month.
  explicit FlowCheck(const models::World& start);
  void add_month(const models::World& world);
  std::int64_t checked() const { return checked_; }
  std::int64_t violations() const { return violations_; }

 private:
  std::vector<std::int64_t> stock_;
  std::int64_t checked_ = 0, violations_ = 0;
};

/// Persons who asked each office and have not been served, by office.
std::vector<std::int64_t> persons_in_line(const models::World& world);

/// Months that those persons have waited so far, by office.
std::vector<std::int64_t> months_waited_by_those_in_line(const models::World& world);

/// Persons who hold a place of each office (language courses, compensation measures), by office.
std::vector<std::int64_t> persons_on_places(const models::World& world);

}  // namespace skillscale::verification
