#include "cli/number_words.h"

#include <gtest/gtest.h>

#include <cmath>

namespace skillscale::cli {
namespace {

TEST(Grouped, PutsBlanksBetweenThousandsFromFiveDigitsOn) {
  EXPECT_EQ(grouped(0, 0), "0");
  EXPECT_EQ(grouped(9999, 0), "9999");
  EXPECT_EQ(grouped(10000, 0), "10 000");
  EXPECT_EQ(grouped(123456, 0), "123 456");
  EXPECT_EQ(grouped(-1234567.25, 2), "-1 234 567.25");
}

TEST(Grouped, NeverSaysMinusZeroAndNamesWhatIsNotDefined) {
  EXPECT_EQ(grouped(-0.0004, 2), "0.00");
  EXPECT_EQ(grouped(NAN, 2), "-");
}

TEST(WithSign, SignsAllButZero) {
  EXPECT_EQ(with_sign(384, 0), "+384");
  EXPECT_EQ(with_sign(-0.2, 2), "-0.20");
  EXPECT_EQ(with_sign(0.001, 1), "0.0");
}

TEST(DecimalsFor, ShowAboutThreeDigits) {
  EXPECT_EQ(decimals_for(0), 0);
  EXPECT_EQ(decimals_for(-250), 0);
  EXPECT_EQ(decimals_for(12), 1);
  EXPECT_EQ(decimals_for(-3.7), 2);
  EXPECT_EQ(decimals_for(0.02), 3);
}

TEST(InBytes, KeepsThreeDigitsAndAUnit) {
  EXPECT_EQ(in_bytes(0), "0 bytes");
  EXPECT_EQ(in_bytes(999), "999 bytes");
  EXPECT_EQ(in_bytes(1000), "1.00 kB");
  EXPECT_EQ(in_bytes(85'400'000), "85.4 MB");
  EXPECT_EQ(in_bytes(999'700'000), "1.00 GB");
  EXPECT_EQ(in_bytes(23'000'000'000'000), "23.0 TB");
}

TEST(InMillions, KeepsThreeDigits) {
  EXPECT_EQ(in_millions(950), "950");
  EXPECT_EQ(in_millions(999'999), "999 999");
  EXPECT_EQ(in_millions(4'234'000), "4.23 million");
  EXPECT_EQ(in_millions(1.3e9), "1.3 billion");
}

TEST(Duration, ReadsLikeAClockFromAMinuteOn) {
  EXPECT_EQ(duration(7.4), "7 s");
  EXPECT_EQ(duration(125), "2:05");
  EXPECT_EQ(duration(3725), "1:02:05");
}

TEST(SpeedWords, SayNothingWhereThereIsNothingToSay) {
  EXPECT_EQ(speed_words(3e6, 2), ", 1.5 million agent-months/s");
  EXPECT_EQ(speed_words(0, 2), "");
  EXPECT_EQ(speed_words(5, 0), "");
  EXPECT_EQ(run_time(0.1), "less than a second");
  EXPECT_EQ(run_time(2), "2 s");
}

}  // namespace
}  // namespace skillscale::cli
