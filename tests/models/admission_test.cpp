// Seats: who gets them, and what safeguards leave of them.
#include "models/admission.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/pool.h"
#include "models/purposes.h"
#include "models/safeguards.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

/// A partnership with ten seats a month for nurses, and applicants put in from outside.
Given ten_seats(double applicants) {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1"});
  given.set("partnerships.P1.seats_per_month", 10).set("migration.readmission", 1);
  given.list("partnership_types.recruit_and_bridge.route", {1});
  given.set("stages.applicant.initial", applicants);
  return given;
}

World with_applicants(const Given& given) {
  World w = given.world();
  for (Row row = 0; row < w.persons.size(); ++row) w.persons.partnership[row] = 0;
  return w;
}

bool is_poor(const World& w, Row row) {
  return w.draws.uniform({sim::Key{w.persons.key[row]}, 0, purpose::savings}) < 0.5;
}

struct Admitted {
  int poor = 0, rich = 0;
};
Admitted admitted(const World& w) {
  Admitted count;
  for (Row row = 0; row < w.persons.size(); ++row) {
    if (w.persons.stage_of(row) != Stage::Language) continue;
    ++(is_poor(w, row) ? count.poor : count.rich);
  }
  return count;
}

TEST(EquityQuota, ReservesItsShareAndLeavesTheRestToAll) {
  for (const double share : {0.0, 0.5, 1.0}) {
    Given given = ten_seats(400);
    given.set("partnership_types.recruit_and_bridge.equity_share", share);
    World w = with_applicants(given);
    w.step();
    const auto count = admitted(w);
    EXPECT_EQ(count.poor + count.rich, 10);
    EXPECT_GE(count.poor, std::lround(share * 10));
    if (share == 0) {
      EXPECT_GT(count.rich, 0);
    }
    if (share == 1) {
      EXPECT_EQ(count.rich, 0);
    }
  }
}

TEST(EquityQuota, LeavesNoSeatEmptyWhenFewArePoor) {
  Given given = ten_seats(400);
  given.set("partnership_types.recruit_and_bridge.equity_share", 1);
  World w = with_applicants(given);
  int kept = 0;
  for (Row row = 0; row < w.persons.size(); ++row) {
    if (is_poor(w, row) && ++kept > 3)
      w.persons.stage[row] = static_cast<std::uint8_t>(Stage::Left);
  }
  w.step();
  EXPECT_EQ(admitted(w).poor, 3);
  EXPECT_EQ(admitted(w).rich, 7);
}

TEST(FirstCome, TakesTheEarliestMonthFirst) {
  Given given = ten_seats(100);
  given.set("partnership_types.recruit_and_bridge.first_come", 1);
  World w = with_applicants(given);
  for (Row row = 0; row < 100; ++row) w.persons.applied[row] = row < 10 ? -5 : -1;
  w.step();
  for (Row row = 0; row < 100; ++row)
    EXPECT_EQ(w.persons.stage_of(row) == Stage::Language, row < 10) << row;
}

TEST(PartnerExit, ClosesPartnershipsOnly) {
  Given given = ten_seats(100);
  given.set("origins.PHL.takes_part", 0);
  World w = with_applicants(given);
  w.step();
  EXPECT_EQ(admitted(w).poor + admitted(w).rich, 0);
  EXPECT_EQ(share_allowed(w, 0, PartnershipType::DualTrack), 0);
  EXPECT_EQ(share_allowed(w, 0, PartnershipType::PrivateAgency), 1);
}

Given listed_origin() {
  Given given;
  given.set("origins.PHL.nursing.stock", 1000).set("occupations.nursing.health", 1);
  given.set("origins.PHL.health_density", 50).set("origins.PHL.coverage_index", 50);
  given.set("safeguards.who_list", 0.8);
  return given;
}

TEST(SafeguardsList, NeedsBothThresholdsAndAHealthOccupation) {
  constexpr auto type = PartnershipType::RecruitAndBridge;
  World w = listed_origin().world();
  EXPECT_EQ(share_allowed(w, 0, type), 1) << "the density is just above the threshold";
  auto& pool = pool_of(w, 0, PoolGroup::Qualified);
  pool.present = 970;
  EXPECT_NEAR(health_density(w, 0), 48.5, 1e-12);
  EXPECT_NEAR(share_allowed(w, 0, type), 0.2, 1e-12);
  EXPECT_NEAR(share_allowed(w, 0, PartnershipType::PrivateAgency), 0.2, 1e-12);
  EXPECT_EQ(share_allowed(w, 0, PartnershipType::TrainAtOrigin), 1) << "it trains new people";
  w.now.origins[0].coverage_index = 56;
  EXPECT_EQ(share_allowed(w, 0, type), 1);
  w.now.origins[0].coverage_index = 50;
  w.now.occupations[0].health = 0;
  EXPECT_EQ(share_allowed(w, 0, type), 1);
}

TEST(RecruitmentCap, ScalesSeatsToTheShareOfTheStock) {
  Given given = ten_seats(0);
  given.set("origins.PHL.nursing.stock", 1000).set("safeguards.cap_share", 0.004);
  World w = given.world();
  EXPECT_EQ(share_allowed(w, 0, PartnershipType::RecruitAndBridge), 1);
  w.now.safeguards.cap = 1;
  EXPECT_NEAR(share_allowed(w, 0, PartnershipType::RecruitAndBridge), 0.4, 1e-12);
  w.now.safeguards.cap = 0.5;
  EXPECT_NEAR(share_allowed(w, 0, PartnershipType::RecruitAndBridge), 0.7, 1e-12);
  w.now.safeguards.cap_share = 0.02;
  EXPECT_EQ(share_allowed(w, 0, PartnershipType::RecruitAndBridge), 1);
}

TEST(Fraud, StrikesItsShareOfTheClientsOfAgencies) {
  constexpr double clients = 5000;
  for (const auto type : {PartnershipType::PrivateAgency, PartnershipType::Alone}) {
    Given given;
    given.list("partnership_types.private_agency.route", {1});
    given.list("partnership_types.alone.route", {1});
    given.set("safeguards.fraud", 0.2).set("stages.applicant.initial", clients);
    given.set("entries.type", static_cast<double>(type));
    World w = given.world();
    w.step();
    EXPECT_EQ(total(w, Tally::Enrolments), clients);
    const double share = static_cast<double>(total(w, Tally::Defrauded)) / clients;
    if (type == PartnershipType::PrivateAgency) {
      EXPECT_NEAR(share, 0.2, 4 * std::sqrt(0.2 * 0.8 / clients));
    } else {
      EXPECT_EQ(share, 0);
    }
  }
}

}  // namespace
}  // namespace skillscale::models
