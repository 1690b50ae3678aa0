#include "experiments/worlds.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "models/parameters.h"
#include "tests/experiments/tiny.h"

namespace skillscale::experiments {
namespace {

using Numbers = std::map<std::string, double>;

Numbers numbers_of(const models::Parameters& given) {
  models::Parameters p = given;
  Numbers numbers;
  for (const auto& address : models::all_addresses(p)) {
    if (address.decl->number != nullptr)
      numbers[models::path_of(address, p)] = *address.decl->number(p, address.index);
  }
  return numbers;
}

bool is_policy(const std::string& path) {
  for (const auto* section : {"levers.", "partnerships.", "centres.", "platform.", "switches."}) {
    if (path.starts_with(section)) return true;
  }
  return false;
}

TEST(MakeWorlds, StandInTheOrderOfTheReferences) {
  const auto worlds = make_worlds(tiny(), 8, 9, 0);
  EXPECT_EQ(worlds.names,
            (std::vector<std::string>{"scenario", "pilots_as_today", "no_partnerships"}));
  ASSERT_EQ(worlds.parameters.size(), 3U);
  EXPECT_EQ(worlds.parameters[0]->levers.size(), 1U);
  EXPECT_TRUE(worlds.parameters[1]->levers.empty());
  EXPECT_EQ(worlds.parameters[2]->on.partnerships, 0);
}

TEST(MakeWorlds, WithoutDrawsTakeTheStatedValues) {
  const auto scenario = tiny();
  const auto numbers = numbers_of(*make_worlds(scenario, 8, 9, 0).parameters[0]);
  for (const auto& value : scenario.bound.values) {
    if (value.decl->number != nullptr) {
      EXPECT_EQ(numbers.at(value.path), value.value) << value.path;
    }
  }
}

TEST(MakeWorlds, DrawUncertainValuesWithinTheirRanges) {
  const auto scenario = tiny();
  std::size_t drawn = 0;
  for (const std::uint32_t draw : {1U, 2U, 3U}) {
    const auto numbers = numbers_of(*make_worlds(scenario, 8, 9, draw).parameters[0]);
    for (const auto& value : scenario.bound.values) {
      if (value.decl->number == nullptr) continue;
      SCOPED_TRACE(value.path);
      const double now = numbers.at(value.path);
      const bool is_uncertain =
          value.decl->kind == models::ValueKind::Real && value.low < value.high;
      if (!is_uncertain) {
        EXPECT_EQ(now, value.value);
        continue;
      }
      EXPECT_GE(now, value.low);
      EXPECT_LE(now, value.high);
      drawn += now != value.value ? 1 : 0;
    }
  }
  EXPECT_GT(drawn, 300U);
}

TEST(MakeWorlds, WorldsOfOneDrawShareTheirAssumptions) {
  const auto scenario = tiny();
  std::set<double> seen;
  for (const std::uint32_t draw : {1U, 2U, 3U}) {
    const auto worlds = make_worlds(scenario, 8, 9, draw);
    const auto first = numbers_of(*worlds.parameters[0]);
    seen.insert(first.at("language.pass"));
    for (std::size_t w = 1; w < 3; ++w) {
      for (const auto& [path, value] : numbers_of(*worlds.parameters[w])) {
        if (!is_policy(path)) {
          EXPECT_EQ(value, first.at(path)) << path << " in " << worlds.names[w];
        }
      }
    }
  }
  EXPECT_EQ(seen.size(), 3U);
}

TEST(MakeWorlds, AnotherSeedDrawsOtherValues) {
  const auto scenario = tiny();
  EXPECT_NE(make_worlds(scenario, 8, 9, 1).parameters[0]->language.pass,
            make_worlds(scenario, 8, 10, 1).parameters[0]->language.pass);
}

TEST(MakeWorlds, HalfOfTheDrawsLieBelowTheStatedValue) {
  const auto scenario = tiny();
  int below = 0;
  constexpr int draws = 400;
  for (std::uint32_t draw = 1; draw <= draws; ++draw)
    below += make_worlds(scenario, 8, 9, draw).parameters[0]->language.pass < 0.7 ? 1 : 0;
  // Binomial with 1/2: four standard deviations.
  EXPECT_NEAR(below, draws / 2, 4 * 10);
}

TEST(RunReplicate, ObservingChangesNothing) {
  const auto worlds = make_worlds(tiny(), 8, 9, 0);
  Progress progress;
  std::atomic<int> months{0};
  const auto silent = run_replicate(worlds, {9, 1, 0}, {}, progress);
  const auto watched = run_replicate(worlds, {9, 1, 0}, {{0, 1, 2, 3}}, progress,
                                     [&](std::size_t, const models::World&) { ++months; });
  EXPECT_EQ(months, 24);
  for (std::size_t w = 0; w < 3; ++w) EXPECT_EQ(silent[w].digest, watched[w].digest);
}

TEST(RunReplicate, ReplicatesDiffer) {
  const auto worlds = make_worlds(tiny(), 8, 9, 0);
  Progress progress;
  EXPECT_NE(run_replicate(worlds, {9, 0, 0}, {}, progress)[0].digest,
            run_replicate(worlds, {9, 1, 0}, {}, progress)[0].digest);
}

TEST(IndicatorNames, AreUnique) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < indicator_count(); ++i) names.insert(indicator_name(i));
  for (const auto& row : models::headline_table()) names.insert(row.name);
  EXPECT_EQ(names.size(), indicator_count() + models::headline_table().size());
}

}  // namespace
}  // namespace skillscale::experiments
