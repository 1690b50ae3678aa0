// Warnings of the shipped model's language: what is sound and rarely meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "scenarios/scenario.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const std::filesystem::path library =
    std::filesystem::path(SKILLSCALE_SOURCE_DIR) / "scenarios/library";

constexpr std::string_view head =
    "schema: 1\n"
    "name: Test\n"
    "extends: base/nursing-tunisia.yaml\n"
    "horizon: {start: 2024-01, months: 36}\n";

/// Warnings of a scenario that must be sound.
std::string warnings(std::string_view text) {
  const testing::Folder folder;
  const auto loaded = load(folder.write("s.yaml", text), {library, {}}, model_language());
  EXPECT_TRUE(loaded.scenario) << loaded.faults.text();
  return loaded.scenario ? loaded.scenario->warnings.text() : "";
}

std::string with(std::string_view more) { return warnings(std::string(head) + std::string(more)); }

TEST(Advice, ASoundScenarioHasNone) { EXPECT_THAT(with(""), IsEmpty()); }

TEST(Advice, APreparationThatNobodyPaysIsNamed) {
  const auto pays = [](const std::string& shares) {
    return with("partnership_types: {recruit_and_bridge: {pays: " + shares + "}}\n");
  };
  EXPECT_THAT(pays("{employer: 0.1, german_state: 0, donor: 0, migrant: 0}"), IsEmpty());
  EXPECT_THAT(pays("{employer: 0, german_state: 0, donor: 0, migrant: 0}"),
              AllOf(HasSubstr("warning: partnership_types.recruit_and_bridge.pays is 0 for every"),
                    HasSubstr("next: say who pays")));
  EXPECT_THAT(with("switches: {costs: off}\npartnership_types: {recruit_and_bridge: {pays: "
                   "{employer: 0, german_state: 0, donor: 0, migrant: 0}}}\n"),
              Not(HasSubstr("pays")));
}

TEST(Advice, LeversThatStartTooLateNeverAct) {
  const auto lever = [](const std::string& start) {
    return with("levers: {a: {lever: recognition.staff, strength: 1, start: " + start + "}}\n");
  };
  EXPECT_THAT(lever("2026-12"), IsEmpty());
  EXPECT_THAT(lever("2027-01"),
              AllOf(HasSubstr("s.yaml:5:60: warning: levers.a.start is 2027-01, after the last"),
                    HasSubstr("next: give an earlier month")));
  EXPECT_THAT(lever("never"), HasSubstr("levers.a.start is never"));
}

TEST(Advice, AStrengthOfFiftyIsNotFiftyPercent) {
  const auto lever = [](const std::string& strength) {
    return with("levers: {a: {lever: recognition.staff, start: 2024-06, strength: " + strength +
                "}}\n");
  };
  EXPECT_THAT(lever("50"), AllOf(HasSubstr("levers.a.strength is 50, which means 51 times"),
                                 HasSubstr("next: for 50 % write 50 %, which is 0.5")));
  EXPECT_THAT(lever("50 %"), IsEmpty());
  EXPECT_THAT(lever("5000 %"), IsEmpty());
  EXPECT_THAT(lever("3"), IsEmpty());
}

TEST(Advice, AStrengthBeyondTheWholeEffectIsTold) {
  const auto lever = [](const std::string& name, const std::string& strength) {
    return with("levers: {a: {lever: " + name + ", strength: " + strength + "}}\n");
  };
  EXPECT_THAT(lever("preparation.welcome", "1"), IsEmpty());
  EXPECT_THAT(lever("preparation.welcome", "5"), HasSubstr("is 5, which is beyond the whole"));
  EXPECT_THAT(lever("preparation.settlement", "50"), HasSubstr("which divides by 51"));
  EXPECT_THAT(lever("partnership.formation", "20"), IsEmpty());
  EXPECT_THAT(lever("partnership.formation", "50"), HasSubstr("which means 51 times"));
}

