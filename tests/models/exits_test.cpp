// The exits in vector loops against the same rules for one person at a time, bit for bit.
#include "models/exits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "models/month_tables.h"
#include "models/person_step.h"
#include "models/pool.h"
#include "models/stage_lists.h"
#include "sim/hazard.h"
#include "sim/math.h"
#include "sim/population.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

constexpr std::size_t many = 1000;

/// A number of a person, 0 to 1, without a pattern.
double pick(const World& w, Row row, std::uint16_t index) {
  return w.draws.uniform({sim::Key{w.persons.key[row]}, 0, sim::Purpose{900}, index});
}

/// Persons who differ in everything that an exit may depend on.
World workers(const Given& given) {
  World w = given.world(400);
  for (std::uint32_t n = 0; n < many; ++n) {
    const auto type = static_cast<PartnershipType>(n % partnership_type_count);
    const Row row = add_person(w, sim::make_key(0, 1, n), static_cast<std::uint16_t>(n % 3), type,
                               Stage::Employed);
    auto& p = w.persons;
    p.social[row] = static_cast<float>(pick(w, row, 0));
    p.economic[row] = static_cast<float>(pick(w, row, 1));
    p.level[row] = static_cast<std::uint8_t>(6 * pick(w, row, 2));
    p.arrived[row] = static_cast<std::int16_t>(300 * pick(w, row, 3) - 5);
    if (pick(w, row, 4) < 0.3) p.set(row, Settled);
    for (std::uint16_t k = 0; k < budget_count; ++k)
      p.budget[k][row] = static_cast<float>(0.05 * pick(w, row, static_cast<std::uint16_t>(5 + k)));
  }
  w.month = 290;
  for (std::size_t i = 0; i < w.origins.size(); ++i)
    w.origins[i].abroad = static_cast<std::int64_t>(i * 700);
  build_tables(w);
  return w;
}

Given lively() {
  Given given;
  given.on({"retention", "integration"}).set("partnership_types.private_agency.bond_months", 60);
  return given;
}

/// The exits of one person.
int exit_of_one(World& w, Row row, bool recognised, std::span<const ExitCause> causes) {
  auto& p = w.persons;
  const auto& rule = w.now.retention;
  const auto tau = static_cast<std::size_t>(std::max(0, w.month - p.arrived[row]));
  std::vector<double> hazards;
  std::vector<float> budgets;
  for (std::size_t k = 0; k < causes.size(); ++k) {
    const auto& cause = rule.cause[static_cast<std::size_t>(causes[k])];
    double exponent = 0;
    if (w.now.on.integration != 0) {
      exponent = -cause.social_effect * (p.social[row] - 0.5) -
                 cause.economic_effect * (p.economic[row] - 0.5);
    }
    const bool leaves = causes[k] == ExitCause::Return || causes[k] == ExitCause::Onward;
    if (leaves && p.has(row, Settled)) exponent -= rule.settled_effect;
    double hazard =
        w.tables.exit_hazard[static_cast<std::size_t>(causes[k])][tau] * sim::math::exp(exponent);
    if (!recognised) hazard *= rule.adaptation_multiplier;
    const bool bonded = w.month - p.arrived[row] < w.now.types[p.type[row]].bond_months;
    if (bonded && causes[k] == ExitCause::ChangeEmployer) hazard *= rule.bond_effect;
    hazards.push_back(hazard);
    budgets.push_back(p.budget[k][row]);
  }
  const int found = sim::spend(budgets, hazards);
  for (std::size_t k = 0; k < causes.size(); ++k) p.budget[k][row] = budgets[k];
  return found < 0 ? found : static_cast<int>(causes[static_cast<std::size_t>(found)]);
}

void expect_equal_budgets(const World& a, const World& b) {
  for (std::size_t k = 0; k < budget_count; ++k)
    EXPECT_EQ(a.persons.budget[k], b.persons.budget[k]);
}

