#include "models/policy.h"

#include <gtest/gtest.h>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr double tokens = 400;  // standard of a visa post

/// Doubles the visa posts from the start, if nothing else is said.
Given more_staff() {
  Given given;
  given.lever("staff", "policy.visa_staff", 1);
  return given;
}

/// Tokens of the first visa post over the months.
std::vector<double> tokens_by_month(const Given& given, int months) {
  World world = given.world();
  std::vector<double> series;
  for (world.month = 0; world.month < months; ++world.month) {
    apply_policy(world);
    series.push_back(world.now.origins[0].visa_tokens);
  }
  return series;
}

TEST(Lever, ActsFromItsStartToItsEndAndGivesTheBaseBackExactly) {
  Given given = more_staff();
  given.set("authorities.visa.PHL.tokens_per_month", 0.1);
  given.set("levers.staff.strength", 0.7);
  given.set("levers.staff.start", 2).set("levers.staff.end", 4);
  const double acted = 0.1 * 1.7;
  EXPECT_EQ(tokens_by_month(given, 6), (std::vector<double>{0.1, 0.1, acted, acted, 0.1, 0.1}));
}

TEST(Lever, RampsUpInEqualSteps) {
  Given given = more_staff();
  given.set("levers.staff.start", 1).set("levers.staff.ramp", 4);
  EXPECT_EQ(tokens_by_month(given, 7),
            (std::vector<double>{tokens, 1.25 * tokens, 1.5 * tokens, 1.75 * tokens, 2 * tokens,
                                 2 * tokens, 2 * tokens}));
}

TEST(Lever, CoversOnlyTheNamedOrigins) {
  Given given = more_staff();
  given.list("levers.staff.only.origins", {1});
  World world = given.world();
  apply_policy(world);
  EXPECT_EQ(world.now.origins[0].visa_tokens, tokens);
  EXPECT_EQ(world.now.origins[1].visa_tokens, 2 * tokens);
}

TEST(Lever, CoversOnlyTheNamedOccupations) {
  Given given;
  given.lever("staff", "recognition.staff", 1).list("levers.staff.only.occupations", {1});
  World world = given.world();
  apply_policy(world);
  EXPECT_EQ(world.now.occupations[0].recognition_tokens, 1500);
  EXPECT_EQ(world.now.occupations[1].recognition_tokens, 3000);
}

TEST(Lever, CoversOnlyTheNamedTypes) {
  Given given;
  given.lever("welcome", "preparation.orientation", 1).list("levers.welcome.only.types", {2, 3});
  World world = given.world();
  apply_policy(world);
  for (std::size_t t = 0; t < partnership_type_count; ++t)
    EXPECT_EQ(world.now.types[t].preparation, t == 2 || t == 3 ? 1 : 0.5) << t;
}

TEST(Lever, CoversPartnershipsOfTheNamedOriginOccupationAndType) {
  Given given;
  given.names(Axis::Partnership, {"P1", "P2", "P3", "P4"});
  given.set("partnerships.P2.origin", 1).set("partnerships.P4.origin", 1);
  given.set("partnerships.P3.type", 3).set("partnerships.P4.type", 3);
  given.set("partnerships.P4.occupation", 1);
  given.lever("seats", "partnership.seats", 1);
  const auto seats = [](const Given& what) {
    World world = what.world();
    apply_policy(world);
    std::vector<double> all;
    for (const auto& partnership : world.now.partnerships)
      all.push_back(partnership.seats_per_month);
    return all;
  };
  EXPECT_EQ(seats(given), (std::vector<double>{20, 20, 20, 20}));
  EXPECT_EQ(seats(Given(given).list("levers.seats.only.origins", {1})),
            (std::vector<double>{10, 20, 10, 20}));
  EXPECT_EQ(seats(Given(given).list("levers.seats.only.types", {3})),
            (std::vector<double>{10, 10, 20, 20}));
  EXPECT_EQ(seats(Given(given)
                      .list("levers.seats.only.types", {3})
                      .list("levers.seats.only.occupations", {0})),
            (std::vector<double>{10, 10, 20, 10}));
}

TEST(Lever, TwoOnOneParameterActOneAfterTheOther) {
  Given given = more_staff();
  given.lever("more", "policy.visa_staff", 0.5).set("levers.more.start", 1);
  given.set("levers.more.end", 3);
  EXPECT_EQ(tokens_by_month(given, 4),
            (std::vector<double>{2 * tokens, 3 * tokens, 3 * tokens, 2 * tokens}));
}