TEST(Advice, APartOfTheModelIsSwitchedOffInAllWorldsOrTold) {
  const std::string off = "switches: {dissolution: off}\n",
                    compared = "ensemble: {references: [pilots_as_today, no_partnerships]}\n";
  const auto told = with(compared + off);
  EXPECT_THAT(told, AllOf(HasSubstr("s.yaml:6:25: warning: switches.dissolution is off here and on "
                                    "in the references pilots_as_today, no_partnerships"),
                          HasSubstr("the mechanism, not the policy"),
                          HasSubstr("next: put switches: {dissolution: off} into the corridor")));
  EXPECT_EQ(told.find("warning:"), told.rfind("warning:"));
  EXPECT_THAT(with(off), IsEmpty()) << "there is nothing to compare with";
  EXPECT_THAT(with(compared + "corridor: Mine\n" + off), IsEmpty()) << "the references have it too";
}

TEST(Advice, SwitchesOfPolicyAndOfThePackageMayDiffer) {
  const std::string compared = "ensemble: {references: [pilots_as_today, no_partnerships]}\n";
  EXPECT_THAT(with(compared + "switches: {growth: on, formation: on, partnerships: off}\n"),
              IsEmpty());
  const testing::Folder folder;
  folder.write("package/own.yaml", "schema: 1\nname: Own\nswitches: {dissolution: on}\n");
  std::filesystem::create_directory_symlink(library / "base", folder.path() / "base");
  const auto file = folder.write("s.yaml", std::string(head) +
                                               "ensemble: {references: [own]}\n"
                                               "switches: {dissolution: off}\n");
  const auto loaded = load(file, {folder.path(), {}}, model_language());
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  EXPECT_THAT(loaded.scenario->warnings.text(), IsEmpty());
}

TEST(Advice, ASwitchOfTheCommandLineIsTold) {
  const testing::Folder folder;
  const auto file =
      folder.write("s.yaml", std::string(head) + "ensemble: {references: [pilots_as_today]}\n");
  const auto loaded = load(file, {library, {{"switches.dissolution", "off"}}}, model_language());
  ASSERT_TRUE(loaded.scenario) << loaded.faults.text();
  EXPECT_THAT(loaded.scenario->warnings.text(),
              HasSubstr("command line: warning: switches.dissolution is off here and on"));
}

TEST(Advice, MoneyOfTheSizeOfAYearsIsDoubted) {
  const auto wage = [](const std::string& amount) {
    return with("occupations: {nursing: {wage: " + amount + "}}\n");
  };
  EXPECT_THAT(wage("42000"),
              AllOf(HasSubstr("wage is 42000, which looks like the amount of a year"),
                    HasSubstr("write 42000 EUR/year if a year is meant")));
  EXPECT_THAT(wage("42000 EUR/year"), IsEmpty());
  EXPECT_THAT(wage("42000 EUR/month"), IsEmpty());
  EXPECT_THAT(wage("9000"), IsEmpty());
  EXPECT_THAT(with("origins: {TUN: {nursing: {wage: 6000}}}\n"), HasSubstr("wage is 6000"));
}

TEST(Advice, APointForThousandsIsTold) {
  const auto stock = [](const std::string& number) {
    return with("origins: {TUN: {nursing: {stock: " + number + "}}}\n");
  };
  EXPECT_THAT(stock("40.000"), AllOf(HasSubstr("stock is 40.000, which is read as 40\n"),
                                     HasSubstr("for 40 thousand write 40000; for 40 write 40\n")));
  EXPECT_THAT(stock("40.125 persons"), HasSubstr("for 40.125 write 40.1250 persons"));
  EXPECT_THAT(stock("{value: 40.000, low: 30.000, high: 50000}"),
              AllOf(HasSubstr("stock is 40.000"), HasSubstr("stock.low is 30.000")));
  EXPECT_THAT(with("ensemble: {replicates: 1.000}\n"), HasSubstr("replicates is 1.000, which is"));
  for (const char* sound : {"40000", "40000.5", "40000.125", "40.1250", "400.0"})
    EXPECT_THAT(stock(sound), IsEmpty()) << sound;
  EXPECT_THAT(with("integration: {welcome: {value: 0.125, low: 0.1, high: 0.5}}\n"), IsEmpty());
  EXPECT_THAT(with("origins: {TUN: {price_level: 1.125}}\n"), IsEmpty())
      << "1125 is no price level";
}

