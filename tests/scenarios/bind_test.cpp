#include "scenarios/bind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using models::Axis;
using ::testing::ElementsAre;
using testing::load_text;
using testing::number_at;
using testing::sound_scenario;
using testing::value_at;

Bound bound(std::string_view more) {
  auto loaded = load_text(sound_scenario(more));
  EXPECT_TRUE(loaded.scenario) << loaded.faults.text();
  return loaded.scenario ? loaded.scenario->bound : Bound{};
}

const std::vector<std::string>& names(const Bound& bound, Axis axis) {
  return bound.names[static_cast<std::size_t>(axis)];
}

TEST(Bind, AxesTakeTheirNamesFromTheKeysOfTheirSections) {
  const Bound b = bound("levers: {fast: {lever: recognition.staff}}\n");
  EXPECT_THAT(names(b, Axis::Origin), ElementsAre("PHL", "MAR"));
  EXPECT_THAT(names(b, Axis::Occupation), ElementsAre("nursing", "crafts"));
  EXPECT_THAT(names(b, Axis::Lever), ElementsAre("fast"));
  EXPECT_TRUE(names(b, Axis::Land).empty());
}

TEST(Bind, APairExistsOnlyWhereTheDocumentHasIt) {
  const Bound b = bound("");
  EXPECT_EQ(number_at(b, "origins.PHL.nursing.stock"), 1000);
  EXPECT_NE(value_at(b, "origins.PHL.nursing.wage"), nullptr);
  EXPECT_EQ(value_at(b, "origins.PHL.crafts.wage"), nullptr);
  EXPECT_NE(value_at(b, "authorities.visa.MAR.tokens_per_month"), nullptr);
}

TEST(Bind, NumbersHoldWhatIsGivenAndValuesEverything) {
  const Bound b = bound("platform: {intensity: 30 %}\n");
  EXPECT_DOUBLE_EQ(number_at(b, "platform.intensity"), 0.3);
  EXPECT_TRUE(std::isnan(number_at(b, "training.cost")));
  const auto* cost = value_at(b, "training.cost");
  ASSERT_NE(cost, nullptr);
  EXPECT_TRUE(cost->is_default);
  EXPECT_EQ(cost->value, 5000);
  EXPECT_EQ(cost->confidence, "estimate");
}

TEST(Bind, RangeAndUnitAreBroughtToTheCanonicalUnit) {
  const Bound b = bound(
      "authorities: {recognition: {nursing: {tokens_per_month: {value: 1200, low: 600, high: 1800,"
      " unit: cases/year, source: ksta, year: 2023, confidence: medium, note: a note}}}}\n");
  const auto* tokens = value_at(b, "authorities.recognition.nursing.tokens_per_month");
  ASSERT_NE(tokens, nullptr);
  EXPECT_DOUBLE_EQ(tokens->value, 100);
  EXPECT_DOUBLE_EQ(tokens->low, 50);
  EXPECT_DOUBLE_EQ(tokens->high, 150);
  EXPECT_EQ(tokens->source, "ksta");
  EXPECT_EQ(tokens->year, 2023);
  EXPECT_EQ(tokens->confidence, "medium");
  EXPECT_EQ(tokens->note, "a note");
  EXPECT_FALSE(tokens->is_default);
  EXPECT_EQ(tokens->place.line, 5);
}

TEST(Bind, AYearlyRateBecomesMonthlyByTheKindOfTheParameter) {
  const Bound b = bound(
      "stages: {complete: 12 %/year}\n"
      "training: {months: 3 years}\n");
  EXPECT_NEAR(number_at(b, "stages.complete"), 1 - std::pow(0.88, 1.0 / 12), 1e-14);
  EXPECT_EQ(number_at(b, "training.months"), 36);
}

TEST(Bind, WordsBecomePositions) {
  const Bound b = bound(
      "centres: {manila: {}, rabat: {}}\n"
      "partnerships:\n"
      "  a: {type: dual, centre: rabat, start: 2025-03}\n"
      "  b: {type: bridge, centre: none, start: never}\n"
      "horizon: {start: 2024-01, months: 24}\n");
  EXPECT_EQ(number_at(b, "partnerships.a.type"), 2);
  EXPECT_EQ(number_at(b, "partnerships.a.centre"), 1);
  EXPECT_EQ(number_at(b, "partnerships.a.start"), 14);
  EXPECT_EQ(number_at(b, "partnerships.b.centre"), -1);
  EXPECT_EQ(number_at(b, "partnerships.b.start"), 1e9);
}

TEST(Bind, ListsBecomePositionsInTheOrderGiven) {
  const Bound b = bound(
      "levers: {a: {lever: visa.fast_track_share, only: {occupations: [crafts, nursing], types: "
      "[]}}}\n");
  ASSERT_EQ(b.lists.size(), 2U);
  EXPECT_THAT(b.lists[0].second, ElementsAre(1, 0));
  EXPECT_TRUE(b.lists[1].second.empty());
  EXPECT_EQ(number_at(b, "levers.a.lever"), 1);
}

TEST(Bind, SwitchesTakeOnOffTrueFalse) {
  for (const auto& [word, value] :
       {std::pair("on", 1), std::pair("true", 1), std::pair("off", 0), std::pair("false", 0)}) {
    EXPECT_EQ(number_at(bound("switches: {pool: " + std::string(word) + "}\n"), "switches.pool"),
              value);
  }
}

TEST(Bind, CapacityMayBeUnlimitedWhereTheTableAllowsIt) {
  EXPECT_EQ(number_at(bound("authorities: {visa: {PHL: {tokens_per_month: unlimited}}}\n"),
                      "authorities.visa.PHL.tokens_per_month"),
            1e9);
  const auto refused = load_text(sound_scenario("training: {cost: unlimited}\n"));
  EXPECT_FALSE(refused.scenario);
}

TEST(Bind, TextsAreKept) {
  auto loaded = load_text("schema: 1\noccupations: {nursing: {name: 'Nursing: care'}}\n");
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  ASSERT_EQ(loaded.scenario->bound.texts.size(), 1U);
  EXPECT_EQ(loaded.scenario->bound.texts[0].second, "Nursing: care");
}

TEST(Bind, TooManyNamesOnAnAxisAreRefused) {
  std::string text = "schema: 1\norigins:\n";
  for (int at = 0; at < 200; ++at) text += "  n" + std::to_string(at) + ": {}\n";
  EXPECT_TRUE(load_text(text).scenario);
  const auto loaded = load_text(text + "  one_more: {}\n");
  EXPECT_THAT(loaded.faults.text(), ::testing::HasSubstr("origins.one_more is one name too many"));
}

TEST(Bind, ValuesStandInTableOrder) {
  const Bound b = bound("");
  const auto language = testing::small_language();
  const models::ParameterDecl* last = language.table.data();
  for (const auto& value : b.values) {
    EXPECT_GE(value.decl, last);
    last = value.decl;
  }
}

}  // namespace
}  // namespace skillscale::scenarios
