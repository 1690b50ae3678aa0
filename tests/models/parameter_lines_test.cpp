#include "models/parameter_lines.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <limits>

#include "sim/error.h"

namespace skillscale::models {
namespace {

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }

TEST(ParameterLines, ReadBackExactly) {
  ParameterLines given;
  given.months = 252;
  given.values.names[static_cast<std::size_t>(Axis::Origin)] = {"PHL", "TUN"};
  given.values.names[static_cast<std::size_t>(Axis::Lever)] = {"more_staff"};
  const std::vector<double> awkward{0.1,
                                    1.0 / 3,
                                    -0.0,
                                    1e9,
                                    -1,
                                    0.002466269772303574,
                                    5e-324,
                                    std::numeric_limits<double>::max(),
                                    123456789012345.67};
  for (const double value : awkward) given.values.numbers.emplace_back("language.pass", value);
  given.values.lists.emplace_back("partnership_types.alone.route", awkward);
  given.values.lists.emplace_back("partnership_types.dual_track.route", std::vector<double>{});
  given.values.texts.emplace_back("levers.more_staff.when", "backlog(visa.PHL)  >  6 months ");
  given.values.texts.emplace_back("origins.PHL.name", "");

  const auto read = from_lines(to_lines(given));
  EXPECT_EQ(read.months, given.months);
  EXPECT_EQ(read.values.names, given.values.names);
  EXPECT_EQ(read.values.texts, given.values.texts);
  ASSERT_EQ(read.values.numbers.size(), awkward.size());
  for (std::size_t i = 0; i < awkward.size(); ++i) {
    EXPECT_EQ(read.values.numbers[i].first, "language.pass");
    EXPECT_EQ(bits(read.values.numbers[i].second), bits(awkward[i])) << awkward[i];
  }
  ASSERT_EQ(read.values.lists.size(), 2U);
  for (std::size_t i = 0; i < awkward.size(); ++i)
    EXPECT_EQ(bits(read.values.lists[0].second[i]), bits(awkward[i])) << awkward[i];
  EXPECT_TRUE(read.values.lists[1].second.empty());
}

TEST(ParameterLines, NeedNoLastLineEndAndSkipEmptyLines) {
  const auto read = from_lines("months 12\n\nnumber language.pass 0.5");
  EXPECT_EQ(read.months, 12);
  ASSERT_EQ(read.values.numbers.size(), 1U);
  EXPECT_EQ(read.values.numbers[0].second, 0.5);
}

TEST(ParameterLines, LeaveOutATextOfSeveralLines) {
  ParameterLines given;
  given.values.texts.emplace_back("origins.PHL.name", "two\nlines");
  EXPECT_TRUE(from_lines(to_lines(given)).values.texts.empty());
}

TEST(ParameterLines, NameTheLineThatCannotBeRead) {
  for (const std::string line :
       {"years 3", "months", "months twelve", "number language.pass", "number language.pass x",
        "number language.pass 0.5 0.6", "number language.pass 0.5x", "list language.pass 1 b",
        "names continent Europe", "pass 0.5"}) {
    SCOPED_TRACE(line);
    try {
      from_lines("months 12\n" + line + "\nnumber language.pass 0.5\n");
      ADD_FAILURE() << "was read";
    } catch (const sim::InputError& error) {
      EXPECT_NE(std::string(error.what()).find(line), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace skillscale::models