TEST(Advice, AShareInPercentThatIsAHundredthIsTold) {
  const auto share = [](const std::string& value) {
    return with("origins: {TUN: {nursing: {unemployed_share: " + value + "}}}\n");
  };
  EXPECT_THAT(share("0.15 %"), AllOf(HasSubstr("unemployed_share is 0.15 %, that is 0.0015"),
                                     HasSubstr("for 15 % write 15 %")));
  EXPECT_THAT(share("{value: 0.15, low: 0.1, high: 0.2, unit: '%'}"), HasSubstr("is 0.15 %, that"));
  for (const char* sound : {"15 %", "0.0015", "0.5 %"})
    EXPECT_THAT(share(sound), IsEmpty()) << sound;
}

TEST(Advice, ALeverWithoutStrengthChangesNothing) {
  EXPECT_THAT(with("levers: {a: {lever: recognition.staff}}\n"),
              HasSubstr("s.yaml:5:10: warning: levers.a has no strength"));
  EXPECT_THAT(with("levers: {a: {lever: recognition.staff, strength: 0, cost_per_month: 5}}\n"),
              HasSubstr("warning: levers.a.strength is 0 although the lever has a running cost"));
  // The null policy is a thought experiment of its own.
  EXPECT_THAT(with("levers: {a: {lever: recognition.staff, strength: 0}}\n"), IsEmpty());
}

TEST(Advice, ALeverThatCoversNothingIsTold) {
  const std::string ghana =
      "origins: {GHA: {nursing: {stock: 1}}}\n"
      "levers: {a: {lever: ";
  EXPECT_THAT(with(ghana + "partnership.seats, strength: 1, only: {origins: [GHA]}}}\n"),
              HasSubstr("warning: levers.a.only matches nothing in this scenario"));
  EXPECT_THAT(with(ghana + "partnership.seats, strength: 1, only: {origins: [TUN]}}}\n"),
              Not(HasSubstr("levers.a")));
  const std::string closed =
      "switches: {formation: off}\n"
      "levers: {a: {lever: qualification.alignment, strength: 1, only: {types: [";
  EXPECT_THAT(with(closed + "dual_track]}}}\n"), HasSubstr("levers.a.only matches nothing"));
  EXPECT_THAT(with(closed + "dual_track, private_agency]}}}\n"), IsEmpty());
  EXPECT_THAT(with(closed + "recruit_and_bridge]}}}\n"), IsEmpty());
}

TEST(Advice, ACoverageThatTheLeverCannotTellApartIsTold) {
  EXPECT_THAT(
      with("levers: {a: {lever: recognition.staff, strength: 1, only: {origins: [TUN]}}}\n"),
      HasSubstr("warning: levers.a.only.origins is without effect"));
  EXPECT_THAT(
      with("levers: {a: {lever: policy.visa_staff, strength: 1, only: {origins: [TUN]}}}\n"),
      IsEmpty());
}

TEST(Advice, APartnershipThatNeverStartsIsTold) {
  const auto start = [](const std::string& month) {
    return with("partnerships: {triple_win_tunisia: {start: " + month + "}}\n");
  };
  EXPECT_THAT(start("never"),
              HasSubstr("s.yaml:5:44: warning: partnerships.triple_win_tunisia.start is never"));
  EXPECT_THAT(start("2030-01"), HasSubstr("after the last month of the run"));
  EXPECT_THAT(start("2026-12"), IsEmpty());
}

