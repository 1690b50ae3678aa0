#include "models/ledger.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "models/month_end.h"
#include "models/month_tables.h"
#include "sim/draw.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

using Shares = std::array<double, party_count>;
using Parts = std::array<std::int64_t, party_count>;

std::int64_t sum_of(const Parts& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
}

double uniform(std::uint32_t event, std::uint16_t index) {
  return sim::Draws(11, 0).uniform({sim::Key{1}, event, sim::Purpose{7}, index});
}

TEST(SplitCents, SumsExactlyAndNobodyIsOffByMoreThanACent) {
  constexpr std::int64_t amounts[] = {1,
                                      2,
                                      3,
                                      99,
                                      100,
                                      101,
                                      -1,
                                      -7,
                                      -1001,
                                      123456789,
                                      -99999999999,
                                      1000000000000,
                                      8191,
                                      8192,
                                      65537,
                                      9007199254740991};
  for (std::uint32_t trial = 0; trial < 500; ++trial) {
    Shares shares{};
    for (std::size_t i = 0; i < party_count; ++i) {
      const bool pays = uniform(trial, static_cast<std::uint16_t>(i)) < 0.5;
      shares[i] = pays ? uniform(trial, static_cast<std::uint16_t>(i + 20)) : 0;
    }
    double all = 0;
    for (const double share : shares) all += share;
    for (const std::int64_t amount : amounts) {
      const Parts parts = split_cents(amount, shares);
      EXPECT_EQ(sum_of(parts), all > 0 ? amount : 0);
      for (std::size_t i = 0; i < party_count && std::abs(amount) < 1000000000000; ++i) {
        const double due = all > 0 ? static_cast<double>(amount) * shares[i] / all : 0;
        EXPECT_NEAR(static_cast<double>(parts[i]), due, 1.001);
      }
      for (std::size_t i = 0; i < party_count; ++i) {
        EXPECT_TRUE(shares[i] > 0 || parts[i] == 0);
      }
    }
  }
}

TEST(SplitCents, WithoutSharesOrMoneyNobodyPays) {
  EXPECT_EQ(split_cents(1000, Shares{}), Parts{});
  EXPECT_EQ(split_cents(0, Shares{0.5, 0.5}), Parts{});
}

TEST(SplitCents, SharesNeedNotSumToOne) {
  EXPECT_EQ(split_cents(100, Shares{3, 1}), (Parts{75, 25}));
  EXPECT_EQ(split_cents(101, Shares{0.1, 0, 0.1}), (Parts{51, 0, 50}));
  EXPECT_EQ(split_cents(-100, Shares{3, 1}), (Parts{-75, -25}));
}

TEST(BuildTables, MonthlyExitHazardsAddUpToTheWeibull) {
  Given given;
  given.on({"retention"}).set("retention.return.scale", 80).set("retention.return.shape", 0.77);
  World world = given.world(120);
  build_tables(world);
  const auto& hazard = world.tables.exit_hazard[static_cast<std::size_t>(ExitCause::Return)];
  double sum = 0;
  for (std::size_t tau = 1; tau <= 120; ++tau) {
    sum += hazard[tau];
    EXPECT_NEAR(sum, std::pow(static_cast<double>(tau) / 80, 0.77), 1e-6 * sum) << tau;
  }
}

TEST(BuildTables, WithoutRetentionNobodyLeaves) {
  World world = Given().world();
  build_tables(world);
  for (const auto& cause : world.tables.exit_hazard) {
    for (const float hazard : cause) EXPECT_EQ(hazard, 0);
  }
}

TEST(BuildTables, ConstantProbabilitiesOfAStageComeBackFromItsHazards) {
  Given given;
  given.set("stages.visa.complete", 0.3).set("stages.visa.drop", 0.1);
  World world = given.world();
  build_tables(world);
  const auto visa = static_cast<std::size_t>(Stage::Visa);
  ASSERT_TRUE(world.tables.is_constant[visa]);
  const auto [complete, drop] = world.tables.constant[visa];
  const double any = 1 - std::exp(-(complete + drop));
  EXPECT_NEAR(any * complete / (complete + drop), 0.3, 1e-12);
  EXPECT_NEAR(any * drop / (complete + drop), 0.1, 1e-12);
  EXPECT_FALSE(world.tables.is_constant[static_cast<std::size_t>(Stage::Matching)]);
}

