#include "models/aspiration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/decision.h"
#include "models/pool.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr auto agency = static_cast<std::size_t>(PartnershipType::PrivateAgency) + 1;
constexpr auto alone = static_cast<std::size_t>(PartnershipType::Alone) + 1;

/// Shares of the options over an even grid of uniforms.
std::array<double, option_count> shares_of(const ChoiceSet& choices) {
  constexpr int grid = 10000;
  std::array<double, option_count> shares{};
  for (int i = 0; i < grid; ++i) shares[choose(choice_shares(choices), (i + 0.5) / grid)] += 1;
  for (double& share : shares) share /= grid;
  return shares;
}

ChoiceSet three_open() {
  ChoiceSet c;
  c.open[option_stay] = c.open[agency] = c.open[option_other] = true;
  c.utility[agency] = 1.2;
  c.utility[alone] = 9;  // closed
  c.utility[option_other] = -0.7;
  return c;
}

TEST(Choose, SharesAreTheLogitOfTheOpenOptions) {
  for (const double scale : {0.5, 1.0, 3.0}) {
    SCOPED_TRACE(scale);
    ChoiceSet c = three_open();
    c.scale = scale;
    const double sum = 1 + std::exp(1.2 / scale) + std::exp(-0.7 / scale);
    const auto shares = shares_of(c);
    EXPECT_NEAR(shares[option_stay], 1 / sum, 2e-4);
    EXPECT_NEAR(shares[agency], std::exp(1.2 / scale) / sum, 2e-4);
    EXPECT_NEAR(shares[option_other], std::exp(-0.7 / scale) / sum, 2e-4);
    EXPECT_EQ(shares[alone], 0);
  }
}

TEST(Choose, SharesSurviveLargeUtilities) {
  ChoiceSet c = three_open();
  c.utility[option_stay] = 1e4;
  c.utility[agency] = 1e4;
  c.utility[option_other] = -1e4;
  const auto shares = shares_of(c);
  EXPECT_NEAR(shares[option_stay], 0.5, 2e-4);
  EXPECT_NEAR(shares[agency], 0.5, 2e-4);
}

TEST(Choose, ASmallScaleTakesTheBest) {
  ChoiceSet c = three_open();
  c.scale = 1e-6;
  EXPECT_EQ(shares_of(c)[agency], 1);
}

TEST(Choose, StaysWhenNothingElseIsOpen) {
  ChoiceSet c;
  c.open[option_stay] = true;
  for (const double u : {1e-16, 0.5, 1 - 1e-16})
    EXPECT_EQ(choose(choice_shares(c), u), option_stay);
}

TEST(Choose, SatisficingTakesTheFirstBetterThanStaying) {
  ChoiceSet c;
  c.satisficing = true;
  c.open.fill(true);
  c.utility.fill(-1);
  c.utility[option_stay] = 0;
  c.utility[2] = 0;
  c.utility[agency] = 0.1;
  c.utility[alone] = 5;
  EXPECT_EQ(shares_of(c)[agency], 1);
  c.open[agency] = false;
  EXPECT_EQ(shares_of(c)[alone], 1);
  c.open[alone] = false;
  EXPECT_EQ(shares_of(c)[option_stay], 1);
}

/// A nurse with savings of ten monthly wages of 500 EUR; the agency is much better than staying.
struct OneNurse {
  OneNurse() : world(given().world()), pool(world.pools[0]) {}
  static Given given() {
    Given given;
    given.set("origins.PHL.nursing.stock", 10).set("migration.savings", 10);
    given.set("migration.savings_spread", 0);
    given.list("partnership_types.private_agency.route", {1, 3, 4, 5});
    return given;
  }
  void decide_at(double cost) {
    ChoiceSet c;
    c.open[option_stay] = c.open[agency] = true;
    c.utility[agency] = 50;
    c.own_cost[agency] = cost;
    std::vector<std::vector<Application>> by_cell(world.origins.size());
    decide(world, pool, std::array{sim::make_key(0, -1, 3)}, c, by_cell[0]);
    become_applicants(world, by_cell);
    world.tally.end_month();
  }
  World world;
  Pool& pool;
};

