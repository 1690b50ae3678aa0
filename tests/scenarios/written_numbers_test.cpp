// What the language says about numbers, months and words as people write them elsewhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/calendar_month.h"
#include "scenarios/number.h"
#include "scenarios/type_letters.h"
#include "tests/scenarios/small_language.h"

namespace skillscale::scenarios {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// The faults of a scenario with this stock of people.
Faults faults_of(const std::string& stock) {
  return testing::load_text(
             "schema: 1\noccupations: {nursing: {}}\norigins: {PHL: {nursing: "
             "{stock: " +
             stock + "}}}\n")
      .faults;
}

TEST(WrittenNumbers, ACommaIsAnsweredWithTheUsersOwnNumber) {
  const auto next = [](std::string_view text) { return read_number(text).next; };
  EXPECT_EQ(next("0,15"), "write 0.15 with a point");
  EXPECT_EQ(next("-0,15 %"), "write -0.15 with a point");
  EXPECT_EQ(next("0,125"), "write 0.125 with a point");
  EXPECT_EQ(next("1.200,50 EUR"), "write 1200.50 with a point");
  EXPECT_EQ(next("1,200"), "write 1.200 with a point, or 1200 if the comma separates thousands");
  EXPECT_EQ(next("1,200,000"), "write 1200000 without a thousands separator");
  EXPECT_EQ(next("1,200.50"), "write 1200.50 without a thousands separator");
  EXPECT_EQ(next("1.200.000"), "write 1200000 without a thousands separator");
  EXPECT_EQ(next("1'200"), "write 1200 without a thousands separator");
}

TEST(WrittenNumbers, ADecimalCommaInBracesIsToldOnce) {
  const auto faults = faults_of("{value: 0,35, source: x}");
  ASSERT_EQ(faults.size(), 1U) << faults.text();
  EXPECT_THAT(
      faults.text(),
      AllOf(HasSubstr("test.yaml:3:42: origins.PHL.nursing.stock is \"0,35\", with a comma"),
            HasSubstr("next: write 0.35 with a point")));
}

TEST(WrittenNumbers, EveryNumberInBracesHasItsOwnMessage) {
  const auto faults = faults_of("{value: 0,35 persons, low: 0,35, high: 1,200,000}");
  ASSERT_EQ(faults.size(), 3U) << faults.text();
  EXPECT_THAT(faults.text(),
              AllOf(HasSubstr("stock is \"0,35 persons\""), HasSubstr("stock.low is \"0,35\""),
                    HasSubstr("stock.high is \"1,200,000\""),
                    HasSubstr("write 1200000 without a thousands separator")));
}

TEST(WrittenNumbers, OtherKeysWithoutValueAreStillRefusedAsSuch) {
  EXPECT_THAT(faults_of("{value: 5, low}").text(), HasSubstr("stock.low has no value"));
  EXPECT_THAT(faults_of("{value: '5', 35}").text(), HasSubstr("stock.35 has no value"));
  EXPECT_THAT(faults_of("{value: 5, 35: 1, 35: 2}").text(), HasSubstr("stock.35 is given twice"));
}

TEST(WrittenNumbers, BlanksAndPointsForThousandsAreNamed) {
  for (const char* stock : {"200 000", "200 000 persons", "{value: 200 000, low: 1}"}) {
    EXPECT_THAT(faults_of(stock).text(),
                AllOf(HasSubstr("a number with blanks inside"),
                      HasSubstr("write 200000 without a thousands separator")))
        << stock;
  }
  EXPECT_THAT(faults_of("1 200 000").text(), HasSubstr("write 1200000 without"));
  EXPECT_TRUE(faults_of("200 1000 persons").empty()) << "thousands of persons are a unit";
  EXPECT_THAT(faults_of("{value: 200.000, low: 150000, high: 250000}").text(),
              HasSubstr("no thousands separator; write 200000 if that is meant"));
}

TEST(WrittenNumbers, PointsForThousandsAreKnownByTheirGroups) {
  EXPECT_EQ(without_thousands_points("200.000"), "200000");
  EXPECT_EQ(without_thousands_points("1.234.567 persons"), "1234567");
  for (const char* text : {"0.125", "200", "2000.000", "12.34", "12.3456", "200.000.00", ".125",
                           "-1.000", "1.0e5", "never", "", "1.", "1.000x"}) {
    EXPECT_EQ(without_thousands_points(text), std::nullopt) << text;
  }
}

TEST(WrittenNumbers, APlainShareAboveOneIsOfferedAsPercent) {
  const auto share = [](const std::string& value) {
    return testing::load_text("schema: 1\noccupations: {nursing: {full_share: " + value + "}}\n")
        .faults.text();
  };
  EXPECT_THAT(share("15"), HasSubstr("write 15 % if percent are meant"));
  EXPECT_THAT(share("15 share"), HasSubstr("write 15 % if percent are meant"));
  EXPECT_THAT(share("{value: 15, unit: share}"),
              HasSubstr("if 15 % is meant, write 0.15, or unit: % beside 15"));
  EXPECT_THAT(share("150 %"), HasSubstr("give a value within the range"));
}

TEST(WrittenMonths, ADateIsAnsweredWithItsMonth) {
  const auto guess = [](std::string_view text) {
    const auto month = guess_calendar_month(text);
    return month ? to_text(*month) : "";
  };
  for (const char* text :
       {"1.1.2027", "01.01.2027", "1/2027", "01.2027", "2027-1", "2027-01-31", "2027/01", "2027"}) {
    EXPECT_EQ(guess(text), "2027-01") << text;
  }
  for (const char* text : {"1/2/2027", "13.2027", "1.13.2027", "soon", "", "20270101", "1.1.27"})
    EXPECT_EQ(guess(text), "") << text;
  const auto told = testing::load_text(
      testing::sound_scenario("horizon: {start: 1.1.2027}\n"
                              "partnerships: {a: {type: bridge, start: 15.3.2028}}\n"));
  EXPECT_THAT(told.faults.text(), AllOf(HasSubstr("write 2027-01"), HasSubstr("write 2028-03")));
}

TEST(WrittenTypes, LettersAreAnsweredWithTheirTypes) {
  EXPECT_EQ(type_of_letter("D"), "dual_track");
  EXPECT_EQ(type_of_letter("P"), "private_agency");
  for (const char* text : {"E", "a", "AB", ""}) EXPECT_EQ(type_of_letter(text), "") << text;
  const testing::Folder folder;
  const auto loaded = load(folder.write("s.yaml",
                                        "schema: 1\nname: T\noccupations: {nursing: {}}\n"
                                        "origins: {PHL: {nursing: {stock: 1}}}\n"
                                        "partnerships: {a: {type: A, origin: PHL, occupation: "
                                        "nursing}}\n"
                                        "levers: {l: {lever: partnership.seats, only: {types: "
                                        "[B]}}}\n"),
                           {}, model_language());
  EXPECT_THAT(loaded.faults.text(),
              AllOf(HasSubstr("A is recruit_and_bridge"), HasSubstr("B is train_at_destination")));
}

}  // namespace
}  // namespace skillscale::scenarios
