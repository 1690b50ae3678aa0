// Other ways to Germany: work first, a knowledge test without a test of equivalence, one file for
// all, a change of track; and what housing and residence titles allow.
#include <gtest/gtest.h>

#include <cmath>

#include "models/pool.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr double persons = 2000;

/// Persons with a certificate of language who ask for recognition, visa and work; offices take all.
Given on_the_way() {
  Given given;
  given.list("partnership_types.recruit_and_bridge.route", {1, 3, 4, 5});
  given.set("partnership_types.recruit_and_bridge.start_level", 4);
  given.set("stages.language.initial", persons).set("language.decay", 0).set("language.at_work", 0);
  for (const std::string drop : {"language.drop", "recognition.withdraw", "visa.lapse"})
    given.set(drop, 0);
  for (const std::string origin : {"PHL", "TUN"}) {
    given.set("authorities.visa." + origin + ".tokens_per_month", 1e9);
    given.set("authorities.visa." + origin + ".refusal", 0);
  }
  given.set("authorities.recognition.nursing.tokens_per_month", 1e9);
  given.set("authorities.bridging.nursing.places", 1e9).set("recognition.case_sigma", 0);
  given.set("partnership_types.recruit_and_bridge.complete_files", 1);
  given.set("occupations.nursing.refused_share", 0).set("occupations.nursing.full_share", 0.5);
  given.set("occupations.nursing.alignment_effect", 0);
  return given;
}

struct Counts {
  std::int64_t in_recognition = 0, full = 0, compensation = 0, arrivals = 0;
};
Counts counts_of(World& w, int months) {
  Counts c;
  for (int month = 0; month < months; ++month) {
    w.step();
    c.full += total(w, Tally::DecidedFull);
    c.compensation += total(w, Tally::DecidedCompensation);
    c.arrivals += total(w, Tally::Arrivals);
    const auto cells = w.tally.cells();
    for (std::size_t type = 0; type < partnership_type_count; ++type) {
      c.in_recognition += cells[w.layout.of_cell(Tally::Entered, 0, type,
                                                 static_cast<std::size_t>(Stage::Recognition))];
    }
  }
  return c;
}

TEST(PathToRecognition, LeadsThroughTheOfficeByDefault) {
  World w = on_the_way().world(60);
  const auto c = counts_of(w, 24);
  EXPECT_EQ(c.in_recognition, persons);
  EXPECT_NEAR(static_cast<double>(c.full) / persons, 0.5, 4 * std::sqrt(0.25 / persons));
}

TEST(WorkFirst, BringsTheSameDecisionsAfterArrival) {
  Given given = on_the_way();
  given.set("partnership_types.recruit_and_bridge.work_first", 1);
  World w = given.world(60);
  const auto c = counts_of(w, 30);
  EXPECT_EQ(c.in_recognition, 0);
  EXPECT_EQ(c.arrivals, persons);
  EXPECT_EQ(c.full + c.compensation, persons);
  EXPECT_NEAR(static_cast<double>(c.full) / persons, 0.5, 4 * std::sqrt(0.25 / persons));
}

TEST(WorkFirst, EndsWithTheTitleWhenNoOfficeDecides) {
  Given given = on_the_way();
  given.set("partnership_types.recruit_and_bridge.work_first", 1);
  given.set("authorities.recognition.nursing.tokens_per_month", 0);
  given.set("recognition.title_months", 12);
  World w = given.world(60);
  counts_of(w, 40);
  const auto cells = w.tally.cells();
  EXPECT_EQ(cells[w.layout.of_cell(Tally::Stock, 0, 0, static_cast<std::size_t>(Stage::Returned))],
            persons);
}

TEST(DirectTest, LeavesOutTheDecisionAndLeadsToTheMeasure) {
  Given given = on_the_way();
  given.set("partnership_types.recruit_and_bridge.direct_test", 0.3);
  given.set("partnership_types.recruit_and_bridge.work_first", 0.5);
  World w = given.world(60);
  const auto c = counts_of(w, 30);
  EXPECT_NEAR(1 - static_cast<double>(c.full + c.compensation) / persons, 0.3,
              4 * std::sqrt(0.21 / persons));
  EXPECT_NEAR(static_cast<double>(c.in_recognition) / persons, 0.7 * 0.5,
              4 * std::sqrt(0.35 * 0.65 / persons));
}

TEST(OneStopShop, NeedsNoPlaceInTheVisaPostsLine) {
  Given given = on_the_way();
  for (const std::string origin : {"PHL", "TUN"})
    given.set("authorities.visa." + origin + ".tokens_per_month", 0);
  World closed = given.world(60);
  EXPECT_EQ(counts_of(closed, 30).arrivals, 0);
  World w = given.set("visa.one_stop", 1).world(60);
  EXPECT_EQ(counts_of(w, 30).arrivals, persons);
}

TEST(Housing, LimitsArrivalsOfEveryLandAndMonth) {
  Given given = on_the_way();
  for (const auto land : land_names)
    given.set("lands." + std::string(land) + ".arrivals_per_month", 3);
  World w = given.world(60);
  std::int64_t arrivals = 0;
  for (int month = 0; month < 40; ++month) {
    w.step();
    for (std::size_t land = 0; land < land_count; ++land) {
      const auto here = w.tally.cells()[w.layout.at(Tally::ArrivalsByLand, land)];
      EXPECT_LE(here, 3);
      arrivals += here;
    }
  }
  EXPECT_GT(arrivals, 1000);
  EXPECT_LE(arrivals, 40 * 16 * 3);
}

TEST(Tracks, MayBeChangedUntilTheDateAndNoLonger) {
  Given given;
  given.set("entries.type", static_cast<double>(PartnershipType::DualTrack));
  given.list("partnership_types.dual_track.route", {2, 4});
  given.set("stages.training.initial", persons);
  const std::string type = "partnership_types.dual_track.";
  given.set(type + "early_drop", 0).set(type + "late_drop", 0);
  given.set(type + "switch_months", 6).set(type + "switch_to_home", 0.1);
  given.set(type + "switch_to_away", 0);
  World w = given.world(60);
  const auto at_home = [&] {
    std::int64_t count = 0;
    for (Row row = 0; row < w.persons.size(); ++row) count += w.persons.has(row, HomeTrackSeat);
    return static_cast<double>(count) / persons;
  };
  // They came in the month before the first one, so the sixth month of training is the fifth here.
  for (int month = 0; month < 6; ++month) w.step();
  const double then = at_home(), expected = 1 - std::exp(-0.1 * 6);
  EXPECT_NEAR(then, expected, 4 * std::sqrt(expected * (1 - expected) / persons));
  for (int month = 0; month < 12; ++month) w.step();
  EXPECT_EQ(at_home(), then);
}

}  // namespace
}  // namespace skillscale::models
