#include "models/partnership.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

TEST(LearningFactor, FollowsWrightsLaw) {
  // Progress ratio 0.85: values of an independent evaluation.
  EXPECT_NEAR(learning_factor(1, 0.85, 0), 1, 1e-12);
  EXPECT_NEAR(learning_factor(2, 0.85, 0), 0.85, 1e-12);
  EXPECT_NEAR(learning_factor(10, 0.85, 0), 0.582820, 5e-7);
  EXPECT_NEAR(learning_factor(100, 0.85, 0), 0.339680, 5e-7);
  EXPECT_NEAR(learning_factor(1000, 0.85, 0), 0.197972, 5e-7);
  double first_hundred = 0;
  for (int unit = 1; unit <= 100; ++unit) first_hundred += learning_factor(unit, 0.85, 0);
  EXPECT_NEAR(first_hundred, 43.753867, 5e-7);
}

TEST(LearningFactor, StaysBetweenTheFloorAndOne) {
  EXPECT_EQ(learning_factor(1e6, 0.85, 0.55), 0.55);
  EXPECT_EQ(learning_factor(0.01, 0.85, 0.55), 1);
  EXPECT_EQ(learning_factor(1e6, 1, 0.55), 1);
}

TEST(EffectiveExperience, LiesBetweenTheOwnAndTheBest) {
  for (const double own : {1.0, 7.0, 400.0}) {
    for (const double best : {1.0, 50.0, 1000.0}) {
      for (const double spillover : {0.0, 0.2, 1.0}) {
        for (const double intensity : {0.0, 0.5, 1.0}) {
          const double value = effective_experience(own, best, spillover, intensity);
          EXPECT_GE(value, own);
          EXPECT_LE(value, std::max(own, best));
          if (best > own) {
            EXPECT_DOUBLE_EQ((value - own) / (best - own), spillover * intensity);
          }
        }
      }
    }
  }
}

Given two_partnerships() {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1", "P2"});
  given.set("partnerships.P2.experience", 65);
  return given;
}

/// P1 and P2 train at one centre, P3 at another; P1 places five a month for a year.
World after_a_year_of_placements() {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1", "P2", "P3"});
  given.names(Axis::Centre, {"school", "other"});
  for (const std::string name : {"P1", "P2", "P3"})
    given.set("partnerships." + name + ".centre", name == "P3" ? 1 : 0);
  given.set("partnership.partner_spillover", 0.1).set("partnership.knowledge_retention", 1);
  World world = given.world();
  for (int month = 0; month < 12; ++month) {
    world.partnerships[0].placed += 5;
    world.partnerships[0].placed_this_month += 5;
    world.step();
  }
  return world;
}

TEST(Lessons, AreThePartOfPlacementsThatPartnersAtTheCentreTakeOver) {
  const World world = after_a_year_of_placements();
  EXPECT_DOUBLE_EQ(world.partnerships[1].experience, 1 + 12 * 0.1 * 5);
  EXPECT_DOUBLE_EQ(world.partnerships[2].experience, 1);
  const auto all = lessons(world);
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all[0].from, 0);
  EXPECT_EQ(all[0].to, 1);
  EXPECT_NEAR(12 * all[0].placements_per_month, world.partnerships[1].experience - 1, 1e-12);
}

TEST(Lessons, EndWithThePartnershipAndWithoutSpillover) {
  World world = after_a_year_of_placements();
  world.partnerships[1].state = PartnershipState::Ended;
  EXPECT_TRUE(lessons(world).empty());
  world.partnerships[1].state = PartnershipState::Active;
  world.now.partnership.partner_spillover = 0;
  EXPECT_TRUE(lessons(world).empty());
}

TEST(CostFactor, ThePlatformBringsThePoorerTowardsTheBest) {
  Given given = two_partnerships();
  given.on({"platform"}).set("platform.intensity", 0.5).set("partnership.cost_floor", 0);
  given.set("partnership.platform_spillover", 0.5);
  given.set("partnership.knowledge_retention", 1);
  World with = given.world();
  with.step();
  EXPECT_NEAR(cost_factor(with, with.partnerships[0], best_experience(with)),
              learning_factor(1 + 0.25 * 64, 0.9, 0), 1e-12);
  World without = given.set("platform.intensity", 0).world();
  without.step();
  EXPECT_NEAR(cost_factor(without, without.partnerships[0], best_experience(without)), 1, 1e-12);
}

TEST(Experience, DecaysTowardsUnitInflowOverForgetting) {
  Given given = two_partnerships();
  given.set("partnership.knowledge_retention", 0.9);
  World world = given.world(400);
  for (int month = 0; month < 12; ++month) {
    world.partnerships[0].placed_this_month = 1;
    world.step();
  }
  // The first unit is there from the start: 0.9^12 + (1 - 0.9^12) / 0.1.
  EXPECT_NEAR(world.partnerships[0].experience, std::pow(0.9, 12) + 7.1757, 5e-5);
  for (int month = 0; month < 200; ++month) {
    world.partnerships[0].placed_this_month = 1;
    world.step();
  }
  EXPECT_NEAR(world.partnerships[0].experience, 10, 1e-6);
  EXPECT_EQ(world.partnerships[1].experience, 1);
}

TEST(Experience, PartnersOfOneCentreHearOfEachOther) {
  Given given = two_partnerships();
  given.names(Axis::Centre, {"school"}).set("partnership.knowledge_retention", 1);
  given.set("partnership.partner_spillover", 0.25);
  given.set("partnerships.P1.centre", 0).set("partnerships.P2.centre", 0);
  World world = given.world();
  world.partnerships[0].placed_this_month = 8;
  world.step();
  EXPECT_DOUBLE_EQ(world.partnerships[0].experience, 9);
  EXPECT_DOUBLE_EQ(world.partnerships[1].experience, 67);
}

