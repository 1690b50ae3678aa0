#include "viz/server/lever_choice.h"

#include <gmock/gmock.h>

#include "models/lever_table.h"

namespace skillscale::server {
namespace {

using testing::ElementsAre;

scenarios::RunSettings run_of(int months) {
  scenarios::RunSettings run;
  run.start = {2024, 1};
  run.months = months;
  return run;
}

TEST(LeverChoice, EveryStrengthLiesInTheZoneItIsNamedAfter) {
  for (std::size_t lever = 0; lever < models::lever_table.size(); ++lever) {
    const auto zones = models::strength_zones(models::lever_table[lever]);
    const auto [low, standard, high] = zone_strengths(lever);
    EXPECT_TRUE(0 < low && low <= zones.low) << models::lever_table[lever].name;
    EXPECT_TRUE(zones.low < standard && standard <= zones.standard);
    EXPECT_TRUE(zones.standard < high && high <= zones.high);
  }
}

TEST(LeverChoice, KnowsTheLeversOfTheTableAlone) {
  EXPECT_EQ(lever_named(models::lever_table[3].name), 3U);
  EXPECT_EQ(lever_named("no.lever"), std::nullopt);
  EXPECT_EQ(lever_named(""), std::nullopt);
}

TEST(LeverChoice, SpeaksAsTheOptionSetDoes) {
  const auto places = lever_named("language.places").value();
  EXPECT_THAT(changes_of({{places, 2}}, run_of(240)),
              ElementsAre("levers.table_language_places={lever: language.places, start: 2026-01, "
                          "ramp: 12 months, strength: 1.25}"));
  EXPECT_THAT(changes_of({{places, 1}}, run_of(36)),
              ElementsAre("levers.table_language_places={lever: language.places, start: 2024-01, "
                          "ramp: 12 months, strength: 0.25}"));
  EXPECT_THAT(changes_of({}, run_of(240)), ElementsAre());
}

}  // namespace
}  // namespace skillscale::server
