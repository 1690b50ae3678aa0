// What `skillscale new` writes is sound as it stands, and so is every example in it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "scenarios/scenario.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Loaded load_with_library(std::string_view text) {
  const testing::Folder folder;
  const auto library = std::filesystem::path(SKILLSCALE_SOURCE_DIR) / "scenarios/library";
  return load(folder.write("new.yaml", text), {library, {}}, model_language());
}

void expect_sound(std::string_view text) {
  const auto loaded = load_with_library(text);
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  EXPECT_THAT(loaded.scenario->warnings.text(), IsEmpty());
}

/// Removes the # of examples, which have no blank behind it.
std::string with_examples(const std::string& text) {
  return std::regex_replace(text, std::regex("\n#(?=[^ #\n]| {2})"), "\n");
}

TEST(NewCorridor, IsSoundAndHasEveryPart) {
  const auto text = new_corridor();
  expect_sound(text);
  const auto loaded = load_with_library(text);
  const auto& names = loaded.scenario->bound.names;
  for (const auto axis : {models::Axis::Origin, models::Axis::Occupation, models::Axis::Partnership,
                          models::Axis::Centre, models::Axis::Lever})
    EXPECT_EQ(names[static_cast<std::size_t>(axis)].size(), 1U);
  EXPECT_EQ(loaded.scenario->references.size(), 2U);
  EXPECT_FALSE(loaded.scenario->run.corridor.empty());
}

TEST(NewCorridor, TheLeverIsWhatDiffersFromThePilots) {
  const auto loaded = load_with_library(new_corridor());
  const auto& pilots = loaded.scenario->references[0].bound;
  EXPECT_NE(testing::value_at(pilots, "partnerships.programme.type"), nullptr);
  EXPECT_NE(testing::value_at(loaded.scenario->bound, "levers.help_with_documents.strength"),
            nullptr);
  EXPECT_EQ(testing::value_at(pilots, "levers.help_with_documents.strength"), nullptr);
}

TEST(NewScenario, IsSoundAsItStandsAndWithItsExamples) {
  for (const auto* from : {"hello.yaml", "base/nursing-bosnia.yaml"}) {
    const auto text = new_scenario(from, "BIH", "nursing");
    EXPECT_THAT(text, HasSubstr("# yaml-language-server: $schema="));
    expect_sound(text);
    const auto whole = with_examples(text);
    EXPECT_THAT(whole, Not(HasSubstr("\n#levers")));
    expect_sound(whole);
    const auto loaded = load_with_library(whole);
    const auto& bound = loaded.scenario->bound;
    EXPECT_EQ(testing::number_at(bound, "levers.more_staff.strength"), 0.5);
    EXPECT_EQ(testing::number_at(bound, "partnerships.my_partnership.seats_per_month"), 5);
    EXPECT_EQ(testing::number_at(bound, "centres.my_centre.seats"), 180);
    EXPECT_EQ(testing::number_at(bound, "origins.BIH.nursing.wage"), 500);
    EXPECT_EQ(loaded.scenario->references.size(), 2U);
  }
}

}  // namespace
}  // namespace skillscale::scenarios
