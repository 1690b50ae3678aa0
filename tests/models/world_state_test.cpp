#include "models/world_state.h"

#include <gtest/gtest.h>

#include "sim/parallel.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr int months = 40;

/// Every sub-model on, every kind of entity there, levers that start late, ramp, wait for a
/// condition and end.
Given everything() {
  Given given;
  given.names(Axis::Partnership, {"care", "works"}).names(Axis::Centre, {"manila"});
  for (const auto& decl : parameter_table()) {
    if (decl.path.starts_with("switches.")) given.set(std::string(decl.path), 1);
  }
  given.set("pool.multiplicity", 3).set("partnership_types.train_at_origin.formation_rate", 0.5);
  for (const std::string pair : {"PHL.nursing", "TUN.nursing", "TUN.electrics"}) {
    const std::string origin = "origins." + pair;
    given.set(origin + ".stock", 4000).set(origin + ".school_leavers", 3000);
    // Fractions of persons wait for the next month.
    given.set(origin + ".graduates_per_month", 20.3)
        .set(origin + ".school_leavers_per_month", 15.4);
    given.set(origin + ".training_lag", 6).set(origin + ".training_elasticity", 20);
  }
  for (const std::string sector : {"employers.hospitals", "employers.workshops"})
    given.set(sector + ".aware_share", 0.6);
  given.set("adoption.innovation", 0.01).set("partnership_types.train_at_origin.open", 1);
  for (const std::string type : {"recruit_and_bridge", "private_agency", "alone"})
    given.list("partnership_types." + type + ".route", {1, 3, 4, 5});
  given.set("migration.hazard", 0.02).set("migration.heterogeneity", 0.5);
  for (const std::string office : {"occupations.nursing", "occupations.electrics"})
    given.set(office + ".vacancies", 300)
        .set(office + ".job_seekers", 400)
        .set(office + ".domestic_graduates_per_month", 30.7);
  given.set("authorities.recognition.nursing.tokens_per_month", 12);
  given.set("authorities.recognition.nursing.background_per_month", 9);
  given.set("authorities.recognition.nursing.backlog", 60);
  given.set("partnerships.care.seats_per_month", 6.3).set("partnerships.care.centre", 0);
  given.list("partnership_types.train_at_origin.route", {2, 1, 3, 4, 5});
  given.set("partnerships.care.type", 2).set("centres.manila.seats_per_month", 2.3);
  given.set("partnerships.works.origin", 1).set("partnerships.works.occupation", 1);
  given.set("partnerships.works.start", 5).set("partnerships.works.seats_per_month", 3);
  given.set("partnerships.works.funding_end", 20);
  given.lever("staff", "recognition.staff", 0.5).set("levers.staff.start", 7);
  given.set("levers.staff.ramp", 12).set("levers.staff.end", 30);
  given.lever("rush", "recognition.staff", 0.7);
  given.text("levers.rush.when", "backlog(recognition.nursing) > 66 cases");
  given.set("stages.employed.initial", 50).set("stages.training.entries_per_month", 2.5);
  return given;
}

sim::Archive saved(const World& world) {
  sim::Archive archive;
  save_state(world, archive);
  return archive;
}

World fresh(const World& world) { return World(world.base, world.setup); }

TEST(WorldState, ResumedInAnyMonthAWorldEndsAsTheUninterruptedOne) {
  World world = everything().world(months);
  World whole = fresh(world);
  while (whole.month < months) whole.step();
  ASSERT_GT(total(whole, Tally::Abroad), 0);
  ASSERT_GT(whole.partnerships.size(), 2U);
  for (; world.month < months; world.step()) {
    SCOPED_TRACE(world.month);
    const auto state = saved(world);
    World resumed = fresh(world);
    ASSERT_EQ(restore_state(resumed, state), "");
    ASSERT_EQ(saved(resumed), state);
    while (resumed.month < months) resumed.step();
    ASSERT_EQ(resumed.digest.value(), whole.digest.value());
    ASSERT_EQ(saved(resumed), saved(whole));
  }
}

TEST(WorldState, ThreadsMayChangeOnResume) {
  World world = everything().world(months);
  while (world.month < 17) world.step();
  const auto state = saved(world);
  while (world.month < months) world.step();
  for (const int threads : {1, 2, 5}) {
    const sim::ThreadLimit limit(threads);
    World resumed = fresh(world);
    ASSERT_EQ(restore_state(resumed, state), "");
    while (resumed.month < months) resumed.step();
    EXPECT_EQ(saved(resumed), saved(world)) << threads;
  }
}

TEST(WorldState, EncodedItReadsBackTheSame) {
  World world = everything().world(months);
  for (int month = 0; month < 9; ++month) world.step();
  const auto state = saved(world);
  sim::Archive read;
  ASSERT_TRUE(sim::decode(sim::encode(state), read));
  EXPECT_EQ(read, state);
}

TEST(WorldState, NoTwoArraysShareAName) {
  World world = everything().world(months);
  for (int month = 0; month < 9; ++month) world.step();
  const auto state = saved(world);
  for (const auto& array : state) EXPECT_EQ(sim::find(state, array.name), &array) << array.name;
}

TEST(WorldState, WithoutOneOfItsArraysItIsRefusedByName) {
  World world = everything().world(months);
  for (int month = 0; month < 9; ++month) world.step();
  const auto state = saved(world);
  ASSERT_GT(state.size(), 100U);
  for (const auto& array : state) {
    sim::Archive less = state;
    std::erase_if(less, [&](const auto& other) { return other.name == array.name; });
    World resumed = fresh(world);
    const auto problem = restore_state(resumed, less);
    if (array.bytes.empty()) continue;
    EXPECT_FALSE(problem.empty()) << array.name;
  }
}

TEST(WorldState, OfAWorldWithAnotherStructureItIsRefused) {
  World world = everything().world(months);
  Given other = everything();
  other.set("employers.hospitals.establishments", 101);
  World foreign = other.world(months);
  EXPECT_NE(restore_state(foreign, saved(world)), "");
}

TEST(WorldState, TotalsGatheredSoFarGoOn) {
  World world = everything().world(months);
  TotalsRecorder whole(world), first(world);
  sim::Archive kept;
  while (world.month < months) {
    world.step();
    whole.observe(world);
    if (world.month <= 15) first.observe(world);
    if (world.month == 15) save_state(first, kept);
  }
  World again = fresh(world);
  TotalsRecorder second(again);
  while (again.month < months) {
    again.step();
    if (again.month == 15) {
      ASSERT_EQ(restore_state(second, kept), "");
    } else if (again.month > 15) {
      second.observe(again);
    }
  }
  sim::Archive expected, got;
  save_state(whole.finish(world), expected);
  save_state(second.finish(again), got);
  EXPECT_EQ(got, expected);
  Totals read;
  EXPECT_EQ(restore_state(read, expected), "");
  EXPECT_EQ(read.arrivals, whole.finish(world).arrivals);
}

}  // namespace
}  // namespace skillscale::models