TEST(Partnership, HasSeatsFromItsStart) {
  Given given = two_partnerships();
  given.set("partnerships.P2.start", 2);
  World world = given.world();
  const auto seats = [&] {
    world.step();
    return total(world, Tally::Seats);
  };
  EXPECT_EQ(seats(), 10000);
  EXPECT_EQ(seats(), 10000);
  EXPECT_EQ(seats(), 20000);
}

TEST(FundingCliff, EndsThePartnershipThatNobodyWouldPayFor) {
  Given given = two_partnerships();
  given.set("partnerships.P1.funding_end", 3).set("partnership.cliff_slope", 100);
  given.set("occupations.nursing.productivity", 1);  // no surplus
  World off = given.world();
  World on = given.on({"funding_cliff"}).world();
  while (on.month < 6) on.step(), off.step();
  EXPECT_EQ(off.partnerships[0].state, PartnershipState::Active);
  EXPECT_EQ(on.partnerships[0].state, PartnershipState::Ended);
  EXPECT_EQ(on.partnerships[0].seats, 0);
  EXPECT_EQ(on.partnerships[1].state, PartnershipState::Active);
}

TEST(FundingCliff, ThePartnershipThatPaysLivesOnAtTheEmployersCost) {
  Given given = two_partnerships();
  given.on({"funding_cliff"}).set("partnerships.P1.funding_end", 3);
  given.set("partnership.cliff_slope", 100).set("occupations.nursing.productivity", 3);
  World world = given.world();
  while (world.month < 6) world.step();
  EXPECT_EQ(world.partnerships[0].state, PartnershipState::Active);
  EXPECT_TRUE(world.partnerships[0].self_financed);
  EXPECT_FALSE(world.partnerships[1].self_financed);
}

TEST(Dissolution, IsTheWeibullLifeOfAPartnershipWithoutSuccess) {
  Given given;
  given.on({"partnerships", "dissolution"}).names(Axis::Partnership, {"P1"});
  given.set("partnership.dissolution_scale", 40).set("partnership.dissolution_shape", 0.8);
  given.set("partnership.success_effect", 0).set("partnership.trust_effect", 0);
  constexpr int worlds = 400;
  int alive = 0;
  for (std::uint32_t replicate = 0; replicate < worlds; ++replicate) {
    World world = given.world(24, replicate);
    while (world.month < 24) world.step();
    alive += world.partnerships[0].state == PartnershipState::Active ? 1 : 0;
  }
  const double p = std::exp(-std::pow(24.0 / 40, 0.8));
  EXPECT_NEAR(alive / static_cast<double>(worlds), p, 4 * std::sqrt(p * (1 - p) / worlds));
}

TEST(Growth, OrderedSeatsArriveAfterTheDelay) {
  Given given = two_partnerships();
  given.on({"growth"}).set("partnership.seat_delay", 5).set("partnership.growth_limit", 10);
  World world = given.world();
  std::vector<double> seats;
  while (world.month < 9) {
    world.partnerships[0].open_posts = 1200;  // calls for 100 seats a month
    world.origins[0].applications[0] = 1000;
    world.step();
    seats.push_back(world.partnerships[0].seats);
  }
  for (std::size_t month = 0; month < 5; ++month) EXPECT_EQ(seats[month], 10) << month;
  EXPECT_DOUBLE_EQ(seats[5], 10 + 90.0 / 12);
  EXPECT_GT(seats[6], seats[5]);
  EXPECT_LT(seats.back(), 100);
}

/// Dual tracks that form in great number, with two schools in the Philippines and one in Tunisia.
Given forming() {
  Given given;
  given.on({"partnerships", "formation"}).names(Axis::Centre, {"A", "B", "C"});
  given.set("origins.PHL.nursing.school_leavers", 1000);
  given.set("centres.C.origin", 1).set("centres.B.seats", 0);
  for (int type = 0; type < partnership_type_count; ++type) {
    const bool is_dual = type == static_cast<int>(PartnershipType::DualTrack);
    const std::string name(partnership_type_names[static_cast<std::size_t>(type)]);
    given.set("partnership_types." + name + ".formation_rate", is_dual ? 3 : 0);
  }
  given.list("partnership_types.dual_track.route", {2, 4});
  given.set("employers.hospitals.aware_share", 1);
  for (const std::string size : {"micro", "small", "medium", "large"})
    given.set("employers.hospitals.adopted_share." + size, 0.1);
  return given;
}

TEST(Formation, NeedsAnEmployerWhoLeadsAndACentreOfTheOrigin) {
  World w = forming().world();
  for (int month = 0; month < 12; ++month) w.step();
  ASSERT_GT(w.partnerships.size(), 3U);
  EXPECT_LE(w.partnerships.size(), w.employers.adopted.size());
  for (std::size_t k = 0; k < w.partnerships.size(); ++k) {
    EXPECT_EQ(w.partnerships[k].centre, 0) << "the only one of the origin with places";
    const auto led = std::count(w.employers.membership.begin(), w.employers.membership.end(), k);
    EXPECT_EQ(led, w.partnerships[k].members);
    EXPECT_GE(led, 1);
  }
}

TEST(Formation, StopsWhenNobodyCanLeadOrThePartnerIsGone) {
  Given nobody = forming();
  for (const std::string size : {"micro", "small", "medium", "large"})
    nobody.set("employers.hospitals.adopted_share." + size, 0);
  Given gone = forming();
  gone.set("origins.PHL.takes_part", 0);
  for (const Given& given : {nobody, gone}) {
    World w = given.world();
    for (int month = 0; month < 12; ++month) w.step();
    EXPECT_TRUE(w.partnerships.empty());
  }
}

}  // namespace
}  // namespace skillscale::models
