#include "models/warm_start.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/person_step.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr double candidates = 4000;

Given on_the_way() {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1"});
  given.set("partnerships.P1.preparing", candidates);
  given.list("partnership_types.recruit_and_bridge.route", {1, 3, 4, 5});
  given.set("partnership_types.recruit_and_bridge.start_level", 2);
  given.set("partnership_types.recruit_and_bridge.language_target", 4);
  return given;
}

TEST(WarmStart, FillsTheStagesInProportionToTheirTime) {
  const World w = on_the_way().world();
  const auto stay = expected_stay(w.now, PartnershipType::RecruitAndBridge);
  double all = 0;
  std::array<double, stage_count> count{};
  for (const double months : stay) all += months;
  for (Row row = 0; row < w.persons.size(); ++row) ++count[w.persons.stage[row]];
  EXPECT_EQ(w.persons.size(), candidates);
  EXPECT_EQ(w.partnerships[0].preparing, candidates);
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    const double share = stay[stage] / all;
    EXPECT_NEAR(count[stage] / candidates, share, 4 * std::sqrt(share * (1 - share) / candidates))
        << stage_names[stage];
  }
  EXPECT_EQ(stay[static_cast<std::size_t>(Stage::Matching)], 0) << "it lies in Germany";
}

TEST(WarmStart, GivesWhatLiesBehind) {
  Given given = on_the_way();
  given.set("occupations.nursing.full_share", 0.5).set("occupations.nursing.refused_share", 0);
  given.set("occupations.nursing.alignment_effect", 0);
  const World w = given.world();
  double full = 0, in_visa = 0;
  for (Row row = 0; row < w.persons.size(); ++row) {
    const Stage stage = w.persons.stage_of(row);
    EXPECT_LT(w.persons.since[row], 0);
    if (stage == Stage::Language) {
      EXPECT_LT(w.persons.level[row], level_b2);
    } else {
      EXPECT_EQ(w.persons.level[row], level_b2);
    }
    if (stage != Stage::Visa) {
      EXPECT_FALSE(w.persons.has(row, FullyRecognised));
      continue;
    }
    ++in_visa;
    full += w.persons.has(row, FullyRecognised);
  }
  ASSERT_GT(in_visa, 100);
  EXPECT_NEAR(full / in_visa, 0.5, 4 * std::sqrt(0.25 / in_visa));
}

TEST(WarmStart, BringsArrivalsInTheFirstMonths) {
  const auto arrivals_of_first_year = [](double preparing) {
    Given given = on_the_way();
    given.set("partnerships.P1.preparing", preparing);
    World w = given.world();
    std::int64_t arrivals = 0;
    for (int month = 0; month < 12; ++month) {
      w.step();
      arrivals += total(w, Tally::Arrivals);
    }
    return arrivals;
  };
  EXPECT_EQ(arrivals_of_first_year(0), 0);
  EXPECT_GT(arrivals_of_first_year(200), 50);
}

TEST(WarmStart, TakesPlacesInTheCentre) {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1"}).names(Axis::Centre, {"school"});
  given.set("partnerships.P1.type", static_cast<double>(PartnershipType::DualTrack));
  given.set("partnerships.P1.centre", 0).set("partnerships.P1.preparing", 90);
  given.set("partnership_types.dual_track.home_share", 0.5);
  given.list("partnership_types.dual_track.route", {1, 2, 4});
  const World w = given.world();
  std::int64_t seats = 0, at_home = 0;
  for (Row row = 0; row < w.persons.size(); ++row) {
    seats += holds_centre_seat(w, row);
    at_home += w.persons.has(row, HomeTrackSeat);
  }
  EXPECT_EQ(w.centres[0].occupied, seats);
  EXPECT_GT(seats, 50);
  EXPECT_GT(at_home, 20);
}

}  // namespace
}  // namespace skillscale::models