TEST(Lever, MovesAShareOnAndKeepsTheSum) {
  Given given;
  for (const std::string party : {"migrant", "employer", "german_state"})
    given.set("partnership_types.dual_track.pays." + party, party == "employer" ? 0.5 : 0.25);
  given.lever("first", "financing.employer_for_migrant", 1);
  given.lever("second", "financing.state_for_employer", 0.5).set("levers.second.end", 1);
  World world = given.world();
  const auto& pays = world.now.types[3].pays;
  apply_policy(world);
  EXPECT_EQ(pays[static_cast<std::size_t>(Party::Migrant)], 0);
  EXPECT_EQ(pays[static_cast<std::size_t>(Party::Employer)], 0.375);
  EXPECT_EQ(pays[static_cast<std::size_t>(Party::GermanState)], 0.625);
  world.month = 1;
  apply_policy(world);
  EXPECT_EQ(pays[static_cast<std::size_t>(Party::Employer)], 0.75);
  EXPECT_EQ(pays[static_cast<std::size_t>(Party::GermanState)], 0.25);
}

TEST(Lever, NegativeStrengthTakesAway) {
  Given given = more_staff();
  given.set("levers.staff.strength", -0.25);
  EXPECT_EQ(tokens_by_month(given, 1).front(), 0.75 * tokens);
}

/// Runs a lever under a condition; the visa post's queue is as given for each month's end.
std::vector<double> under_condition(Given given, const std::string& when,
                                    const std::vector<std::int64_t>& queue) {
  given.text("levers.staff.when", when);
  World world = given.world();
  std::vector<double> series;
  for (const auto cases : queue) {
    apply_policy(world);
    series.push_back(world.now.origins[0].visa_tokens);
    world.tally.begin_month(1);
    world.tally.add(world.layout.at(Tally::Queue, world.visa_office(0)), cases);
    world.tally.add(world.layout.at(Tally::Vacancies, 1, 3), cases);
    world.tally.add(world.layout.at(Tally::Vacancies, 1, 15), cases);
    world.tally.end_month();
    ++world.month;
  }
  return series;
}

TEST(Lever, WaitsForItsConditionAndThenStays) {
  const std::vector<double> once{tokens, tokens, 2 * tokens, 2 * tokens};
  EXPECT_EQ(under_condition(more_staff(), "backlog(visa.PHL) > 100", {100, 101, 0, 0}), once);
  EXPECT_EQ(under_condition(more_staff(), "backlog(visa.PHL) > 2 months", {800, 801, 0, 0}), once);
  EXPECT_EQ(under_condition(more_staff(), "backlog(visa.PHL) < 10", {10, 9, 50, 50}), once);
  EXPECT_EQ(under_condition(more_staff(), "vacancies(electrics) > 100", {50, 51, 0, 0}), once);
}

TEST(Lever, RampsFromTheMonthOfItsCondition) {
  Given given = more_staff();
  given.set("levers.staff.ramp", 2);
  EXPECT_EQ(under_condition(given, "backlog(visa.PHL) > 100", {0, 200, 0, 0}),
            (std::vector<double>{tokens, tokens, 1.5 * tokens, 2 * tokens}));
}

TEST(Lever, DoesNotLookAtItsConditionBeforeItsStart) {
  Given given = more_staff();
  given.set("levers.staff.start", 3);
  EXPECT_EQ(under_condition(given, "backlog(visa.PHL) > 100", {200, 0, 0, 200, 0}),
            (std::vector<double>{tokens, tokens, tokens, tokens, 2 * tokens}));
}

TEST(ParseCondition, ReadsWhatAScenarioMaySay) {
  const Parameters p = Given().parameters();
  std::string problem;
  const auto months = parse_condition("backlog(visa.TUN) > 6 months", p, problem);
  ASSERT_TRUE(months) << problem;
  EXPECT_EQ(months->what, Condition::What::BacklogMonths);
  EXPECT_EQ(months->position, 3U);
  EXPECT_TRUE(months->above);
  EXPECT_EQ(months->bound, 6);
  const auto cases = parse_condition("backlog(placement) < 2.5e3", p, problem);
  ASSERT_TRUE(cases) << problem;
  EXPECT_EQ(cases->what, Condition::What::BacklogCases);
  EXPECT_EQ(cases->position, 8U);
  EXPECT_FALSE(cases->above);
  EXPECT_EQ(cases->bound, 2500);
  const auto open = parse_condition("vacancies(electrics)>20000", p, problem);
  ASSERT_TRUE(open) << problem;
  EXPECT_EQ(open->what, Condition::What::Vacancies);
  EXPECT_EQ(open->position, 1U);
}

TEST(ParseCondition, SaysWhatIsWrong) {
  const Parameters p = Given().parameters();
  for (const std::string text :
       {"", "always", "backlog > 3", "backlog(visa.PHL)", "backlog(visa.PHL) = 3",
        "backlog(visa.PHL) > many", "backlog(visa.MAR) > 3", "queue(visa.PHL) > 3",
        "vacancies(plumbing) > 3", "backlog)visa.PHL( > 3", "3 < backlog(visa.PHL)",
        "backlog(language.PHL) > 3 months", "backlog(placement) > 3 months"}) {
    SCOPED_TRACE(text);
    std::string problem;
    EXPECT_FALSE(parse_condition(text, p, problem));
    EXPECT_FALSE(problem.empty());
  }
}

}  // namespace
}  // namespace skillscale::models
