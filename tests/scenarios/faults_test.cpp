#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenarios/fault.h"

namespace skillscale::scenarios {
namespace {

Fault example() {
  Place place = whole_file("scenarios/nursing.yaml");
  place.line = 13;
  place.column = 34;
  return {place, "authorities.recognition.nursing.tokens_per_month", "is -420",
          "0 to 100000 cases/month", "to close the office give 0"};
}

TEST(Faults, ReadAsPlaceThenAllowedThenNext) {
  Faults faults;
  faults.add(example());
  EXPECT_EQ(
      faults.text(),
      "scenarios/nursing.yaml:13:34: authorities.recognition.nursing.tokens_per_month is -420\n"
      "  allowed: 0 to 100000 cases/month\n"
      "  next: to close the office give 0\n");
}

TEST(Faults, JsonEscapesAndCounts) {
  Report report;
  Fault fault = example();
  fault.problem = "is \"a\tb\"";
  report.faults.add(fault);
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"problem\": \"is \\\"a\\tb\\\"\""));
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"severity\": \"error\""));
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"count\": 1"));
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"warning_count\": 0"));
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"line\": 13, \"column\": 34"));
}

TEST(Faults, WarningsStandBehindAndSayThatTheyAreNone) {
  Report report;
  Fault warning = example();
  warning.severity = Severity::Warning;
  report.warnings.add(warning);
  report.faults.add(example());
  EXPECT_THAT(report.text(), ::testing::StartsWith("scenarios/nursing.yaml:13:34: authorities."));
  EXPECT_THAT(report.text(),
              ::testing::HasSubstr("\nscenarios/nursing.yaml:13:34: warning: authorities."));
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"severity\": \"warning\""));
  EXPECT_THAT(report.json(), ::testing::HasSubstr("\"warning_count\": 1"));
}

TEST(Faults, WhatIsKnownIsNotAddedAgain) {
  Faults faults;
  faults.add(example());
  Faults others;
  others.add(example());
  Fault other = example();
  other.place.line = 14;
  others.add(other);
  faults.add_new(others);
  EXPECT_EQ(faults.size(), 2U);
}

TEST(Faults, SortByLineAndKeepTheOrderOfFiles) {
  Faults faults;
  const auto add = [&](std::string_view file, int line) {
    Fault fault = example();
    fault.place = whole_file(file);
    fault.place.line = line;
    faults.add(fault);
  };
  add("z.yaml", 9);
  add("a.yaml", 1);
  add("z.yaml", 2);
  faults.sort();
  EXPECT_EQ(faults.all()[0].place.line, 2);
  EXPECT_EQ(faults.all()[1].place.line, 9);
  EXPECT_EQ(faults.all()[2].place.file(), "a.yaml");
}

TEST(Faults, KeepTheFirstThousandAndCountTheRest) {
  Faults faults;
  for (int at = 0; at < 1005; ++at) faults.add(example());
  EXPECT_EQ(faults.all().size(), Faults::kept);
  EXPECT_EQ(faults.size(), 1005U);
  EXPECT_THAT(faults.text(), ::testing::EndsWith("and 5 more\n"));
}

}  // namespace
}  // namespace skillscale::scenarios
