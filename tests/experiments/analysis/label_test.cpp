#include "experiments/analysis/label.h"

#include <gtest/gtest.h>

#include "sim/error.h"

namespace skillscale::experiments::analysis {
namespace {

TEST(Condition, IsReadAsItIsWritten) {
  for (const char* text : {"a.b < 5", "a <= -0.5", "cost > 1e+06", "x >= 0"})
    EXPECT_EQ(to_text(read_condition(text)), text);
  EXPECT_EQ(read_condition("a<5").limit, 5);
}

TEST(Condition, HoldsOnItsSideOfTheLimit) {
  EXPECT_TRUE(read_condition("a <= 5").holds(5));
  EXPECT_FALSE(read_condition("a < 5").holds(5));
  EXPECT_TRUE(read_condition("a >= 5").holds(5));
  EXPECT_FALSE(read_condition("a > 5").holds(5));
}

TEST(Condition, RefusesWhatCannotBeRead) {
  for (const char* text : {"", "a", "a < ", "< 5", "a = 5", "a < 5 EUR", "a < nan", "a < 5,0"})
    EXPECT_THROW(read_condition(text), sim::InputError) << text;
}

}  // namespace
}  // namespace skillscale::experiments::analysis
