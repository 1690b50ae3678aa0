#include "models/indicators.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <stdexcept>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

const HeadlineRow& headline(std::string_view name) {
  for (const auto& row : headline_table()) {
    if (row.name == name) return row;
  }
  throw std::out_of_range(std::string(name));
}

const DerivedRow& derived(std::string_view name) {
  for (const auto& row : derived_table()) {
    if (row.name == name) return row;
  }
  throw std::out_of_range(std::string(name));
}

std::vector<double> fill(const World& world, std::string_view name) {
  const auto& row = derived(name);
  std::size_t cells = 1;
  for (const Dim dim : row.dims) {
    if (dim != Dim::None) cells *= dim_labels(dim, world.now).size();
  }
  std::vector<double> out(cells);
  row.fill(world.layout, world.tally.cells(), out);
  return out;
}

TEST(Indicators, EveryRowIsCompleteAndItsNameUnique) {
  std::set<std::string_view> names;
  for (const auto& row : tally_table()) names.insert(row.name);
  for (const auto& row : derived_table()) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(names.insert(row.name).second);
    EXPECT_FALSE(row.unit.empty());
    EXPECT_FALSE(row.meaning.empty());
    EXPECT_NE(row.fill, nullptr);
  }
  for (const auto& row : headline_table()) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(names.insert(row.name).second);
    EXPECT_FALSE(row.unit.empty());
    EXPECT_FALSE(row.long_name.empty());
    EXPECT_FALSE(row.meaning.empty());
    EXPECT_NE(row.value, nullptr);
  }
}

TEST(Indicators, MeanWaitIsUndefinedWhereNobodyWasServed) {
  World world = Given().world();
  world.tally.add(world.layout.at(Tally::Served, 2), 4);
  world.tally.add(world.layout.at(Tally::WaitedMonths, 2), 10);
  world.tally.end_month();
  const auto wait = fill(world, "waiting_months");
  ASSERT_EQ(wait.size(), 9U + land_count);
  EXPECT_EQ(wait[2], 2.5);
  EXPECT_TRUE(std::isnan(wait[3]));
}

TEST(Indicators, MeanIntegrationIsPerPersonAtWork) {
  World world = Given().world();
  const auto employed = static_cast<std::size_t>(Stage::Employed),
             assistant = static_cast<std::size_t>(Stage::Adaptation);
  world.tally.add(world.layout.of_cell(Tally::Stock, 2, 1, employed), 3);
  world.tally.add(world.layout.of_cell(Tally::Stock, 2, 5, assistant), 1);
  world.tally.add(world.layout.of_cell(Tally::SocialIntegration, 2), 2000000);
  world.tally.end_month();
  const auto mean = fill(world, "mean_social_integration");
  EXPECT_EQ(mean[2], 0.5);
  EXPECT_TRUE(std::isnan(mean[0]));
}

TEST(Indicators, NetFlowIsReceivedLessPaid) {
  World world = Given().world();
  world.tally.add(world.layout.at(Tally::Ledger, 1, 0), 500);
  world.tally.add(world.layout.at(Tally::Ledger, 0, 2), 150);
  world.tally.end_month();
  const auto flow = fill(world, "net_flow");
  EXPECT_EQ(flow[0], 3.5);
  EXPECT_EQ(flow[1], -5);
  EXPECT_EQ(flow[2], 1.5);
  EXPECT_EQ(flow[3], 0);
}

/// Ten persons a month arrive and start at once; nobody ever leaves.
Given arrivals() {
  Given given;
  given.set("stages.matching.entries_per_month", 10).set("entries.type", 5);
  given.set("matching.withdraw", 0);
  given.list("partnership_types.alone.route", {5});
  return given;
}

TEST(Totals, WhereNobodyLeavesAllAreRetained) {
  World world = arrivals().world(60);
  TotalsRecorder recorder(world);
  while (world.month < 60) {
    world.step();
    recorder.observe(world);
  }
  const Totals totals = recorder.finish(world);
  EXPECT_EQ(totals.months, 60);
  EXPECT_GT(totals.arrivals_for_36, 200);
  EXPECT_EQ(totals.retained_36, totals.arrivals_for_36);
  EXPECT_EQ(headline("retained_share_36").value(totals, totals, {}), 1);
  EXPECT_DOUBLE_EQ(headline("arrivals_per_year").value(totals, totals, {}), totals.arrivals / 5);
  EXPECT_EQ(totals.arrivals_by_partnership, 0);
  EXPECT_EQ(totals.bottleneck, -1);
}

TEST(Totals, TheLastFiveYearsAreAMeanOfTheirOwn) {
  Given given = arrivals();
  given.set("stages.matching.entries_until", 12);
  World world = given.world(84);
  TotalsRecorder recorder(world);
  while (world.month < 84) {
    world.step();
    recorder.observe(world);
  }
  const Totals totals = recorder.finish(world);
  EXPECT_GT(totals.arrivals, 100);
  EXPECT_EQ(headline("arrivals_per_year_at_end").value(totals, totals, {}), 0);
}

