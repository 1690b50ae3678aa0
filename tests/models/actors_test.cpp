#include "models/actors.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

/// A ministry and a chamber that hold views of each other.
Given two_actors() {
  Given given;
  given.names(Axis::Actor, {"ministry", "chamber"});
  given.set("actors.ministry.commitment", 0.2).set("actors.ministry.anchor", 0.2);
  given.set("actors.chamber.commitment", 0.8).set("actors.chamber.anchor", 0.8);
  given.list("actors.ministry.ties", {1}).list("actors.chamber.ties", {0});
  given.set("commitment.evidence", 0).set("commitment.decay", 0).set("commitment.exchange", 0.1);
  return given;
}

TEST(Commitment, MovesToTheTiesAtThePaceOfThePlatform) {
  Given given = two_actors();
  World without = given.world();
  without.step();
  EXPECT_EQ(without.commitment, (std::vector<double>{0.2, 0.8}));

  given.on({"platform"}).set("platform.intensity", 0.5);
  World w = given.world();
  w.step();  // the platform starts in the first month and is heard from the second on
  w.step();
  EXPECT_NEAR(w.commitment[0], 0.2 + 0.1 * 0.5 * 0.6, 1e-15);
  EXPECT_NEAR(w.commitment[1], 0.8 - 0.1 * 0.5 * 0.6, 1e-15);
  w.step();
  const double gap = 0.6 - 2 * 0.1 * 0.5 * 0.6;
  EXPECT_NEAR(w.commitment[0], 0.23 + 0.1 * 0.5 * gap, 1e-15);
  EXPECT_EQ(total(w, Tally::Commitment), 1000000);
}

TEST(Commitment, FallsBackToItsAnchor) {
  Given given = two_actors();
  given.set("actors.ministry.commitment", 1).set("commitment.decay", 0.25);
  World w = given.world();
  double expected = 1;
  for (int month = 0; month < 10; ++month) {
    w.step();
    expected -= 0.25 * (expected - 0.2);
    EXPECT_NEAR(w.commitment[0], expected, 1e-14);
  }
}

TEST(Commitment, RisesWithSuccessAndFallsWithFailure) {
  for (const double sign : {1.0, -1.0}) {
    Given given = two_actors();
    given.set("commitment.evidence", 0.05);
    World w = given.world();
    Partnership p{};
    p.state = PartnershipState::Active;
    (sign > 0 ? p.placed : p.failed) = 9;
    w.partnerships.push_back(p);
    w.tally.begin_month(1);
    step_actors(w);
    EXPECT_NEAR(w.commitment[0], 0.2 + sign * 0.05 * 9 / 10, 1e-15);
  }
}

/// Month in which a lever that needs consent first acts; -1 when never.
int adopted_in(double commitment, double hazard, std::uint32_t replicate) {
  Given given = two_actors();
  given.set("actors.ministry.commitment", commitment);
  given.lever("staff", "recognition.staff", 1);
  given.set("levers.staff.adoption", 1).set("levers.staff.adoption_hazard", hazard);
  given.list("levers.staff.needs", {0, 1});
  World w = given.world(60, replicate);
  for (int month = 0; month < 60; ++month) {
    w.step();
    if (w.policy.levers[0].fraction > 0) return month;
  }
  return -1;
}

TEST(Consent, NeverComesWithoutTheLeastCommitted) {
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate)
    EXPECT_EQ(adopted_in(0, 10, replicate), -1);
}

TEST(Consent, ComesAtOnceWhenAllAreWillingAndTheHazardIsLarge) {
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate)
    EXPECT_EQ(adopted_in(1, 1000, replicate), 0);
}

TEST(Consent, ComesWithTheHazardOfTheLeastCommitted) {
  constexpr int worlds = 1500;
  const double hazard = 0.2 * 0.5;
  int in_first_year = 0;
  for (std::uint32_t replicate = 0; replicate < worlds; ++replicate) {
    const int month = adopted_in(0.5, 0.2, replicate);
    in_first_year += month >= 0 && month < 12;
  }
  const double expected = 1 - std::exp(-12 * hazard);
  EXPECT_NEAR(in_first_year / double{worlds}, expected,
              4 * std::sqrt(expected * (1 - expected) / worlds));
}

TEST(Consent, IsNotAskedOfALeverGivenByDecree) {
  Given given = two_actors();
  given.set("actors.ministry.commitment", 0);
  given.lever("staff", "recognition.staff", 1);
  given.list("levers.staff.needs", {0, 1});
  World w = given.world();
  w.step();
  EXPECT_EQ(w.policy.levers[0].fraction, 1);
}

}  // namespace
}  // namespace skillscale::models