TEST(BuildTables, WagesCloseTheirGap) {
  Given given;
  given.on({"costs"}).set("occupations.electrics.wage", 4000);
  given.set("wages.gap_start", 0.2).set("wages.gap_end", 0.05).set("wages.closing", 0.02);
  given.set("occupations.electrics.assistant_wage_share", 0.75).set("wages.trainee_share", 0.3);
  World world = given.world(240);
  build_tables(world);
  const auto& t = world.tables;
  const auto wage = [&](std::size_t kind, std::size_t tau) {
    return static_cast<double>(t.pay[kind][t.horizon + tau].wage) / 100;
  };
  for (const int tau : {0, 12, 200}) {
    const double gap = 0.05 + 0.15 * std::exp(-0.02 * tau);
    EXPECT_NEAR(wage(0, static_cast<std::size_t>(tau)), 4000 * std::exp(-gap), 0.006);
  }
  EXPECT_EQ(wage(1, 30), 3000);
  EXPECT_EQ(wage(2, 30), 1200);
  EXPECT_EQ(t.output_cents[0][1], 500000);  // productivity 1.25
}

TEST(BuildTables, OtherWorkIsPaidAShareAndYieldsWhatItCosts) {
  Given given;
  given.on({"costs"}).set("occupations.electrics.wage", 4000).set("wages.other_work_share", 0.6);
  given.set("wages.gap_start", 0.2).set("costs.employer_contribution", 0.25);
  World world = given.world(240);
  build_tables(world);
  const auto& t = world.tables;
  for (const std::size_t tau : {0, 200}) EXPECT_EQ(t.pay[OtherWage][t.horizon + tau].wage, 240000);
  EXPECT_EQ(t.output_cents[OtherWage][1], 300000);
}

/// Nurses of the Philippines come by a paid programme, work, send money, lose jobs.
World paid_programme() {
  Given given;
  given.on({"partnerships", "costs", "remittances", "retention"});
  given.names(Axis::Partnership, {"P1"}).set("partnerships.P1.seats_per_month", 40);
  given.set("origins.PHL.nursing.applicants_per_month", 40);
  given.list("partnership_types.recruit_and_bridge.route", {1, 3, 5});
  given.set("entries.type", 0).set("stages.employed.initial", 50);
  for (const std::string stage : {"language", "recognition", "matching"})
    given.set("stages." + stage + ".complete", 0.4).set("stages." + stage + ".drop", 0.05);
  given.set("stages.language.cost_per_month", 333.33).set("stages.recognition.cost_once", 601.01);
  for (const std::string party : {"migrant", "employer", "german_state", "donor"})
    given.set("partnership_types.recruit_and_bridge.pays." + party, 0.3);
  given.set("partnership_types.recruit_and_bridge.migrant_fee", 250);
  given.set("wages.remit_participation", 1).set("retention.job_loss.scale", 20);
  given.set("partnership.progress_ratio", 1);  // nothing gets cheaper
  return given.world(36);
}

std::int64_t paid(const World& world, Party from, Party to) {
  return world.tally.cells()[world.layout.at(Tally::Ledger, static_cast<std::size_t>(from),
                                             static_cast<std::size_t>(to))];
}

std::int64_t position(const World& world, Party party) {
  std::int64_t sum = 0;
  for (int other = 0; other < party_count; ++other)
    sum += paid(world, static_cast<Party>(other), party) -
           paid(world, party, static_cast<Party>(other));
  return sum;
}