TEST(Decide, SavingsPayForTheChannel) {
  OneNurse nurse;
  nurse.decide_at(4999);
  ASSERT_EQ(nurse.world.persons.size(), 1U);
  EXPECT_FALSE(nurse.world.persons.has(0, Indebted));
  EXPECT_EQ(nurse.world.persons.type_of(0), PartnershipType::PrivateAgency);
  EXPECT_EQ(nurse.world.persons.stage_of(0), Stage::Applicant);
  EXPECT_EQ(total(nurse.world, Tally::Applications), 1);
}

TEST(Decide, UpToTwiceTheSavingsItIsPaidOnCredit) {
  OneNurse nurse;
  nurse.decide_at(9999);
  ASSERT_EQ(nurse.world.persons.size(), 1U);
  EXPECT_TRUE(nurse.world.persons.has(0, Indebted));
}

TEST(Decide, BeyondThatThePersonStays) {
  OneNurse nurse;
  nurse.decide_at(10001);
  EXPECT_EQ(nurse.world.persons.size(), 0U);
  EXPECT_EQ(total(nurse.world, Tally::StayChoices), 1);
  EXPECT_EQ(nurse.pool.present, 11);  // given back by whoever took the person out
}

TEST(DecideAgain, TheChannelThatRejectedIsClosed) {
  Given given = OneNurse::given();
  given.set("partnership_types.private_agency.attraction", 50);
  World world = given.world();
  auto& market = world.origins[0];
  ChoiceSet before = choice_set(world, market, PoolGroup::Qualified);
  EXPECT_TRUE(before.open[agency]);
  decide_again(world, market, std::array{sim::make_key(0, -1, 3)}, PartnershipType::PrivateAgency);
  world.tally.end_month();
  EXPECT_EQ(world.persons.size(), 0U);
  EXPECT_EQ(total(world, Tally::Applications), 0);
}

TEST(ChoiceSet, OffersPartnershipsOnlyWhereOneIsActive) {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1"}).set("partnerships.P1.start", 2);
  given.list("partnership_types.recruit_and_bridge.route", {1, 3, 4, 5});
  given.list("partnership_types.alone.route", {1, 3, 4, 5});
  World world = given.world();
  const auto offers = [&](std::size_t cell, PoolGroup group) {
    return choice_set(world, world.origins[cell], group).open;
  };
  EXPECT_FALSE(offers(0, PoolGroup::Qualified)[1]);
  while (world.month < 3) world.step();
  EXPECT_TRUE(offers(0, PoolGroup::Qualified)[1]);
  EXPECT_TRUE(offers(0, PoolGroup::Qualified)[alone]);
  EXPECT_FALSE(offers(0, PoolGroup::Qualified)[agency]) << "it has no route";
  EXPECT_FALSE(offers(2, PoolGroup::Qualified)[1]) << "of another origin";
  EXPECT_FALSE(offers(0, PoolGroup::SchoolLeavers)[1]) << "for the qualified only";
  EXPECT_FALSE(offers(0, PoolGroup::SchoolLeavers)[option_other]);
}

TEST(ChoiceSet, UtilityFallsWithCostAndWaitingAndRisesWithSuccess) {
  Given given = OneNurse::given();
  World world = given.world();
  auto& market = world.origins[0];
  const auto utility = [&] {
    return choice_set(world, market, PoolGroup::Qualified).utility[agency];
  };
  const double before = utility();
  world.now.types[4].migrant_fee = 3000;  // half a year's wage at 500 EUR a month
  EXPECT_NEAR(utility(), before - 0.5 * 0.5, 1e-12);
  world.now.types[4].migrant_fee = 0;
  market.wait_years += 2;
  EXPECT_NEAR(utility(), before - 0.3 * 2, 1e-12);
  market.wait_years -= 2;
  market.success += 0.2;
  EXPECT_NEAR(utility(), before + 1.5 * 0.2, 1e-12);
}

