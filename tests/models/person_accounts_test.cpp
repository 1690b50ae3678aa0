#include "models/person_accounts.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/indicators.h"
#include "tests/models/whole_world.h"

namespace skillscale::models {
namespace {

/// Cents of all accounts, of those whose rows are gone, too.
std::int64_t sum_of_accounts(const World& w) {
  std::int64_t sum = 0;
  for (const auto& cell : w.fates) {
    for (const std::int64_t cents : cell.accounts.cents) sum += cents;
  }
  for (const std::int32_t cents : w.persons.account) sum += cents;
  return sum;
}

/// Everybody pays something for everything.
Given with_own_costs() {
  Given given = everything();
  for (const auto type : partnership_type_names) {
    const std::string rules = "partnership_types." + std::string(type);
    given.set(rules + ".pays.migrant", 0.25).set(rules + ".pays.employer", 0.25);
    given.set(rules + ".pays.donor", 0.5).set(rules + ".migrant_fee", 1200);
    given.set(rules + ".bond", 3000).set(rules + ".bond_months", 30);
  }
  given.set("language.subsidy", 0.3).set("costs.benefit", 900);
  for (const std::string stage : {"language", "visa", "adaptation"})
    given.set("stages." + stage + ".cost_per_month", 210.37)
        .set("stages." + stage + ".cost_once", 99.99);
  return given;
}

TEST(PersonAccounts, AddUpToTheAccountOfTheGroup) {
  World world = with_own_costs().world(48);
  TotalsRecorder recorder(world);
  double person_months = 0;
  while (world.month < 48) {
    world.step();
    recorder.observe(world);
    person_months += static_cast<double>(world.persons.size());
  }
  const double of_group = recorder.finish(world).within[static_cast<std::size_t>(Group::Migrants)];
  // Each month rounds at most seven amounts of a person by half a cent.
  const double rounding = 0.01 * 0.5 * 7 * person_months;
  EXPECT_NEAR(0.01 * static_cast<double>(sum_of_accounts(world)), of_group, rounding);
  EXPECT_GT(std::abs(of_group), 20 * rounding);
}

TEST(PersonAccounts, MarkEverybodyWhoEnrolsInAPartnershipOnce) {
  Given given = with_own_costs();
  for (const auto type : partnership_type_names)
    given.set("partnership_types." + std::string(type) + ".home_share", 0);
  World world = given.world(48);
  std::int64_t enrolments = 0, marked = 0;
  while (world.month < 48) {
    world.step();
    for (std::size_t cell = 0; cell < world.origins.size(); ++cell) {
      for (std::size_t t = 0; t <= static_cast<std::size_t>(PartnershipType::DualTrack); ++t)
        enrolments += world.tally.cells()[world.layout.of_cell(Tally::Enrolments, cell, t)];
    }
  }
  for (const auto& cell : world.fates) {
    for (const auto marks : cell.accounts.marks) marked += marks == CellAccounts::enrolled;
  }
  EXPECT_GT(enrolments, 0);
  EXPECT_EQ(marked, enrolments);
}

TEST(PersonAccounts, ValueLaterGainsOfThoseInGermanyAtTheEnd) {
  Given given;
  given.on({"costs"}).set("stages.employed.initial", 1).set("entries.type", 0);
  given.set("wages.gap_start", 0).set("wages.gap_end", 0).set("costs.discount", 0.01);
  World world = given.world(2);
  world.step();
  world.step();
  ASSERT_EQ(world.persons.size(), 1);
  const auto fates = closed_fates(world);
  const auto& accounts = fates[world.persons.cell[0]].accounts;
  ASSERT_EQ(accounts.cents.size(), 1);
  // Two months alike, and the second as long as somebody stays.
  const double first = world.persons.account[0] / (1 / 1.01 + 1 / (1.01 * 1.01));
  const double later = first / (1.01 * 1.01) * remaining_months(world.now);
  EXPECT_GT(first, 10000);
  EXPECT_NEAR(static_cast<double>(accounts.cents[0]), world.persons.account[0] + later,
              1e-5 * later);
}

TEST(PersonAccounts, WithoutCostsThereAreNone) {
  Given given = with_own_costs();
  given.set("switches.costs", 0);
  World world = given.world(24);
  while (world.month < 24) world.step();
  EXPECT_EQ(sum_of_accounts(world), 0);
  for (const auto& cell : closed_fates(world)) EXPECT_TRUE(cell.accounts.key.empty());
}

}  // namespace
}  // namespace skillscale::models
