#include "sim/hazard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "sim/draw.h"

namespace skillscale::sim {
namespace {

constexpr Purpose budget_purpose{1};

std::vector<float> fresh_budgets(const Draws& draws, std::uint32_t person, std::size_t causes) {
  std::vector<float> budgets;
  for (std::uint16_t cause = 0; cause < causes; ++cause) {
    budgets.push_back(
        static_cast<float>(draws.exponential({make_key(0, 0, person), 0, budget_purpose, cause})));
  }
  return budgets;
}

TEST(Hazard, ProbabilityAndHazardUndoEachOther) {
  for (const double p : {0.0, 1e-12, 0.01, 0.5, 0.999}) {
    EXPECT_NEAR(p, probability(hazard_of_probability(p)), 1e-15);
  }
  EXPECT_EQ(1.0, probability(hazard_of_probability(1.0)));
}

TEST(Hazard, TwelveMonthsRebuildTheYear) {
  for (const double yearly : {0.0, 0.01, 0.25, 0.9}) {
    SCOPED_TRACE(yearly);
    const double kept = std::pow(1.0 - monthly_probability_of_yearly(yearly), 12.0);
    EXPECT_NEAR(kept, 1.0 - yearly, 1e-12);
  }
}

TEST(Hazard, WeibullMonthsHavePublishedProbabilities) {
  const std::array expected{0.055334, 0.034925, 0.029894};
  for (int month = 0; month < 3; ++month) {
    const double hazard = hazard_of_weibull(0.7, 60.0, month, month + 1);
    EXPECT_NEAR(expected[static_cast<std::size_t>(month)], probability(hazard), 5e-7);
  }
  EXPECT_NEAR(0.367879, std::exp(-hazard_of_weibull(0.7, 60.0, 0.0, 60.0)), 5e-7);
}

TEST(Spend, LowersEveryBudgetAndNamesNobodyEarly) {
  std::array budgets{1.0F, 2.0F};
  EXPECT_EQ(-1, spend(budgets, std::array{0.25, 0.5}));
  EXPECT_EQ((std::array{0.75F, 1.5F}), budgets);
}

TEST(Spend, TheFirstToRunOutWithinTheMonthWins) {
  std::array budgets{0.5F, 0.2F};
  EXPECT_EQ(0, spend(budgets, std::array{1.0, 0.3}));
  std::array swapped{0.2F, 0.5F};
  EXPECT_EQ(1, spend(swapped, std::array{0.3, 1.0}));
}

TEST(Spend, AHazardOfZeroNeverStrikes) {
  std::array budgets{0.0F, 1.0F};
  EXPECT_EQ(-1, spend(budgets, std::array{0.0, 0.5}));
  EXPECT_EQ(1, spend(budgets, std::array{0.0, 9.0}));
}

TEST(Spend, CausesStrikeInProportionToTheirHazards) {
  const std::array hazards{0.5, 0.3, 0.1};
  const double total = 0.9;
  constexpr std::uint32_t persons = 400000;
  std::array<double, 4> counts{};
  const Draws draws(11, 0);
  for (std::uint32_t person = 0; person < persons; ++person) {
    std::vector<float> budgets = fresh_budgets(draws, person, hazards.size());
    ++counts[static_cast<std::size_t>(spend(budgets, hazards) + 1)];
  }
  for (std::size_t cause = 0; cause < hazards.size(); ++cause) {
    const double p = hazards[cause] / total * (1.0 - std::exp(-total));
    const double error = std::sqrt(p * (1.0 - p) / persons);
    EXPECT_NEAR(p, counts[cause + 1] / persons, 4.0 * error) << cause;
  }
}

TEST(Spend, ManyMonthsGiveThePublishedCompetingRisks) {
  const std::array hazards{0.010, 0.006, 0.002};
  const std::array expected{0.649209, 0.194884, 0.116930, 0.038977};
  constexpr std::uint32_t persons = 100000;
  std::array<double, 4> counts{};
  const Draws draws(12, 0);
  for (std::uint32_t person = 0; person < persons; ++person) {
    std::vector<float> budgets = fresh_budgets(draws, person, hazards.size());
    int cause = -1;
    for (int month = 0; month < 24 && cause < 0; ++month) cause = spend(budgets, hazards);
    ++counts[static_cast<std::size_t>(cause + 1)];
  }
  for (std::size_t outcome = 0; outcome < counts.size(); ++outcome) {
    const double p = expected[outcome];
    EXPECT_NEAR(p, counts[outcome] / persons, 4.0 * std::sqrt(p * (1.0 - p) / persons));
  }
}

TEST(Spend, TheOrderOfCausesChangesNothing) {
  std::array<std::size_t, 3> order{0, 1, 2};
  const std::array hazards{0.4, 0.02, 0.3};
  const Draws draws(13, 0);
  do {
    for (std::uint32_t person = 0; person < 2000; ++person) {
      std::vector<float> budgets = fresh_budgets(draws, person, 3);
      std::array<float, 3> permuted{};
      std::array<double, 3> permuted_hazards{};
      for (std::size_t i = 0; i < 3; ++i) {
        permuted[i] = budgets[order[i]];
        permuted_hazards[i] = hazards[order[i]];
      }
      const int plain = spend(budgets, hazards);
      const int moved = spend(permuted, permuted_hazards);
      ASSERT_EQ(plain, moved < 0 ? -1 : static_cast<int>(order[static_cast<std::size_t>(moved)]));
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace skillscale::sim
