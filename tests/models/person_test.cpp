#include "models/person.h"

#include <gtest/gtest.h>

#include "sim/compaction.h"
#include "sim/population.h"

namespace skillscale::models {
namespace {

TEST(Persons, TakeAtMost96BytesEach) {
  Persons persons;
  EXPECT_LE(sim::bytes_per_row(persons), 96U);
}

TEST(Persons, WhatEveryMonthReadsFitsHalfACacheLine) {
  Persons p;
  sim::grow(p, 1);
  std::size_t hot = sizeof p.stage[0] + sizeof p.type[0] + sizeof p.step[0] + sizeof p.level[0] +
                    sizeof p.fails[0] + sizeof p.flags[0] + sizeof p.since[0] + sizeof p.due[0];
  for (const auto& budget : p.budget) hot += sizeof budget[0];
  EXPECT_LE(hot, 32U);
}

TEST(Persons, EveryColumnGrowsAndShrinksWithTheTable) {
  Persons p;
  sim::grow(p, 5);
  std::size_t columns = 0, bytes = 0;
  p.columns([&](auto& column) {
    ++columns;
    bytes += sizeof(column);
    EXPECT_EQ(column.size(), 5U);
  });
  // The struct has no column that `columns` forgets.
  EXPECT_EQ(bytes, sizeof(Persons));
  const std::vector<std::uint8_t> keep{1, 0, 0, 1, 1};
  EXPECT_EQ(sim::compact(p, keep), 3U);
  p.columns([&](auto& column) { EXPECT_EQ(column.size(), 3U); });
}

TEST(Persons, MarksDoNotTouchEachOther) {
  Persons p;
  sim::grow(p, 1);
  constexpr PersonFlag flags[] = {HomeTrackSeat, FullyRecognised,  Accelerated, Settled,
                                  Remits,        TrainedInGermany, Indebted,    WorkFirst};
  for (const auto flag : flags) {
    p.set(0, flag);
    for (const auto other : flags) EXPECT_EQ(p.has(0, other), other == flag);
    p.clear(0, flag);
    EXPECT_EQ(p.flags[0], 0);
  }
}

}  // namespace
}  // namespace skillscale::models
