#include "models/employer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/destination_market.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

TEST(HireValue, RisesWithProductivityAndFallsWithEveryCost) {
  World world = Given().list("partnership_types.alone.route", {1}).world();
  const auto value = [&] { return hire_value(world, 0, PartnershipType::Alone); };
  double before = value();
  for (const double productivity : {1.4, 1.7, 2.5}) {
    world.now.occupations[0].productivity = productivity;
    EXPECT_GT(value(), before);
    before = value();
  }
  for (double* cost : {&world.now.types[5].employer_fee, &world.now.costs.integration_cost,
                       &world.now.costs.employer_contribution, &world.now.costs.discount}) {
    *cost += 0.1;
    EXPECT_LT(value(), before);
    before = value();
  }
  world.now.retention.cause[2].scale /= 2;
  EXPECT_LT(value(), before);
  before = value();
  world.now.stages[static_cast<std::size_t>(Stage::Language)].cost_once = 5000;
  EXPECT_EQ(value(), before) << "the employer carries none of it";
  world.now.types[5].pays[static_cast<std::size_t>(Party::Employer)] = 0.5;
  EXPECT_NEAR(value(), before - 2500 / (12 * world.now.occupations[0].wage), 1e-12);
}

TEST(HireValue, IsMinusTheCostWithoutSurplus) {
  World world = Given().set("occupations.nursing.productivity", 1).world();
  world.now.types[4].employer_fee = 4200;
  world.now.costs.integration_cost = 0;
  EXPECT_NEAR(hire_value(world, 0, PartnershipType::PrivateAgency), -0.1, 1e-12);
}

TEST(Establishments, AddUpToTheSectorsTotals) {
  Given given;
  given.set("employers.hospitals.establishments", 1003).set("employers.hospitals.headcount", 7000);
  const World world = given.world();
  const auto& setup = *world.employers.setup;
  std::array<std::int64_t, 2> count{};
  std::array<double, 2> headcount{};
  for (std::size_t i = 0; i < setup.sector.size(); ++i) {
    ++count[setup.sector[i]];
    headcount[setup.sector[i]] += static_cast<double>(setup.headcount[i]);
  }
  EXPECT_EQ(count[0], 1003);
  EXPECT_EQ(count[1], 100);
  EXPECT_NEAR(headcount[0], 7000, 1);
  ASSERT_EQ(setup.first.size(), setup.sector.size() + 1);
  for (std::size_t i = 0; i < setup.sector.size(); ++i) {
    for (std::uint32_t at = setup.first[i]; at < setup.first[i + 1]; ++at) {
      EXPECT_NE(setup.neighbour[at], i);
      EXPECT_EQ(setup.sector[setup.neighbour[at]], setup.sector[i]) << "of another occupation";
    }
  }
}

Given nobody_adopted() {
  Given given;
  given.on({"diffusion"}).set("employers.hospitals.establishments", 4000);
  for (const std::string size : {"micro", "small", "medium", "large"})
    given.set("employers.hospitals.adopted_share." + size, 0);
  given.set("employers.hospitals.aware_share", 0).set("adoption.neighbours", 0);
  given.set("adoption.imitation", 0).set("adoption.discontinue", 0);
  return given;
}

std::int64_t aware_hospitals(const World& world) {
  std::int64_t sum = 0;
  for (std::size_t size = 0; size < size_class_count; ++size)
    sum += world.tally.cells()[world.layout.at(Tally::EmployersAware, 0, size)];
  return sum;
}

TEST(Diffusion, OutreachAloneIsAConstantHazard) {
  Given given = nobody_adopted();
  given.set("adoption.outreach", 0.05).set("adoption.innovation", 0);
  World world = given.world();
  while (world.month < 12) world.step();
  const double p = 1 - std::exp(-0.05 * 12);
  EXPECT_NEAR(static_cast<double>(aware_hospitals(world)), 4000 * p,
              4 * std::sqrt(4000 * p * (1 - p)));
  EXPECT_EQ(world.employers.adopted_count[0], 0);
}

TEST(Diffusion, LargeEstablishmentsAdoptFirst) {
  Given given = nobody_adopted();
  given.set("employers.hospitals.aware_share", 1).set("adoption.innovation", 0.01);
  given.set("adoption.benefit_effect", 0).set("adoption.vacancy_effect", 0);
  given.set("adoption.size_effect", 0.7);
  World world = given.world();
  while (world.month < 12) world.step();
  for (std::size_t size = 0; size < size_class_count; ++size) {
    const double hazard = 0.01 * std::exp(0.7 * (static_cast<double>(size) - 1)) * 12;
    const double p = 1 - std::exp(-hazard);
    const auto n = static_cast<double>(world.employers.all_count[size]);
    EXPECT_NEAR(static_cast<double>(world.employers.adopted_count[size]), n * p,
                4 * std::sqrt(n * p * (1 - p)))
        << size;
  }
}

