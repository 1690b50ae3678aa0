#include "scenarios/scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/emit_yaml.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::number_at;
using testing::small_language;
using testing::sound_scenario;
using testing::value_at;

Loaded with_overrides(std::vector<std::string> texts, std::string_view more = {}) {
  const Folder folder;
  LoadOptions options;
  Faults faults;
  for (const auto& text : texts) {
    if (auto change = parse_override(text, faults)) options.overrides.push_back(*change);
  }
  EXPECT_TRUE(faults.empty()) << faults.text();
  return load(folder.write("s.yaml", sound_scenario(more)), options, small_language());
}

TEST(Load, ReadsTheRunSections) {
  const auto loaded = testing::load_text(sound_scenario(
      "description: A test\n"
      "horizon: {start: 2026-04, months: 30000}\n"
      "ensemble: {replicates: 7, seed: 9007199254740991, draws: 3, quantiles: [0.1, 0.9]}\n"
      "outputs: {variables: [employed], every: 12}\n"));
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  const auto& run = loaded.scenario->run;
  EXPECT_EQ(run.name, "Test");
  EXPECT_EQ(to_text(run.start), "2026-04");
  EXPECT_EQ(run.months, 30000);
  EXPECT_EQ(run.ensemble.replicates, 7);
  EXPECT_EQ(run.ensemble.seed, 9007199254740991U);
  EXPECT_EQ(run.ensemble.draws, 3);
  EXPECT_THAT(run.ensemble.quantiles, ElementsAre(0.1, 0.9));
  EXPECT_THAT(run.outputs.variables, ElementsAre("employed"));
  EXPECT_EQ(run.outputs.every, 12);
}

TEST(Load, WithoutRunSectionsTakesTheStandardOnes) {
  const auto loaded = testing::load_text("schema: 1\n");
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  EXPECT_EQ(loaded.scenario->run.months, 120);
  EXPECT_TRUE(loaded.scenario->run.outputs.variables.empty());
}

TEST(Load, TheDigestSeesValuesButNotCommentsOrFiles) {
  const auto plain = testing::load_text(sound_scenario());
  const auto commented = testing::load_text("# a comment\n" + sound_scenario("# another\n"));
  const auto changed = testing::load_text(sound_scenario("platform: {intensity: 1}\n"));
  ASSERT_TRUE(plain.scenario && commented.scenario && changed.scenario);
  EXPECT_EQ(plain.scenario->digest.size(), 32U);
  EXPECT_EQ(plain.scenario->digest, commented.scenario->digest);
  EXPECT_NE(plain.scenario->digest, changed.scenario->digest);
}

TEST(Load, TheEffectiveDocumentIsAScenarioOfItsOwn) {
  const auto first = testing::load_text(sound_scenario("horizon: {months: 7}\n"));
  ASSERT_TRUE(first.scenario);
  const auto second = testing::load_text(first.scenario->effective_yaml);
  ASSERT_TRUE(second.scenario) << second.faults.text();
  EXPECT_EQ(second.scenario->digest, first.scenario->digest);
}

TEST(Show, NamesFileAndLineOfEveryValueOnRequest) {
  const auto loaded = testing::load_text(sound_scenario());
  ASSERT_TRUE(loaded.scenario);
  EXPECT_EQ(show(*loaded.scenario, false), loaded.scenario->effective_yaml);
  EXPECT_THAT(show(*loaded.scenario, true), HasSubstr("      stock: 1000  # "));
  EXPECT_THAT(show(*loaded.scenario, true), HasSubstr("test.yaml:4\n"));
}

TEST(Override, ChangesOneValueAndSaysWhereItCameFrom) {
  const auto loaded = with_overrides({"origins.PHL.nursing.stock=2 thousand persons"});
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  EXPECT_EQ(number_at(loaded.scenario->bound, "origins.PHL.nursing.stock"), 2000);
  const auto* value = value_at(loaded.scenario->bound, "origins.PHL.nursing.stock");
  EXPECT_EQ(to_text(value->place), "command line");
}

