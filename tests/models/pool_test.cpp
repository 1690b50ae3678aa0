#include "models/pool.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr int months = 12;
constexpr double hazard = 0.02;
constexpr double attrition = 0.03;
constexpr int replicates = 16;

/// Nurses of the Philippines who, once they act, always leave for another destination.
Given leaving(double persons, double multiplicity) {
  Given given;
  given.on({"pool"}).set("pool.multiplicity", multiplicity);
  given.set("origins.PHL.nursing.stock", persons);
  given.set("origins.PHL.nursing.competing_attraction", 20);
  given.set("migration.choice_scale", 1e-3);
  given.set("migration.constant_hazard", hazard).set("migration.heterogeneity", 0);
  return given;
}

struct Counts {
  std::int64_t acted = 0, left_occupation = 0;
};

Counts run(const Given& given, std::uint32_t replicate) {
  World world = given.world(months, replicate);
  Counts counts;
  while (world.month < months) {
    world.step();
    counts.acted += total(world, Tally::OtherChoices);
    counts.left_occupation += total(world, Tally::Attrition);
  }
  return counts;
}

struct Mean {
  double value = 0, error = 0;
};

Mean mean_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  double sum = 0, squares = 0;
  for (const double v : values) sum += v;
  for (const double v : values) squares += (v - sum / n) * (v - sum / n);
  return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

Mean mean_acted(const Given& given) {
  std::vector<double> acted;
  for (std::uint32_t r = 0; r < replicates; ++r)
    acted.push_back(static_cast<double>(run(given, r).acted));
  return mean_of(acted);
}

/// Four standard errors of the mean of `replicates` binomial counts.
double four_errors(double persons, double p) {
  return 4 * std::sqrt(persons * p * (1 - p) / replicates);
}

TEST(Pool, WhoReturnsIsNotDueAgainHoweverShortTheWait) {
  World world = leaving(200, 1).world(months, 0);
  auto& pool = pool_of(world, 0, PoolGroup::Qualified);
  // So much hazard has passed that a float has no room for the waits that are drawn.
  pool.cumulative = 3e8;
  std::vector<sim::PoolEntry> due;
  pool.queue.pop_until(pool.cumulative, due);
  ASSERT_EQ(200U, due.size());
  std::vector<sim::Key> keys;
  for (std::uint32_t i = 0; i < 100; ++i) keys.push_back(sim::make_key(0, 0, i));
  return_to_pool(world, pool, keys);
  due.clear();
  pool.queue.pop_until(pool.cumulative, due);
  EXPECT_TRUE(due.empty());
  pool.queue.pop_until(2 * pool.cumulative, due);
  EXPECT_EQ(100U, due.size());
}

TEST(Pool, AsManyActWhateverARowStandsFor) {
  constexpr double persons = 5003;
  const double p = 1 - std::exp(-hazard * months);
  for (const double multiplicity : {1.0, 10.0, 100.0}) {
    SCOPED_TRACE(multiplicity);
    EXPECT_NEAR(mean_acted(leaving(persons, multiplicity)).value, persons * p,
                four_errors(persons, p));
  }
}

/// E[1 - exp(-f H)] over a lognormal factor f of mean 1, by the midpoint rule in the normal.
double share_acted(double spread, double cumulative) {
  constexpr int steps = 4000;
  double sum = 0, weight = 0;
  for (int i = 0; i < steps; ++i) {
    const double z = -8 + 16 * (i + 0.5) / steps;
    const double density = std::exp(-z * z / 2);
    sum += density * -std::expm1(-std::exp(spread * z - spread * spread / 2) * cumulative);
    weight += density;
  }
  return sum / weight;
}

TEST(Pool, PersonsWhoDifferActAsTheLognormalMeanSays) {
  constexpr double persons = 5000, spread = 1.2, strong = 0.1;
  const double p = share_acted(spread, strong * months);
  for (const double multiplicity : {1.0, 10.0}) {
    SCOPED_TRACE(multiplicity);
    Given given = leaving(persons, multiplicity);
    given.set("migration.heterogeneity", spread).set("migration.constant_hazard", strong);
    const Mean acted = mean_acted(given);
    EXPECT_NEAR(acted.value, persons * p, 4 * acted.error);
    EXPECT_LT(acted.error, 0.01 * acted.value);
  }
}

TEST(Pool, RowsHoldAllPersonsOnce) {
  for (const double multiplicity : {1.0, 10.0, 100.0, 5000.0}) {
    SCOPED_TRACE(multiplicity);
    Given given = leaving(1005, multiplicity);
    given.set("migration.constant_hazard", 100);
    World world = given.world();
    EXPECT_EQ(world.pools[0].present, 1005);
    world.step();
    EXPECT_EQ(total(world, Tally::OtherChoices), 1005);
    EXPECT_EQ(world.pools[0].present, 0);
    EXPECT_EQ(world.pools[0].queue.size(), 0U);
  }
}

TEST(Pool, EveryPersonHasAKeyOfItsOwn) {
  for (const double multiplicity : {1.0, 10.0}) {
    Given given = leaving(1005, multiplicity);
    given.set("migration.constant_hazard", 100);
    given.set("origins.PHL.nursing.competing_attraction", -20);
    given.list("partnership_types.alone.route", {1, 3, 4, 5});
    given.set("partnership_types.alone.attraction", 20).set("migration.savings", 1e6);
    World world = given.world();
    world.step();
    ASSERT_EQ(world.persons.size(), 1005U);
    const std::set<std::uint64_t> keys(world.persons.key.begin(), world.persons.key.end());
    EXPECT_EQ(keys.size(), 1005U);
  }
}