TEST(Diffusion, FailuresMakeAdoptersStop) {
  Given given = nobody_adopted();
  for (const std::string size : {"micro", "small", "medium", "large"})
    given.set("employers.hospitals.adopted_share." + size, 1);
  given.set("adoption.discontinue", 0.01).set("adoption.innovation", 0);
  given.set("adoption.failure_effect", 0.5);
  World world = given.world();
  const std::size_t hospitals = 4000;
  for (std::size_t i = 0; i < hospitals; ++i)
    world.employers.failures[i] = i % 2 == 0 ? std::uint16_t{4} : std::uint16_t{0};
  while (world.month < 12) world.step();
  std::array<double, 2> stopped{};
  for (std::size_t i = 0; i < hospitals; ++i) {
    const bool adopted =
        world.employers.state[i] == static_cast<std::uint8_t>(AdoptionState::Adopted);
    stopped[i % 2] += adopted ? 0 : 1;
  }
  for (const std::size_t kind : {0U, 1U}) {
    const double p = 1 - std::exp(-0.01 * (kind == 0 ? std::exp(2.0) : 1) * 12);
    EXPECT_NEAR(stopped[kind], 2000 * p, 4 * std::sqrt(2000 * p * (1 - p))) << kind;
  }
}

TEST(Diffusion, CountsAgreeWithTheStatesOfEstablishments) {
  Given given;
  given.on({"diffusion", "partnerships"}).names(Axis::Partnership, {"P1"});
  given.set("employers.hospitals.establishments", 3000).set("adoption.discontinue", 0.05);
  given.set("adoption.innovation", 0.02).set("adoption.membership", 0.3);
  World world = given.world();
  while (world.month < 24) world.step();
  const auto& e = world.employers;
  std::int64_t aware = 0, adopted = 0, members = 0;
  for (std::size_t i = 0; i < e.state.size(); ++i) {
    aware += e.state[i] != static_cast<std::uint8_t>(AdoptionState::Unaware) ? 1 : 0;
    adopted += e.state[i] == static_cast<std::uint8_t>(AdoptionState::Adopted) ? 1 : 0;
    members += e.membership[i] == 0 ? 1 : 0;
  }
  EXPECT_EQ(aware, total(world, Tally::EmployersAware));
  EXPECT_EQ(adopted, total(world, Tally::EmployersAdopted));
  EXPECT_EQ(adopted, static_cast<std::int64_t>(e.adopted.size()));
  EXPECT_TRUE(std::is_sorted(e.adopted.begin(), e.adopted.end()));
  EXPECT_EQ(members, world.partnerships[0].members);
  EXPECT_GT(members, 0);
}

TEST(Destination, OpenPostsOfEstablishmentsAddUpToTheMarkets) {
  Given given;
  given.on({"domestic_market"}).set("occupations.nursing.vacancies", 500);
  given.set("occupations.nursing.job_seekers", 800);
  given.set("occupations.nursing.domestic_graduates_per_month", 20);
  World world = given.world();
  while (world.month < 24) world.step();
  std::int64_t markets = 0, establishments = 0;
  for (const auto& market : world.destination) markets += market.open;
  for (const auto open : world.employers.open) establishments += open;
  EXPECT_EQ(markets, establishments);
  EXPECT_EQ(markets, total(world, Tally::Vacancies));
  EXPECT_GT(total(world, Tally::DomesticHires), 0);
}

TEST(Destination, RoundingLosesNoPostAndNoSeeker) {
  for (const int count : {1, 7, 23, 500}) {
    Given given;
    given.on({"domestic_market"}).set("occupations.nursing.vacancies", count);
    given.set("occupations.nursing.job_seekers", count + 3);
    given.set("occupations.electrics.vacancies", 0);
    given.set("occupations.electrics.job_seekers", 0);
    const World world = given.world();
    std::int64_t open = 0, seekers = 0;
    for (const auto& market : world.destination) {
      open += market.open;
      seekers += market.seekers;
    }
    EXPECT_EQ(open, count);
    EXPECT_EQ(seekers, count + 3);
  }
}

TEST(Thresholds, NobodyAdoptsBeforeEnoughPeersHave) {
  const auto adopted_after_two_years = [](double first, double mean) {
    Given given;
    given.on({"diffusion"}).set("adoption.rule", 1).set("adoption.discontinue", 0);
    given.set("adoption.threshold_mean", mean).set("adoption.threshold_spread", 0);
    given.set("adoption.innovation", 5).set("employers.hospitals.aware_share", 1);
    for (const std::string sector : {"hospitals", "workshops"}) {
      for (const std::string size : {"micro", "small", "medium", "large"})
        given.set("employers." + sector + ".adopted_share." + size, first);
    }
    World w = given.world();
    for (int month = 0; month < 24; ++month) w.step();
    return w.employers.adopted.size();
  };
  EXPECT_EQ(adopted_after_two_years(0, 0.1), 0U);
  EXPECT_GT(adopted_after_two_years(0, 0), 90U) << "a threshold of 0 stops nobody";
  EXPECT_GT(adopted_after_two_years(0.2, 0.1), adopted_after_two_years(0.2, 1.1));
}

}  // namespace
}  // namespace skillscale::models