TEST(Override, MakesMissingMapsReadsListsAndRemovesByNull) {
  const auto loaded = with_overrides({"levers.a.lever=recognition.staff", "levers.a.strength=0.5",
                                      "levers.a.only.types=[dual]", "origins.MAR=null"});
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  const auto& bound = loaded.scenario->bound;
  EXPECT_EQ(number_at(bound, "levers.a.strength"), 0.5);
  EXPECT_THAT(bound.lists[0].second, ElementsAre(2));
  EXPECT_EQ(value_at(bound, "origins.MAR.crafts.stock"), nullptr);
}

TEST(Override, FaultsPointToTheCommandLine) {
  const auto loaded = with_overrides(
      {"platform.intensty=1", "training.months=0.5", "extends=a.yaml", "training.cost="});
  const auto text = loaded.faults.text();
  EXPECT_THAT(text, HasSubstr("command line: platform.intensty is not a known key"));
  EXPECT_THAT(text, HasSubstr("command line: training.months is 0.5"));
  EXPECT_THAT(text, HasSubstr("command line: extends cannot be set here"));
  EXPECT_THAT(text, HasSubstr("command line: training.cost is set to nothing"));
}

TEST(Override, AValueThatCannotBeReadNamesItsPath) {
  const auto text = with_overrides({"training.months=nan", "platform.intensity={value: .inf}",
                                    "levers.a.only.types=[dual, .nan]",
                                    "training.cost=\"1\\u0000\"", "lands.BY.share=[1"})
                        .faults.text();
  EXPECT_THAT(text, HasSubstr("command line: training.months is nan\n"));
  EXPECT_THAT(text, HasSubstr("command line: platform.intensity.value is .inf\n"));
  EXPECT_THAT(text, HasSubstr("command line: levers.a.only.types[2] is .nan\n"));
  EXPECT_THAT(text, HasSubstr("command line: training.cost has a control character"));
  EXPECT_THAT(text, HasSubstr("command line: lands.BY.share"));
}

TEST(Load, AValueOutsideAnInheritedRangeStandsAtTheValue) {
  const Folder folder;
  folder.write("base.yaml", sound_scenario("training: {cost: {value: 5, low: 4, high: 6}}\n"));
  const auto file =
      folder.write("s.yaml", "schema: 1\nextends: base.yaml\ntraining: {cost: {value: 9}}\n");
  const auto text = load(file, {}, small_language()).faults.text();
  EXPECT_THAT(text, HasSubstr("s.yaml:3:26: training.cost is 9 EUR/person, outside its own range "
                              "4 to 6 EUR/person\n"));
  EXPECT_THAT(text, HasSubstr("next: give low and high too; those of "));
  EXPECT_THAT(text, HasSubstr("base.yaml:5:43 stay"));
}

TEST(Override, TextWithoutAnEqualsSignOrPathIsAFault) {
  for (const char* text : {"abc", "=3", ".a=3", "a.=3", "a..b=3", ""}) {
    Faults faults;
    EXPECT_FALSE(parse_override(text, faults)) << text;
    EXPECT_EQ(faults.size(), 1U);
  }
}

class References : public ::testing::Test {
 protected:
  References() {
    options_.library = folder_.path() / "library";
    folder_.write("library/package/pilots.yaml",
                  "schema: 1\nname: Pilots\nplatform: {intensity: 0.1}\npartnerships: {a: null}\n");
    folder_.write("library/package/none.yaml", "schema: 1\nname: None\nswitches: {pool: off}\n");
    folder_.write("library/base/corridor.yaml",
                  sound_scenario("corridor: PHL\n"
                                 "platform: {intensity: 0.5}\n"
                                 "partnerships: {a: {type: dual}, b: {type: origin}}\n"
                                 "levers: {old: {lever: recognition.staff, strength: 1}}\n"));
  }

  Loaded load_mine(std::string_view text) {
    return load(folder_.write("mine.yaml", text), options_, small_language());
  }

  Folder folder_;
  LoadOptions options_;
};