TEST(PoolSetup, CoarseRowsComeUpWhenTheFirstOfTheirPersonsDoes) {
  // The smallest of m unit exponentials is exponential with mean 1/m; 4 SE of the mean of the rows.
  const sim::Draws draws(5, 0);
  for (const std::int64_t multiplicity : {1, 10, 100}) {
    const auto setup = make_pool_setup(draws, 0, 200000, multiplicity, 0);
    const auto rows = static_cast<double>(setup->thresholds->size());
    double sum = 0;
    for (const auto& entry : *setup->thresholds) sum += entry.threshold;
    const double expected = 1.0 / static_cast<double>(multiplicity);
    EXPECT_EQ(rows, 200000.0 / static_cast<double>(multiplicity));
    EXPECT_NEAR(sum / rows, expected, 4 * expected / std::sqrt(rows)) << multiplicity;
  }
}

/// Each month attrition strikes with 1 - exp(-a), then acting with 1 - exp(-h) those who are left.
double expected_actors(int months_present, bool meets_attrition_first) {
  const double stay = std::exp(-(attrition + hazard));
  const double first = meets_attrition_first ? std::exp(-attrition) : 1;
  return first * (1 - std::exp(-hazard)) * (1 - std::pow(stay, months_present)) / (1 - stay);
}

TEST(Pool, AttritionTakesThoseWhoWaitLikeAllOthers) {
  constexpr double persons = 20000;
  for (const double multiplicity : {1.0, 100.0}) {
    SCOPED_TRACE(multiplicity);
    Given given = leaving(persons, multiplicity);
    given.on({"origin_market"}).set("origins.PHL.nursing.attrition", attrition);
    double acted = 0, left = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
      const Counts counts = run(given, r);
      acted += static_cast<double>(counts.acted) / replicates;
      left += static_cast<double>(counts.left_occupation) / replicates;
    }
    const double p = expected_actors(months, true);
    EXPECT_NEAR(acted, persons * p, four_errors(persons, p));
    const double stay = std::exp(-(attrition + hazard));
    const double q = (1 - std::exp(-attrition)) * (1 - std::pow(stay, months)) / (1 - stay);
    EXPECT_NEAR(left, persons * q, four_errors(persons, q));
  }
}

TEST(Pool, NewcomersMeetOnlyTheAttritionOfTheirOwnTime) {
  constexpr double graduates = 1000;
  Given given = leaving(0, 1);
  given.on({"origin_market"}).set("origins.PHL.nursing.attrition", attrition);
  given.set("origins.PHL.nursing.graduates_per_month", graduates);
  double expected = 0, variance = 0;
  for (int present = 1; present <= months; ++present) {
    const double p = expected_actors(present, false);
    expected += graduates * p;
    variance += graduates * p * (1 - p);
  }
  EXPECT_NEAR(mean_acted(given).value, expected, 4 * std::sqrt(variance / replicates));
}

TEST(Pool, WhileNothingIsOnOfferItStandsStill) {
  Given given;
  given.on({"pool", "origin_market"}).set("migration.constant_hazard", 1);
  given.set("origins.PHL.nursing.school_leavers", 1000);
  World world = given.world();
  while (world.month < 6) world.step();
  const auto& pool = world.pools[1];
  EXPECT_EQ(pool.cumulative, 0);
  EXPECT_EQ(pool.present, 1000);
  EXPECT_EQ(pool.queue.size(), 1000U);
}

TEST(Pool, ThoseWhoEnterWhileItIsClosedWaitUntilItOpens) {
  Given given;
  given.on({"pool", "partnerships"}).set("migration.constant_hazard", 0.1);
  given.set("origins.PHL.nursing.school_leavers", 1000).names(Axis::Partnership, {"P1"});
  given.set("partnerships.P1.type", 2).set("partnerships.P1.start", 3);
  given.list("partnership_types.train_at_origin.route", {1, 2, 3, 4, 5});
  World world = given.world();
  world.step();
  enter_pool(world, world.pools[1], 500);
  while (world.month < 3) world.step();
  EXPECT_EQ(world.pools[1].pending.size(), 1U);
  EXPECT_EQ(world.pools[1].present, 1500);
  world.step();
  EXPECT_TRUE(world.pools[1].pending.empty());
  EXPECT_GT(total(world, Tally::Applications) + total(world, Tally::StayChoices), 0);
}

TEST(Pool, WhoComesBackActsAgain) {
  // Everyone considers leaving in every month and stays.
  Given given = leaving(100, 1);
  given.set("migration.constant_hazard", 50);
  given.set("origins.PHL.nursing.competing_attraction", -20);
  World world = given.world();
  for (int month = 0; month < 3; ++month) {
    world.step();
    EXPECT_EQ(total(world, Tally::StayChoices), 100);
    EXPECT_EQ(world.pools[0].present, 100);
  }
}

TEST(WholeShare, AddsUpToTheRateWithinOnePerson) {
  for (const double rate : {0.0, 0.3, 1.0, 2.75}) {
    std::int64_t sum = 0;
    for (Month month = 0; month < 40; ++month) sum += whole_share(rate, month);
    EXPECT_NEAR(static_cast<double>(sum), 40 * rate, 1) << rate;
  }
}

}  // namespace
}  // namespace skillscale::models