TEST(Totals, TellWhenTheLastPartnershipHadEnded) {
  const auto value = [](const Totals& t) {
    return headline("last_partnership_end").value(t, t, {});
  };
  Totals totals;
  EXPECT_TRUE(std::isnan(value(totals)));
  totals.last_partnership_month = 31;
  EXPECT_EQ(value(totals), 31);
  totals.partnerships_end = 1;
  EXPECT_TRUE(std::isnan(value(totals)));
}

TEST(Totals, WaitsAreKeptApartByOffice) {
  World world = Given().world();
  for (std::size_t office : {world.recognition_office(0), world.recognition_office(1)}) {
    world.tally.add(world.layout.at(Tally::Served, office), 2);
    world.tally.add(world.layout.at(Tally::WaitedMonths, office), 6);
  }
  world.tally.add(world.layout.at(Tally::Served, world.visa_office(1)), 5);
  world.tally.end_month();
  TotalsRecorder recorder(world);
  recorder.observe(world);
  const Totals totals = recorder.finish(world);
  EXPECT_EQ(headline("recognition_wait_months").value(totals, totals, {}), 3);
  EXPECT_EQ(headline("visa_wait_months").value(totals, totals, {}), 0);
  EXPECT_TRUE(std::isnan(headline("language_wait_months").value(totals, totals, {})));
}

TEST(Totals, SharesAreUndefinedWithoutArrivals) {
  const Totals empty;
  EXPECT_TRUE(std::isnan(headline("retained_share_36").value(empty, empty, {})));
  EXPECT_TRUE(std::isnan(headline("recognised_share").value(empty, empty, {})));
  EXPECT_TRUE(std::isnan(headline("cost_per_retained_worker").value(empty, empty, {})));
  EXPECT_TRUE(std::isnan(headline("bottleneck_stage").value(empty, empty, {})));
}

Benchmarks tens() {
  Benchmarks b;
  b.enrolled = 10;
  b.migrant = 100;
  b.origin = 10;
  b.destination = 1000;
  return b;
}

double& of(Totals& totals, Group group) { return totals.welfare[static_cast<std::size_t>(group)]; }

TEST(Gains, AreDifferencesPerPersonInTheirBenchmark) {
  Totals world, reference;
  of(world, Group::Migrants) = 3000;
  of(reference, Group::Migrants) = 1000;
  of(world, Group::Employers) = 15000;
  of(world, Group::DomesticWorkers) = -5000;
  of(world, Group::OriginState) = -60;
  of(world, Group::OriginHouseholds) = 100;
  const auto value = [&](std::string_view name) {
    return headline(name).value(world, reference, tens());
  };
  EXPECT_DOUBLE_EQ(value("migrant_gain"), 2);
  EXPECT_DOUBLE_EQ(value("destination_gain"), 1);
  EXPECT_DOUBLE_EQ(value("origin_gain"), 0.4);
  EXPECT_DOUBLE_EQ(value("triple_win"), 0.4);
  EXPECT_DOUBLE_EQ(value("gain_domestic_workers"), -0.5);
  EXPECT_DOUBLE_EQ(value("gain_origin_state"), -0.6);
  EXPECT_EQ(value("nobody_worse_off"), 0);
}

TEST(Gains, AreNotDefinedPerPersonWhereNobodyEnrols) {
  Totals world;
  of(world, Group::Migrants) = 3000;
  of(world, Group::OriginWorkers) = -7000;
  Benchmarks nobody = tens();
  nobody.enrolled = 0;
  const auto value = [&](std::string_view name) {
    return headline(name).value(world, Totals{}, nobody);
  };
  for (const auto* name :
       {"migrant_gain", "origin_gain", "triple_win", "nobody_worse_off", "gain_origin_workers"})
    EXPECT_TRUE(std::isnan(value(name))) << name;
  EXPECT_EQ(value("migrant_present_value"), 3000);
  EXPECT_EQ(value("origin_present_value"), -7000);
}

TEST(Gains, NobodyIsWorseOffWithinTheTolerance) {
  Totals world;
  const Totals reference;
  const auto value = [&] { return headline("nobody_worse_off").value(world, reference, tens()); };
  EXPECT_EQ(value(), 1);
  for (const Group group : {Group::Employers, Group::GermanState, Group::DomesticWorkers}) {
    of(world, group) = -99;  // a hundredth of ten times the benchmark is 100
    EXPECT_EQ(value(), 1);
    of(world, group) = -101;
    EXPECT_EQ(value(), 0);
    of(world, group) = 0;
  }
  of(world, Group::OriginHouseholds) = -1e9;  // stands for migrants' own money: not of the seven
  EXPECT_EQ(value(), 1);
}

TEST(Gains, AgainstItselfAWorldGainsNothing) {
  World world = arrivals().on({"costs", "remittances"}).world(24);
  TotalsRecorder recorder(world);
  while (world.month < 24) {
    world.step();
    recorder.observe(world);
  }
  const Totals totals = recorder.finish(world);
  const Benchmarks scale = benchmarks(world.now, 10);
  EXPECT_NE(totals.welfare[0], 0);
  for (const auto& row : headline_table()) {
    const bool is_gain = row.kind == HeadlineKind::Pair && row.name != "nobody_worse_off" &&
                         row.name != "gap_share" && row.name != "additionality" &&
                         !row.name.starts_with("reference_fate_") &&
                         !row.name.starts_with("post_") && !row.name.starts_with("enrolled_") &&
                         !row.name.starts_with("arrived_");
    if (!is_gain) continue;
    EXPECT_EQ(row.value(totals, totals, scale), 0) << row.name;
  }
}