TEST(ExpectedPreparationCost, AddsUpTheStagesOfTheRoute) {
  Given given;
  given.list("partnership_types.dual_track.route", {1, 2, 3});
  given.set("partnership_types.dual_track.training_months", 24);
  given.set("stages.language.cost_per_month", 100).set("stages.training.cost_per_month", 200);
  given.set("stages.recognition.cost_once", 600).set("stages.visa.cost_once", 9000);
  given.set("language.months_to.A1", 2).set("language.months_to.A2", 3);
  given.set("language.months_to.B1", 4);
  const Parameters p = given.parameters();
  EXPECT_EQ(expected_preparation_cost(p, PartnershipType::DualTrack), 900 + 4800 + 600);
  EXPECT_EQ(expected_preparation_cost(p, PartnershipType::Alone), 0);
}

TEST(PartnershipLottery, DrawsInProportionToSeats) {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1", "P2", "P3", "P4"});
  given.set("partnerships.P1.seats_per_month", 10).set("partnerships.P2.seats_per_month", 30);
  given.set("partnerships.P3.origin", 1).set("partnerships.P4.type", 1);
  const World world = given.world();
  constexpr int persons = 20000;
  std::array<int, 4> picked{};
  const PartnershipLottery lottery(world, world.origins[0], PartnershipType::RecruitAndBridge);
  for (std::uint32_t i = 0; i < persons; ++i)
    ++picked[lottery.draw(world, sim::make_key(0, -1, i))];
  const double four_errors = 4 * std::sqrt(0.25 * 0.75 / persons);
  EXPECT_NEAR(picked[0] / static_cast<double>(persons), 0.25, four_errors);
  EXPECT_EQ(picked[0] + picked[1], persons);
  const PartnershipLottery none(world, world.origins[0], PartnershipType::DualTrack);
  EXPECT_EQ(none.draw(world, sim::Key{1}), no_partnership);
}

TEST(Intention, MovesAShareOfTheDistanceToItsTarget) {
  Given given;
  given.set("migration.weight_attitude", 0).set("migration.weight_norm", 0);
  given.set("migration.weight_control", 2).set("migration.intention_start", 0.2);
  World world = given.world();
  auto& market = world.origins[0];
  market.success = 0.9;
  const double target = 1 / (1 + std::exp(-0.8));
  update_intentions(world);
  EXPECT_NEAR(market.intention, 0.2 + 0.1 * (target - 0.2), 1e-12);
  for (int month = 0; month < 500; ++month) update_intentions(world);
  EXPECT_NEAR(market.intention, target, 1e-9);
  EXPECT_NEAR(application_hazard(world, market), 0.004 * target, 1e-9);
}

TEST(Intention, RisesWithTheWageAheadAndFallsWithDistance) {
  const auto settled = [](const Given& given) {
    World world = given.world();
    for (int month = 0; month < 100; ++month) update_intentions(world);
    return world.origins[0].intention;
  };
  const double before = settled(Given());
  EXPECT_GT(settled(Given().set("occupations.nursing.wage", 5000)), before);
  EXPECT_LT(settled(Given().set("origins.PHL.nursing.wage", 900)), before);
  EXPECT_LT(settled(Given().set("origins.PHL.distance", 10)), before);
  EXPECT_LT(settled(Given().set("origins.PHL.linguistic_distance", 1)), before);
}

TEST(Intention, AConstantHazardReplacesIt) {
  Given given;
  given.set("migration.constant_hazard", 0.125);
  const World world = given.world();
  EXPECT_EQ(application_hazard(world, world.origins[0]), 0.125);
}

}  // namespace
}  // namespace skillscale::models