/// Ten people in other work in Germany: 2000 EUR each, a quarter of it to the treasury, and 100 EUR
/// that they would have earned at home.
TEST(Ledger, OtherWorkInGermanyIsIncome) {
  Given given;
  given.on({"costs"}).set("stages.other_work.initial", 10).set("occupations.nursing.wage", 4000);
  given.set("wages.other_work_share", 0.5).set("wages.tax_share", 0.1);
  given.set("wages.social_share", 0.15).set("costs.employer_contribution", 0.2);
  given.set("costs.contribution_gain", 0).set("origins.PHL.nursing.wage", 200);
  given.set("origins.PHL.price_level", 1).set("entries.type", 1);  // trained there: half the wage
  World w = given.world();
  w.step();
  EXPECT_EQ(paid(w, Party::Employer, Party::Migrant), 10 * 200000);
  EXPECT_EQ(paid(w, Party::Migrant, Party::GermanState), 10 * 50000);
  EXPECT_EQ(paid(w, Party::Employer, Party::GermanState), 10 * 40000);
  EXPECT_EQ(total(w, Tally::WageBill), 0);
  const auto gain_of = [&](Group group) {
    return w.tally.cells()[w.layout.at(Tally::Welfare, static_cast<std::size_t>(group))];
  };
  EXPECT_EQ(gain_of(Group::Migrants), 10 * (150000 - 10000));
  EXPECT_EQ(gain_of(Group::Employers), 0);
  EXPECT_EQ(gain_of(Group::GermanState), 10 * 20000);
}

TEST(Ledger, ClosesInEveryMonth) {
  World world = paid_programme();
  std::int64_t moved = 0;
  while (world.month < 36) {
    world.step();
    std::int64_t sum = 0;
    for (int party = 0; party < party_count; ++party) {
      sum += position(world, static_cast<Party>(party));
      EXPECT_EQ(paid(world, static_cast<Party>(party), static_cast<Party>(party)), 0);
    }
    EXPECT_EQ(sum, 0);
    moved += total(world, Tally::Ledger);
  }
  EXPECT_GT(moved, 0);
}

TEST(Ledger, AgreesWithWhatWasCountedBesideIt) {
  World world = paid_programme();
  std::int64_t wages = 0, elsewhere = 0, remitted = 0;
  while (world.month < 36) {
    world.step();
    const auto cells = world.tally.cells();
    const auto others =
        cells[world.layout.of_cell(Tally::Stock, 0, 0, static_cast<std::size_t>(Stage::OtherWork))];
    const std::int64_t beside = others * world.tables.pay[OtherWage][0].wage;
    EXPECT_EQ(paid(world, Party::Employer, Party::Migrant), total(world, Tally::WageBill) + beside);
    elsewhere += beside;
    EXPECT_LE(paid(world, Party::Migrant, Party::OriginHouseholds),
              total(world, Tally::Remittances));
    EXPECT_EQ(paid(world, Party::Migrant, Party::Agency), total(world, Tally::Enrolments) * 25000);
    wages += total(world, Tally::WageBill);
    remitted += total(world, Tally::Remittances);
  }
  EXPECT_GT(wages, 0);
  EXPECT_GT(elsewhere, 0);
  EXPECT_GT(remitted, 0);
}

TEST(Ledger, PreparationCostsWhatThePersonsInItCost) {
  World world = paid_programme();
  const auto language = static_cast<std::size_t>(Stage::Language),
             recognition = static_cast<std::size_t>(Stage::Recognition);
  const auto carried = [&](std::size_t stage) {
    std::int64_t sum = 0;
    for (std::size_t party = 0; party < party_count; ++party)
      sum += world.tally.cells()[world.layout.at(Tally::PreparationCost, stage, party)];
    return sum;
  };
  std::int64_t seen = 0;
  while (world.month < 36) {
    world.step();
    const auto cells = world.tally.cells();
    const auto stock = cells[world.layout.of_cell(Tally::Stock, 0, 0, language)];
    const auto entered = cells[world.layout.of_cell(Tally::Entered, 0, 0, recognition)];
    EXPECT_EQ(carried(language), stock * 33333);
    EXPECT_EQ(carried(recognition), entered * 60101);
    seen += stock * entered;
  }
  EXPECT_GT(seen, 0);
}