TEST(Advice, APlainNumberOfTheSizeOfAYearsIsDoubted) {
  const auto seats = [](const std::string& number) {
    return with("partnerships: {triple_win_tunisia: {seats_per_month: " + number + "}}\n");
  };
  EXPECT_THAT(seats("11"), IsEmpty());
  EXPECT_THAT(seats("540"), AllOf(HasSubstr("seats_per_month is 540, which looks like"),
                                  HasSubstr("usually up to 80 persons/month"),
                                  HasSubstr("write 540 persons/year if a year is meant")));
  EXPECT_THAT(seats("540 persons/year"), IsEmpty());
  EXPECT_THAT(seats("540 persons/month"), IsEmpty());
  const std::string range = "{value: 540, low: 500, high: 600";
  EXPECT_THAT(seats(range + ", unit: persons/month}"), IsEmpty());
  EXPECT_THAT(seats(range + "}"), HasSubstr("is 540, which looks like"))
      << "the unit of the extended file was not written for this number";
  EXPECT_THAT(with("origins: {TUN: {nursing: {graduates_per_month: 2500}}}\n"),
              HasSubstr("graduates_per_month is 2500, which looks like the number of a year"));
  EXPECT_THAT(with("authorities: {placement: {tokens_per_month: 850}}\n"),
              HasSubstr("tokens_per_month is 850"));
  EXPECT_THAT(with("occupations: {nursing: {domestic_graduates_per_month: 37400}}\n"),
              HasSubstr("domestic_graduates_per_month is 37400"));
  EXPECT_THAT(with("origins: {TUN: {nursing: {agency_capacity_per_month: unlimited}}}\n"),
              IsEmpty());
}

/// The library's own yearly figures are recognised when their unit is lost, and its monthly ones
/// are not.
TEST(Advice, YearlyAndMonthlyFiguresOfTheLibraryAreToldApart) {
  for (const char* corridor : {"nursing-philippines", "nursing-bosnia", "nursing-tunisia"}) {
    std::ifstream stream(library / "base" / (std::string(corridor) + ".yaml"));
    std::ostringstream text;
    text << stream.rdbuf();
    const std::regex unit(", unit: (persons|cases)/(year|month)");
    auto bare = std::regex_replace(text.str(), unit, "");
    bare = std::regex_replace(bare, std::regex("[a-z-]+\\.yaml"), "base/$&");
    const auto found = warnings(bare);
    EXPECT_THAT(found, HasSubstr("graduates_per_month")) << corridor;
    EXPECT_EQ(found.find("warning:"), found.rfind("warning:")) << found;
  }
}

TEST(Advice, ANewCorridorIsAskedForItsOwnValues) {
  const auto found = with("origins: {GHA: {nursing: {stock: 1000, wage: 300}}}\n");
  EXPECT_THAT(found, HasSubstr("s.yaml:5:17: warning: origins.GHA.nursing leaves at standard"));
  for (const char* path : {"authorities.visa.GHA.tokens_per_month (400 cases/month)",
                           "authorities.language.GHA.places (2000 places)",
                           "origins.GHA.nursing.agency_capacity_per_month (unlimited)"}) {
    EXPECT_THAT(found, HasSubstr(path));
  }
  for (const char* path : {"nursing.wage", "TUN", "school_leavers"}) {
    EXPECT_THAT(found, Not(HasSubstr(path)));
  }
  EXPECT_EQ(found.find("warning:"), found.rfind("warning:")) << "one warning per corridor";
  EXPECT_THAT(with("origins: {GHA: {nursing: {stock: 1}}}\n"
                   "partnerships: {d: {type: dual_track, origin: GHA, occupation: nursing}}\n"),
              HasSubstr("origins.GHA.nursing.school_leavers (0 persons)"));
}

TEST(Advice, AReferenceIsWarnedOfWhatOnlyItHas) {
  const auto found = with(
      "ensemble: {references: [dual_track_first]}\n"
      "origins: {GHA: {nursing: {stock: 1}}}\n");
  EXPECT_THAT(found, AllOf(HasSubstr("levers.placement_staff.start is 2027-01"),
                           HasSubstr("(in the reference dual_track_first)")));
  EXPECT_EQ(found.find("origins.GHA.nursing leaves"), found.rfind("origins.GHA.nursing leaves"));
}

TEST(Advice, FilesThatShareAnotherSayItOnce) {
  const testing::Folder folder;
  folder.write("base.yaml", std::string(head) + "levers: {a: {lever: recognition.staff}}\n");
  const std::vector<std::filesystem::path> files{
      folder.write("a.yaml", "schema: 1\nextends: base.yaml\n"),
      folder.write("b.yaml", "schema: 1\nextends: base.yaml\n")};
  const auto report = check(files, {library, {}}, model_language());
  EXPECT_TRUE(report.faults.empty()) << report.faults.text();
  EXPECT_EQ(report.warnings.size(), 1U) << report.warnings.text();
}

}  // namespace
}  // namespace skillscale::scenarios
