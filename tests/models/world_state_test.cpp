#include "models/world_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

#include "models/world_state_rules.h"
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

TEST(WorldStateRules, HaveARowForEveryArray) {
  World world = everything().world(months);
  while (world.month < 30) world.step();
  EXPECT_THAT(arrays_without_rule(saved(world)), ::testing::IsEmpty());
}

TEST(WorldStateRules, NameArrayValueAndWhatIsAllowed) {
  World world = everything().world(months);
  while (world.month < 30) world.step();
  auto state = saved(world);
  for (auto& array : state) {
    if (array.name == "persons.stage") array.bytes[7] = std::byte{14};
  }
  World resumed = fresh(world);
  EXPECT_EQ(restore_state(resumed, state), "persons.stage is 14 at 7, allowed 0 to 13");
}

/// Deterministic noise.
class Chance {
 public:
  std::uint64_t next() {
    state_ ^= state_ << 13U, state_ ^= state_ >> 7U, state_ ^= state_ << 17U;
    return state_;
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

 private:
  std::uint64_t state_ = 88172645463325252U;
};

/// Changes one number of one array as a hand or a fault would: a bit, a small step, an extreme, or
/// a value that means "none" or is no number.
void spoil(sim::NamedArray& array, Chance& chance) {
  const auto size = sim::bytes_of(array.type);
  const auto at = chance.below(sim::length(array)) * size;
  std::uint64_t value = 0;
  std::memcpy(&value, array.bytes.data() + at, size);
  const bool is_real = array.type >= sim::ElementType::Float32;
  constexpr std::array<std::uint64_t, 6> reals{0x7FF8000000000000U, 0x7FF0000000000000U,
                                               0xFFF0000000000000U, 0x7FEFFFFFFFFFFFFFU,
                                               0xC090000000000000U, 0x4090000000000000U};
  constexpr std::array<std::uint64_t, 6> wholes{
      0, 1, ~std::uint64_t{0}, 0x7FFFFFFFFFFFFFFFU, 0x8000000000000000U, 0x7FFF7FFF7FFF7FFFU};
  switch (chance.below(4)) {
    case 0:
      value ^= std::uint64_t{1} << chance.below(8 * size);
      break;
    case 1:
      value += 1 + chance.below(3);
      break;
    case 2:
      value = chance.next();
      break;
    default:
      value = is_real ? reals[chance.below(reals.size())] : wholes[chance.below(wholes.size())];
      if (array.type == sim::ElementType::Float32) {
        const auto number = static_cast<float>(std::bit_cast<double>(value));
        value = std::bit_cast<std::uint32_t>(number);
      }
  }
  std::memcpy(array.bytes.data() + at, &value, size);
}

TEST(WorldStateRules, WhateverIsChangedAStateIsRefusedOrGoesOn) {
  World world = everything().world(months);
  while (world.month < 30) world.step();
  const auto state = saved(world);
  Chance chance;
  int refused = 0, taken_up = 0;
  constexpr int tries = 3000;
  for (int number = 0; number < tries; ++number) {
    auto spoilt = state;
    std::string names;
    for (std::size_t left = 1 + chance.below(3); left > 0; --left) {
      auto& array = spoilt[chance.below(spoilt.size())];
      if (array.bytes.empty()) continue;
      spoil(array, chance);
      names += array.name + " ";
    }
    SCOPED_TRACE(names + std::to_string(number));
    World resumed = fresh(world);
    if (!restore_state(resumed, spoilt).empty()) {
      ++refused;
      continue;
    }
    ++taken_up;
    for (int month = 0; month < 2; ++month) resumed.step();
  }
  EXPECT_GT(refused, tries / 4);
  EXPECT_GT(taken_up, tries / 6);
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
