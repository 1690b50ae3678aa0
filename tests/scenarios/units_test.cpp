#include "scenarios/units.h"

#include <gtest/gtest.h>

#include <cmath>

namespace skillscale::scenarios {
namespace {

using models::TimeKind;

std::optional<double> converted(std::string_view text, std::string_view canonical,
                                TimeKind kind = TimeKind::None) {
  const auto quantity = read_quantity(text);
  if (!quantity.quantity) return std::nullopt;
  const auto from = read_unit(quantity.quantity->unit);
  const auto to = read_unit(canonical);
  if (!from.unit || !to.unit) return std::nullopt;
  return convert(quantity.quantity->number, *from.unit, *to.unit, kind);
}

struct Case {
  const char* text;
  const char* canonical;
  TimeKind kind;
  double value;
};

class Conversion : public ::testing::TestWithParam<Case> {};

TEST_P(Conversion, GivesTheCanonicalValue) {
  const auto& [text, canonical, kind, value] = GetParam();
  const auto result = converted(text, canonical, kind);
  ASSERT_TRUE(result.has_value()) << text;
  EXPECT_NEAR(*result, value, 1e-12 * std::max(1.0, std::abs(value))) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Units, Conversion,
    ::testing::Values(Case{"18 months", "months", TimeKind::None, 18},
                      Case{"1.5 years", "months", TimeKind::None, 18},
                      Case{"1 quarter", "months", TimeKind::None, 3},
                      Case{"24 months", "years", TimeKind::None, 2},
                      Case{"420 cases/month", "cases/month", TimeKind::Hazard, 420},
                      Case{"1200 files per year", "cases/month", TimeKind::Hazard, 100},
                      Case{"12.5 kEUR", "EUR", TimeKind::None, 12500},
                      Case{"12.5kEUR/person", "EUR/person", TimeKind::None, 12500},
                      Case{"36 kEUR/year", "EUR/month", TimeKind::Hazard, 3000},
                      Case{"30 %", "1", TimeKind::None, 0.3}, Case{"30%", "1", TimeKind::None, 0.3},
                      Case{"6 %/year", "1/month", TimeKind::Hazard, 0.005},
                      Case{"0.1/month", "1/month", TimeKind::Hazard, 0.1},
                      Case{"2 million persons", "persons", TimeKind::None, 2e6},
                      Case{"8300 km", "1000 km", TimeKind::None, 8.3},
                      Case{"-1e-3 %/month", "1/month", TimeKind::Growth, -1e-5},
                      Case{"365.2425 days", "months", TimeKind::None, 12}));

TEST(Conversion, TwelveMonthsOfAProbabilityRebuildTheYear) {
  for (double yearly : {0.0, 0.03, 0.5, 1.0}) {
    const double monthly =
        *converted(std::to_string(yearly * 100) + " %/year", "1/month", TimeKind::Probability);
    EXPECT_NEAR(std::pow(1 - monthly, 12), 1 - yearly, 1e-12);
  }
}

TEST(Conversion, TwelveMonthsOfGrowthRebuildTheYear) {
  for (double yearly : {-0.2, 0.0, 0.03, 1.5}) {
    const double monthly =
        *converted(std::to_string(yearly * 100) + " %/year", "1/month", TimeKind::Growth);
    EXPECT_NEAR(std::pow(1 + monthly, 12), 1 + yearly, 1e-12);
  }
}

TEST(Conversion, AMonthlyProbabilityWithoutATimeInItsUnitTakesARate) {
  EXPECT_NEAR(*converted("3 %/year", "1", TimeKind::Probability), 1 - std::pow(0.97, 1 / 12.0),
              1e-15);
  EXPECT_NEAR(*converted("3 %", "1", TimeKind::Probability), 0.03, 1e-15);
  EXPECT_FALSE(converted("3 %/year", "1", TimeKind::None));
}

TEST(Conversion, AProbabilityAboveOneHasNoMonthlyValue) {
  EXPECT_FALSE(converted("120 %/year", "1/month", TimeKind::Probability));
  EXPECT_TRUE(converted("120 %/year", "1/month", TimeKind::Hazard));
}

TEST(Conversion, AnotherDimensionDoesNotConvert) {
  EXPECT_FALSE(converted("3 months", "1/month"));
  EXPECT_FALSE(converted("3 persons", "cases"));
  EXPECT_FALSE(converted("3 EUR", "EUR/month"));
  EXPECT_FALSE(converted("3 %", "1/month", TimeKind::Hazard));
  EXPECT_FALSE(converted("3 EUR/month/month", "EUR/month"));
}

TEST(ReadUnit, ForeignCurrencyIsRefusedWithAWayOut) {
  const auto reading = read_unit("USD/month");
  EXPECT_FALSE(reading.unit);
  EXPECT_NE(reading.next.find("give EUR of 2024"), std::string::npos);
}

TEST(ReadUnit, AMisspeltWordHasANearOne) {
  EXPECT_NE(read_unit("mouths").next.find("did you mean months?"), std::string::npos);
}

TEST(ReadUnit, AUnitMayNotEndInPer) {
  for (const char* text : {"%/", "EUR per", "/", "", "//month", "1 / / month"}) {
    EXPECT_FALSE(read_unit(text).unit) << text;
  }
}

TEST(ReadQuantity, RefusesWhatIsNoDecimalNumber) {
  for (const char* text : {"", "abc", "nan", ".inf", "0x10", "1,5", "1_000", "1e400", "--3", "+3",
                           "1.2.3", "e5", "1'000"}) {
    const auto reading = read_quantity(text);
    const bool is_number = reading.quantity && reading.quantity->unit.empty();
    EXPECT_FALSE(is_number) << text;
  }
}

TEST(ReadUnit, DescribesWhatItMeasures) {
  EXPECT_EQ(describe(*read_unit("%/year").unit), "a share per time");
  EXPECT_EQ(describe(*read_unit("months").unit), "time");
  EXPECT_EQ(describe(*read_unit("kEUR/person").unit), "money per person");
}

}  // namespace
}  // namespace skillscale::scenarios