TEST(Posts, AreSharedOutByWhoFillsThem) {
  Totals world, reference;
  world.posts_by_partnership = 50, world.posts_by_others = 20;
  world.posts_domestic = 100, world.posts_open = 30;
  reference.posts_by_partnership = 10, reference.posts_by_others = 28;
  reference.posts_domestic = 110, reference.posts_open = 52;
  const auto value = [&](std::string_view name) {
    return headline(name).value(world, reference, {});
  };
  EXPECT_DOUBLE_EQ(value("posts_partnership_share"), 0.25);
  EXPECT_DOUBLE_EQ(value("posts_other_channel_share"), 0.1);
  EXPECT_DOUBLE_EQ(value("posts_domestic_share"), 0.5);
  EXPECT_DOUBLE_EQ(value("posts_open_share"), 0.15);
  // 40 more by partnerships, 8 less by others, 10 less by domestic workers.
  EXPECT_DOUBLE_EQ(value("post_fate_other_channel_share"), 0.2);
  EXPECT_DOUBLE_EQ(value("post_fate_domestic_share"), 0.25);
  EXPECT_DOUBLE_EQ(value("post_additionality"), 0.55);
  reference.posts_by_partnership = 50;
  EXPECT_TRUE(std::isnan(value("post_additionality")));
}

TEST(Benchmarks, AreMeansOverThePairsThatExist) {
  Given given;
  given.set("origins.PHL.nursing.wage", 400).set("origins.PHL.price_level", 0.5);
  given.set("origins.TUN.nursing.wage", 600).set("origins.TUN.price_level", 0.5);
  given.set("origins.TUN.electrics.wage", 800).set("occupations.electrics.wage", 4100);
  const Parameters p = given.parameters();
  const Benchmarks b = benchmarks(p, 0);
  EXPECT_EQ(b.enrolled, 0);
  EXPECT_DOUBLE_EQ(b.migrant, 12 * 2 * (400 + 600 + 800) / 3.0);
  EXPECT_DOUBLE_EQ(b.origin, 5000);
  EXPECT_DOUBLE_EQ(b.destination, 12 * (3500 + 3500 + 4100) / 3.0);
}

TEST(Headlines, OfScaleAndFairnessAreWhatTheySay) {
  Totals world, reference;
  world.months = reference.months = 240;
  world.arrivals = 500, reference.arrivals = 380;
  world.arrivals_by_partnership = 200;
  const auto value = [&](std::string_view name) {
    return headline(name).value(world, reference, {});
  };
  EXPECT_DOUBLE_EQ(value("additionality"), 0.6);
  EXPECT_DOUBLE_EQ(value("deadweight_per_year"), 4);
  EXPECT_DOUBLE_EQ(value("partnership_share"), 0.4);
  world.enrolments = 400, world.home_graduates = 40;
  EXPECT_DOUBLE_EQ(value("success_from_enrolment_share"), 0.6);
  world.own_cost = 1000000, world.wages = 9000000, world.months_at_work = 3000;
  EXPECT_DOUBLE_EQ(value("own_cost_in_earnings"), 2.0 / 3.0);
  world.arrivals_by_land[0] = world.arrivals_by_land[7] = 250;
  EXPECT_DOUBLE_EQ(value("land_concentration"), 0.5);
  world.past_cliff = 3, world.ended_at_cliff = 9;
  EXPECT_DOUBLE_EQ(value("cliff_survival_share"), 0.25);
  world.early_by_partnership = 10, world.late_by_partnership = 80;
  EXPECT_NEAR(value("partnership_doubling_years"), 5, 1e-12);
  world.late_by_partnership = 9;
  EXPECT_TRUE(std::isnan(value("partnership_doubling_years")));
}

TEST(Totals, GatherWhatMigrantsPayAndWhereTheyArrive) {
  Given given = arrivals();
  given.on({"costs"}).set("partnership_types.alone.migrant_fee", 0);
  given.set("stages.matching.cost_once", 600);
  for (const auto party : party_names)
    given.set("partnership_types.alone.pays." + std::string(party), party == "migrant" ? 1 : 0);
  World world = given.world(24);
  TotalsRecorder recorder(world);
  while (world.month < 24) {
    world.step();
    recorder.observe(world);
  }
  const Totals totals = recorder.finish(world);
  double lands = 0;
  for (const double here : totals.arrivals_by_land) lands += here;
  EXPECT_EQ(lands, totals.arrivals);
  EXPECT_NEAR(totals.own_cost, 600 * 10 * 24, 600 * 10);
  EXPECT_GT(totals.wages, 0);
}

}  // namespace
}  // namespace skillscale::models