constexpr std::string_view mine =
    "schema: 1\n"
    "name: Mine\n"
    "extends: base/corridor.yaml\n"
    "ensemble: {references: [pilots, none]}\n"
    "training: {cost: 1234}\n"
    "platform: {intensity: 0.9}\n"
    "levers: {new: {lever: visa.fast_track_share, strength: 0.5}}\n";

TEST_F(References, TakeAssumptionsFromTheScenarioAndPolicyFromCorridorAndPackage) {
  const auto loaded = load_mine(mine);
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  ASSERT_EQ(loaded.scenario->references.size(), 2U);
  const auto& pilots = loaded.scenario->references[0];
  EXPECT_EQ(pilots.package, "pilots");
  EXPECT_EQ(pilots.name, "Pilots");
  EXPECT_EQ(number_at(pilots.bound, "training.cost"), 1234);
  EXPECT_EQ(number_at(pilots.bound, "platform.intensity"), 0.1);
  EXPECT_EQ(value_at(pilots.bound, "partnerships.a.type"), nullptr);
  EXPECT_NE(value_at(pilots.bound, "partnerships.b.type"), nullptr);
  EXPECT_NE(value_at(pilots.bound, "levers.old.strength"), nullptr);
  EXPECT_EQ(value_at(pilots.bound, "levers.new.strength"), nullptr);
  const auto& none = loaded.scenario->references[1];
  EXPECT_EQ(number_at(none.bound, "switches.pool"), 0);
  EXPECT_EQ(number_at(none.bound, "platform.intensity"), 0.5);
}

TEST_F(References, WithoutACorridorAreTheScenarioWithoutLevers) {
  const auto loaded =
      load_mine(sound_scenario("ensemble: {references: [none]}\n"
                               "platform: {intensity: 0.9}\n"
                               "levers: {new: {lever: visa.fast_track_share, strength: 0.5}}\n"));
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  const auto& bound = loaded.scenario->references[0].bound;
  EXPECT_EQ(number_at(bound, "platform.intensity"), 0.9);
  EXPECT_EQ(value_at(bound, "levers.new.strength"), nullptr);
}

TEST_F(References, EveryFileReadIsKept) {
  const auto loaded = load_mine(mine);
  ASSERT_TRUE(loaded.scenario);
  std::vector<std::string> names;
  for (const auto& file : loaded.scenario->files) {
    names.push_back(std::filesystem::path(file.name).filename().string());
  }
  EXPECT_THAT(names, ElementsAre("mine.yaml", "corridor.yaml", "pilots.yaml", "none.yaml"));
}

TEST_F(References, APackageMayOnlyChangePolicy) {
  folder_.write("library/package/pilots.yaml", "schema: 1\ntraining: {cost: 3}\n");
  const auto text = load_mine(mine).faults.text();
  EXPECT_THAT(text, HasSubstr("pilots.yaml:2:1: training stands in a package"));
}

TEST_F(References, AFaultInAReferenceSaysInWhich) {
  folder_.write("library/package/pilots.yaml", "schema: 1\nplatform: {intensity: 7}\n");
  const auto text = load_mine(mine).faults.text();
  EXPECT_THAT(text,
              HasSubstr("pilots.yaml:2:23: platform.intensity is 7 (in the reference pilots)"));
}

TEST_F(References, AMisspeltPackageHasANearOne) {
  const auto text = load_mine(sound_scenario("ensemble: {references: [pilot]}\n")).faults.text();
  EXPECT_THAT(text, HasSubstr("mine.yaml:5:25: ensemble.references names pilot"));
  EXPECT_THAT(text, HasSubstr("did you mean pilots?"));
}

TEST_F(References, ThePackagesThemselvesCheckAlone) {
  const std::vector<std::filesystem::path> files{options_.library / "package/pilots.yaml",
                                                 options_.library / "package/none.yaml",
                                                 options_.library / "base/corridor.yaml"};
  const auto faults = check(files, options_, small_language()).faults;
  EXPECT_TRUE(faults.empty()) << faults.text();
}

}  // namespace
}  // namespace skillscale::scenarios