/// A wage that falls at the origin takes from its workers what it gives to its employers and state.
TEST(Ledger, AWageIsATransferWithinTheOrigin) {
  const auto welfare_at = [](double wage) {
    Given given;
    given.on({"costs"}).set("origins.PHL.nursing.stock", 1000);
    World world = given.world();
    world.origins[0].wage = wage;
    post_month(world);
    world.tally.end_month();
    std::array<std::int64_t, group_count> gains{};
    for (std::size_t g = 0; g < group_count; ++g)
      gains[g] = world.tally.cells()[world.layout.at(Tally::Welfare, g)];
    return gains;
  };
  const auto high = welfare_at(500), low = welfare_at(400);
  const auto of = [](const auto& gains, Group group) {
    return gains[static_cast<std::size_t>(group)];
  };
  EXPECT_LT(of(low, Group::OriginWorkers), of(high, Group::OriginWorkers));
  EXPECT_GT(of(low, Group::OriginEmployers), of(high, Group::OriginEmployers));
  const auto sum = [&](const auto& gains) {
    return of(gains, Group::OriginWorkers) + of(gains, Group::OriginEmployers) +
           of(gains, Group::OriginState);
  };
  EXPECT_NE(sum(high), 0);
  EXPECT_EQ(sum(low), sum(high));
}

TEST(Ledger, StaysEmptyWhenCostsAreOff) {
  World world = paid_programme();
  world.now.on.costs = 0;
  world.step();
  EXPECT_EQ(total(world, Tally::Ledger), 0);
  EXPECT_EQ(total(world, Tally::Welfare), 0);
}

TEST(Ledger, TheStatePaysForOutcomesOfPartnershipsOnly) {
  for (const auto type : {PartnershipType::DualTrack, PartnershipType::PrivateAgency}) {
    Given given;
    given.on({"costs"}).set("entries.type", static_cast<double>(type));
    given.set("stages.employed.initial", 10);
    given.set("costs.outcome_payment", 2500).set("costs.outcome_share", 0.5);
    World w = given.world();
    std::int64_t all = 0;
    for (int month = 0; month < 24; ++month) {
      w.step();
      all += paid(w, Party::GermanState, Party::Employer);
    }
    EXPECT_EQ(all, type == PartnershipType::DualTrack ? 1250000 : 0);
  }
}

TEST(Ledger, ASubsidyOfCoursesComesBeforeTheShares) {
  Given given;
  given.on({"costs"}).set("stages.language.initial", 10).set("language.subsidy", 0.4);
  given.set("stages.language.cost_per_month", 500).set("stages.language.complete", 0);
  given.set("partnership_types.recruit_and_bridge.pays.employer", 1);
  for (const auto party : party_names) {
    if (party != "employer")
      given.set("partnership_types.recruit_and_bridge.pays." + std::string(party), 0);
  }
  World w = given.world();
  w.step();
  EXPECT_EQ(paid(w, Party::Employer, Party::Resource), 300000);
  EXPECT_EQ(paid(w, Party::GermanState, Party::Resource), 200000);
}

TEST(Ledger, TrainingIsCompensatedForTheQualifiedOnly) {
  for (const auto type : {PartnershipType::RecruitAndBridge, PartnershipType::TrainAtOrigin}) {
    Given given;
    given.on({"costs"}).set("entries.type", static_cast<double>(type));
    given.set("stages.visa.initial", 10).set("stages.visa.complete", 1);
    given.set("origins.PHL.nursing.training_cost", 4000);
    given.set("safeguards.training_compensation", 0.25);
    World w = given.world();
    w.step();
    EXPECT_EQ(total(w, Tally::Arrivals), 10);
    EXPECT_EQ(paid(w, Party::GermanState, Party::OriginState),
              type == PartnershipType::RecruitAndBridge ? 1000000 : 0);
  }
}

TEST(Ledger, OfficesCostTheStateWhatTheirCasesCost) {
  Given given;
  given.on({"costs"}).set("stages.visa.initial", 10).set("costs.visa_case", 120);
  given.set("authorities.visa.PHL.tokens_per_month", 4);
  World w = given.world();
  w.step();
  EXPECT_EQ(total(w, Tally::Served), 4);
  EXPECT_EQ(paid(w, Party::GermanState, Party::Resource), 4 * 12000);
}

}  // namespace
}  // namespace skillscale::models
