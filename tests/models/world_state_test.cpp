#include "models/world_state.h"

#include <gtest/gtest.h>

#include "sim/parallel.h"
#include "tests/models/whole_world.h"

namespace skillscale::models {
namespace {

constexpr int months = 40;

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
