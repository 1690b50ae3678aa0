// Double-entry books over a world, kept from the outside: what must hold at every month's end in
// every scenario. Each kind of breach is counted under a name, so that a test can show them all.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>

#include "models/world.h"

namespace skillscale::verification {

class Books {
 public:
  using Breaches = std::map<std::string, std::int64_t>;

  explicit Books(const models::World& start);
  /// Looks at the world after a step.
  void add_month(const models::World& world);
  /// Breaches found so far by name; a name stands here from the first month, with 0.
  const Breaches& breaches() const { return breaches_; }
  std::int64_t persons_seen() const { return persons_seen_; }
  std::int64_t transitions_seen() const { return transitions_seen_; }

 private:
  struct Seen {
    std::uint8_t stage, flags;
    models::Month since;
  };

  void expect(bool holds, const std::string& name) { breaches_[name] += holds ? 0 : 1; }
  void conserve_persons(const models::World& world);
  void bound_offices(const models::World& world);
  void bound_seats(const models::World& world);
  void bound_posts(const models::World& world);
  void bound_origins(const models::World& world);
  void match_partnerships(const models::World& world);
  void balance_ledger(const models::World& world);
  void follow_persons(const models::World& world);
  void follow(const models::World& world, models::Row row, const Seen& before);

  Breaches breaches_;
  std::int64_t persons_ = 0, persons_seen_ = 0, transitions_seen_ = 0;
  std::unordered_map<std::uint64_t, Seen> seen_;
};

/// Persons in the pools, engaged, and gone for good.
std::int64_t all_persons(const models::World& world);

}  // namespace skillscale::verification
