// Family, language at work, debt and bonds of migrants, against what can be reckoned by hand.
#include "models/work_life.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/month_tables.h"
#include "models/person_step.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr std::int64_t workers = 400;

/// Nurses who are at work in Germany from the first month on, and nothing else.
Given at_work() {
  Given given;
  given.set("stages.employed.initial", workers).set("language.at_work", 0);
  return given;
}

std::int64_t in_state(const World& w, FamilyState state) {
  std::int64_t count = 0;
  for (Row row = 0; row < w.persons.size(); ++row) count += w.persons.family_of(row) == state;
  return count;
}

TEST(Family, JoinsAfterTheWaitAndNotBefore) {
  Given given = at_work();
  given.on({"family"}).set("family.abroad_share", 1);
  given.set("family.wait_months", 6).set("family.join", 100);
  World w = given.world();
  for (int month = 0; month < 6; ++month) w.step();
  // They came in the month before the first one.
  const std::int64_t joined = total(w, Tally::FamiliesJoined);
  EXPECT_EQ(joined, workers);
  EXPECT_EQ(in_state(w, FamilyState::Joined), workers);

  World before = given.world();
  for (int month = 0; month < 5; ++month) before.step();
  EXPECT_EQ(in_state(before, FamilyState::Abroad), workers);
}

TEST(Family, AShareHasOneAndTheHazardIsTheOneGiven) {
  Given given = at_work();
  given.set("stages.employed.initial", 20000);
  given.on({"family"}).set("family.abroad_share", 0.4);
  given.set("family.wait_months", 0).set("family.join", 0.05);
  World w = given.world();
  const auto start = static_cast<double>(in_state(w, FamilyState::Abroad));
  EXPECT_NEAR(start / 20000, 0.4, 4 * std::sqrt(0.4 * 0.6 / 20000));
  for (int month = 0; month < 12; ++month) w.step();
  const double left = static_cast<double>(in_state(w, FamilyState::Abroad)) / start;
  const double expected = std::exp(-0.05 * 12);
  EXPECT_NEAR(left, expected, 4 * std::sqrt(expected * (1 - expected) / start));
}

TEST(Family, ChangesWhatIsSentHome) {
  const auto sent = [](double share) {
    Given given = at_work();
    given.on({"family", "costs", "remittances"}).set("family.abroad_share", share);
    given.set("family.join", 100).set("family.wait_months", 0);
    given.set("wages.remit_participation", 1).set("family.remit_effect", 0.75);
    World w = given.world();
    w.step();
    return static_cast<double>(total(w, Tally::Remittances));
  };
  EXPECT_NEAR(sent(1), 0.25 * sent(0), workers);
}

TEST(Family, AtTheOriginDrawsHomeAndInGermanyHolds) {
  const auto left_after_two_years = [](double share, double join) {
    Given given = at_work();
    given.on({"family", "retention"});
    given.set("family.abroad_share", share).set("family.join", join).set("family.wait_months", 0);
    given.set("retention.return.shape", 1).set("retention.return.scale", 60);
    for (const std::string cause : {"change_employer", "leave_occupation", "onward", "job_loss"})
      given.set("retention." + cause + ".scale", 1e7);
    World w = given.world();
    for (int month = 0; month < 24; ++month) w.step();
    return std::count(w.persons.stage.begin(), w.persons.stage.end(),
                      static_cast<std::uint8_t>(Stage::Employed));
  };
  const auto alone = left_after_two_years(0, 0);
  EXPECT_LT(left_after_two_years(1, 0), alone);
  EXPECT_LT(alone, left_after_two_years(1, 100));
}

TEST(LanguageAtWork, RisesToC1AndCountsB2Once) {
  Given given = at_work();
  given.set("language.at_work", 100);
  World w = given.world();
  std::int64_t reached = 0;
  for (int month = 0; month < 12; ++month) {
    w.step();
    reached += total(w, Tally::B2Reached);
  }
  EXPECT_EQ(reached, workers);
  for (Row row = 0; row < w.persons.size(); ++row)
    EXPECT_EQ(w.persons.level[row], language_level_count - 1);
}

TEST(Debt, IsServedWithInterestUntilItIsGone) {
  Given given = at_work();
  given.set("stages.employed.initial", 1).on({"debt", "costs"});
  given.set("migration.debt_interest", 0.02).set("migration.debt_repayment", 0.1);
  given.set("occupations.nursing.wage", 3000).set("wages.gap_start", 0).set("wages.gap_end", 0);
  given.set("wages.tax_share", 0.2).set("wages.social_share", 0.2);
  World w = given.world();
  w.persons.debt[0] = 50000;
  w.persons.set(0, Indebted);
  // 180 EUR a month of 500 EUR at 2 %: 330, 156.60, and the rest in the third month.
  const std::int64_t paid[] = {18000, 18000, 15973, 0}, left[] = {33000, 15660, 0, 0};
  for (std::size_t month = 0; month < 4; ++month) {
    w.step();
    EXPECT_EQ(total(w, Tally::DebtRepaid), paid[month]);
    EXPECT_EQ(w.persons.debt[0], left[month]);
    EXPECT_EQ(w.persons.has(0, Indebted), left[month] > 0);
  }
}

TEST(Debt, GrowsBetweenApplicationAndArrival) {
  Given given = at_work();
  given.set("stages.employed.initial", 1).on({"debt"}).set("migration.debt_interest", 0.01);
  World w = given.world();
  w.persons.debt[0] = 1000000;
  w.persons.applied[0] = -24;
  w.month = 0;
  let_debt_grow(w, 0);
  EXPECT_NEAR(w.persons.debt[0], 1000000 * std::pow(1.01, 24), 1);
}

TEST(Bond, FallsEvenlyToZero) {
  Given given = at_work();
  given.set("stages.employed.initial", 1);
  given.set("partnership_types.recruit_and_bridge.bond", 6000);
  given.set("partnership_types.recruit_and_bridge.bond_months", 24);
  World w = given.world();
  w.persons.arrived[0] = 0;
  for (const auto& [month, owed] : {std::pair{0, 600000}, {6, 450000}, {23, 25000}, {24, 0}}) {
    w.month = static_cast<Month>(month);
    EXPECT_EQ(bond_left(w, 0), owed) << month;
  }
}

TEST(Bond, IsPaidByWhoLeavesAndNeverByWhoLosesTheJob) {
  const auto paid_when = [](const std::string& cause) {
    Given given = at_work();
    given.on({"retention", "costs"});
    given.set("partnership_types.recruit_and_bridge.bond", 6000);
    given.set("partnership_types.recruit_and_bridge.bond_months", 120);
    given.set("retention.bond_effect", 1);
    for (const std::string other :
         {"change_employer", "leave_occupation", "return", "onward", "job_loss"})
      given.set("retention." + other + ".scale", other == cause ? 2 : 1e7);
    World w = given.world();
    w.step();
    w.step();
    return total(w, Tally::BondsPaid);
  };
  EXPECT_GT(paid_when("return"), 0);
  EXPECT_GT(paid_when("change_employer"), 0);
  EXPECT_EQ(paid_when("job_loss"), 0);
}

}  // namespace
}  // namespace skillscale::models
