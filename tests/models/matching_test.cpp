#include "models/matching.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/destination_market.h"
#include "models/pool.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

/// Hospitals that all recruit abroad, with so many open posts between them.
World open_posts(std::uint32_t posts, Given given = {}) {
  for (const std::string size : {"micro", "small", "medium", "large"})
    given.set("employers.hospitals.adopted_share." + size, 1);
  World world = given.world();
  for (std::uint32_t i = 0; i < posts; ++i) reopen_post(world, i % 100);
  return world;
}

Row add_candidate(World& world, std::uint32_t number, PartnershipType type) {
  const sim::Key key = sim::make_key(0, -1, number);
  const Row row = add_person(world, key, 0, type, Stage::Matching);
  world.applications.propose(0, {0, 0, 0, number, key, row});
  return row;
}

void add_candidates(World& world, std::uint32_t count) {
  world.applications.clear(1);
  for (std::uint32_t i = 0; i < count; ++i) add_candidate(world, i, PartnershipType::PrivateAgency);
}

int hired(const World& world) {
  int count = 0;
  for (const auto employer : world.persons.employer) count += employer != no_employer ? 1 : 0;
  return count;
}

TEST(Matching, HasTheMomentsOfUrnAndBalls) {
  // 100 candidates, each to one of 50 posts: mean 43.369022, standard deviation 1.998348.
  World ready = open_posts(50);
  add_candidates(ready, 100);
  constexpr int months = 2000;
  double sum = 0, squares = 0;
  for (Month month = 0; month < months; ++month) {
    World world = ready;
    world.month = month;
    match_candidates(world);
    sum += hired(world);
    squares += hired(world) * hired(world);
  }
  const double mean = sum / months;
  const double deviation = std::sqrt(squares / months - mean * mean);
  EXPECT_NEAR(mean, 43.369022, 4 * 1.998348 / std::sqrt(months));
  // Standard error of a standard deviation: sigma / sqrt(2 R).
  EXPECT_NEAR(deviation, 1.998348, 4 * 1.998348 / std::sqrt(2.0 * months));
}

TEST(Matching, TakesThePostsItFills) {
  World world = open_posts(50);
  add_candidates(world, 100);
  match_candidates(world);
  std::int64_t open = 0;
  for (const auto posts : world.employers.open) open += posts;
  world.tally.end_month();
  EXPECT_EQ(open, 50 - hired(world));
  EXPECT_EQ(total(world, Tally::ForeignHires), hired(world));
  EXPECT_EQ(total(world, Tally::HiresByType), hired(world));
}

TEST(Matching, WithoutPostsNobodyIsHired) {
  World world = open_posts(0);
  add_candidates(world, 20);
  match_candidates(world);
  EXPECT_EQ(hired(world), 0);
}

TEST(Matching, APostTakesTheBestOfItsCandidates) {
  Given given;
  given.set("matching.noise", 0);
  World world = open_posts(1, given);
  add_candidates(world, 30);
  world.persons.level[11] = 4;
  world.persons.set(17, FullyRecognised);
  world.persons.level[17] = 3;
  match_candidates(world);
  ASSERT_EQ(hired(world), 1);
  // Recognition counts 1.5 levels of language.
  EXPECT_NE(world.persons.employer[17], no_employer);
}

TEST(Matching, NoiseLetsTheSecondBestWinSometimes) {
  World ready = open_posts(1);
  ready.applications.clear(1);
  for (std::uint32_t i = 0; i < 2; ++i) add_candidate(ready, i, PartnershipType::PrivateAgency);
  ready.persons.level[1] = 1;
  int better = 0;
  constexpr int months = 2000;
  for (Month month = 0; month < months; ++month) {
    World world = ready;
    world.month = month;
    match_candidates(world);
    better += world.persons.employer[1] != no_employer ? 1 : 0;
  }
  // Two normals of standard deviation 1 differ by less than 1: Phi(1 / sqrt(2)).
  const double p = 0.5 * std::erfc(-0.5);
  EXPECT_NEAR(better / static_cast<double>(months), p, 4 * std::sqrt(p * (1 - p) / months));
}

TEST(Matching, WhoGoesAloneReachesAShareOfThePosts) {
  World ready = open_posts(1000);
  ready.applications.clear(1);
  constexpr std::uint32_t persons = 400;
  for (std::uint32_t i = 0; i < persons; ++i) add_candidate(ready, i, PartnershipType::Alone);
  int hires = 0;
  constexpr int months = 20;
  for (Month month = 0; month < months; ++month) {
    World world = ready;
    world.month = month;
    match_candidates(world);
    hires += hired(world);
  }
  // About 120 apply to 1000 posts; nearly all of them alone: v (1 - (1 - 0.3 / v)^u).
  const double expected = 1000 * (1 - std::pow(1 - 0.3 / 1000, persons));
  EXPECT_NEAR(hires / static_cast<double>(months), expected, 4 * std::sqrt(84.0 / months));
}

TEST(Matching, SectorsTakeNoMoreThanTheyCanOnboard) {
  Given given;
  given.set("employers.hospitals.onboarding_per_month", 7);
  World world = open_posts(50, given);
  add_candidates(world, 100);
  match_candidates(world);
  EXPECT_EQ(hired(world), 7);
}

TEST(Matching, APartnershipsCandidatesGoToItsMembersOnly) {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1"});
  given.set("partnerships.P1.member_share", 0.2);
  World world = open_posts(300, given);
  world.applications.clear(1);
  for (std::uint32_t i = 0; i < 100; ++i) {
    const Row row = add_candidate(world, i, PartnershipType::RecruitAndBridge);
    world.persons.partnership[row] = 0;
  }
  match_candidates(world);
  ASSERT_GT(hired(world), 0);
  for (const auto employer : world.persons.employer) {
    if (employer == no_employer) continue;
    EXPECT_EQ(world.employers.membership[employer], 0);
  }
}

/// How many of the candidates whom the first month left without work find it in the second.
int matched_in_second_month(bool stock_flow, std::uint32_t new_posts) {
  Given given;
  if (stock_flow) given.on({"stock_flow"});
  World world = open_posts(40, given);
  add_candidates(world, 30);
  match_candidates(world);
  const int first = hired(world);
  for (std::uint32_t i = 0; i < new_posts; ++i) reopen_post(world, 50 + i % 50);
  world.applications.clear(1);
  for (Row row = 0; row < world.persons.size(); ++row) {
    if (world.persons.employer[row] == no_employer)
      world.applications.propose(0, {0, 0, 0, row, sim::Key{world.persons.key[row]}, row});
  }
  ++world.month;
  match_candidates(world);
  return hired(world) - first;
}

TEST(StockFlow, WhoHasSearchedMeetsNewPostsOnly) {
  EXPECT_GT(matched_in_second_month(false, 0), 0);
  EXPECT_EQ(matched_in_second_month(true, 0), 0);
  const int with_new = matched_in_second_month(true, 5);
  EXPECT_GT(with_new, 0);
  EXPECT_LE(with_new, 5);
}

TEST(StockFlow, NewcomersMeetTheWholeStock) {
  World world = open_posts(40, Given().on({"stock_flow"}));
  std::fill(world.employers.fresh.begin(), world.employers.fresh.end(), std::uint16_t{0});
  add_candidates(world, 100);
  match_candidates(world);
  EXPECT_GT(hired(world), 20);
}

}  // namespace
}  // namespace skillscale::models