std::vector<Row> all_rows(const World& w) {
  std::vector<Row> rows(w.persons.size());
  for (Row row = 0; row < rows.size(); ++row) rows[row] = row;
  return rows;
}

/// Several causes in one month among them, and persons whom nothing strikes.
void expect_equal_exits(const Given& given, bool recognised, bool in_other_work) {
  const std::vector<ExitCause> all{ExitCause::ChangeEmployer, ExitCause::LeaveOccupation,
                                   ExitCause::Return, ExitCause::Onward, ExitCause::JobLoss};
  const std::vector<ExitCause> few{ExitCause::Return, ExitCause::Onward};
  World fast = workers(given), slow = workers(given);
  const auto rows = all_rows(fast);
  ASSERT_GT(rows.size(), many / 2);
  std::vector<int> seen;
  for (std::size_t first = 0; first < rows.size(); first += exit_batch_rows) {
    const auto part =
        std::span(rows).subspan(first, std::min(exit_batch_rows, rows.size() - first));
    const auto causes =
        in_other_work ? exits_from_other_work(fast, part) : exits_from_work(fast, part, recognised);
    for (std::size_t i = 0; i < part.size(); ++i) {
      const int one = exit_of_one(slow, part[i], recognised, in_other_work ? few : all);
      ASSERT_EQ(causes[i], one) << "row " << part[i];
      seen.push_back(one);
    }
  }
  expect_equal_budgets(fast, slow);
  EXPECT_GT(std::count(seen.begin(), seen.end(), -1), 50);
  for (const auto cause : in_other_work ? few : all)
    EXPECT_GT(std::count(seen.begin(), seen.end(), static_cast<int>(cause)), 0);
}

TEST(Exits, FromWorkStrikeAsForOnePersonAtATime) { expect_equal_exits(lively(), true, false); }

TEST(Exits, WithoutRecognitionLikewise) { expect_equal_exits(lively(), false, false); }

TEST(Exits, FromOtherWorkLikewise) { expect_equal_exits(lively(), true, true); }

TEST(Exits, WithoutIntegrationLikewise) {
  expect_equal_exits(lively().set("switches.integration", 0), true, false);
}

TEST(Exits, IntegrationApproachesOneByTheShareOfTheMonth) {
  World w = workers(lively());
  const auto before = w.persons;
  const auto rows = all_rows(w);
  const auto& rule = w.now.integration;
  for (std::size_t first = 0; first < rows.size(); first += exit_batch_rows)
    integrate(w, std::span(rows).subspan(first, std::min(exit_batch_rows, rows.size() - first)),
              false);
  for (const Row row : rows) {
    const auto abroad = static_cast<double>(w.origins[before.cell[row]].abroad);
    const double contacts = rule.contacts_effect * abroad / (abroad + 500);
    const double support = (before.level[row] / 5.0 + rule.welcome + contacts) / 3;
    const double pace = rule.social_speed * support * (1 - rule.discrimination / 3);
    const double work = rule.economic_speed * (1 - rule.assistant_penalty);
    ASSERT_NEAR(w.persons.social[row], before.social[row] + pace * (1 - before.social[row]), 1e-6);
    ASSERT_NEAR(w.persons.economic[row], before.economic[row] + work * (1 - before.economic[row]),
                1e-6);
  }
}

TEST(StageLists, HoldEveryRowOfABlockOnceInItsStage) {
  Persons p;
  sim::grow(p, 1500);
  for (Row row = 0; row < 1500; ++row)
    p.stage[row] = static_cast<std::uint8_t>((row * row + 3) % stage_count);
  const StageLists lists(p, 1024, 1500);
  std::size_t rows = 0;
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    const auto list = lists.of(stage);
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end()));
    rows += list.size();
    for (const Row row : list) {
      EXPECT_EQ(p.stage[row], stage);
      EXPECT_TRUE(row >= 1024 && row < 1500);
    }
  }
  EXPECT_EQ(rows, 476U);
}

}  // namespace
}  // namespace skillscale::models
