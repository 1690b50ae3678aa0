#include "models/network.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "models/authority.h"
#include "models/destination_market.h"
#include "models/table_rows.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

/// One chain: 50 applicants, 40 seats, 30 places of a centre, 20 files, 10 visas, 5 placements a
/// month, posts in plenty.
Given chain() {
  Given given;
  given.on({"partnerships"}).names(Axis::Partnership, {"P1"}).names(Axis::Centre, {"school"});
  given.set("origins.PHL.nursing.applicants_per_month", 50);
  given.set("partnerships.P1.type", 2).set("partnerships.P1.centre", 0);
  given.set("partnerships.P1.seats_per_month", 40).set("centres.school.seats_per_month", 30);
  given.list("partnership_types.train_at_origin.route", {1, 2, 3, 4, 5});
  given.set("authorities.recognition.nursing.tokens_per_month", 20);
  given.set("authorities.visa.PHL.tokens_per_month", 10);
  given.set("employers.hospitals.placements_per_month", 5);
  for (const std::string size : {"micro", "small", "medium", "large"})
    given.set("employers.hospitals.adopted_share." + size, 1);
  return given;
}

Bottleneck bottleneck_of(const Given& given) {
  World world = given.world();
  for (std::uint32_t i = 0; i < 1000; ++i) reopen_post(world, i % 100);
  return find_bottleneck(world);
}

TEST(Bottleneck, MovesOnWhenItIsRelieved) {
  Given given = chain();
  const auto expect = [&](std::int64_t persons, Stage stage) {
    const auto found = bottleneck_of(given);
    EXPECT_EQ(found.flow, persons * 1000);
    EXPECT_EQ(found.stage, stage);
  };
  expect(5, Stage::Matching);
  given.set("employers.hospitals.placements_per_month", 1e9);
  expect(10, Stage::Visa);
  given.set("authorities.visa.PHL.tokens_per_month", 100);
  expect(20, Stage::Recognition);
  given.set("authorities.recognition.nursing.tokens_per_month", 100);
  expect(30, Stage::Training);
  given.set("centres.school.seats_per_month", 100);
  expect(40, Stage::Applicant);
  given.set("partnerships.P1.seats_per_month", 100);
  expect(50, Stage::Applicant);
}

TEST(Bottleneck, MoreOfWhatDoesNotBindChangesNothing) {
  Given given = chain();
  given.set("authorities.recognition.nursing.tokens_per_month", 1e6);
  given.set("partnerships.P1.seats_per_month", 1e5);
  EXPECT_EQ(bottleneck_of(given).flow, 5000);
}

/// What a unit of an office is worth is what the flow gains when the office really has it.
TEST(ShadowPrice, IsWhatOneMoreTokenBrings) {
  Given given = chain();
  given.set("employers.hospitals.placements_per_month", 1e9);
  given.set("authorities.placement.tokens_per_month", 10.4);
  const World world = given.world();
  const auto found = bottleneck_of(given);
  const std::pair<std::size_t, std::string> offices[] = {
      {world.recognition_office(0), "authorities.recognition.nursing.tokens_per_month"},
      {world.visa_office(0), "authorities.visa.PHL.tokens_per_month"},
      {world.placement_office(), "authorities.placement.tokens_per_month"}};
  ASSERT_EQ(found.more.size(), world.placement_office() + 1);
  for (const auto& [office, path] : offices) {
    auto parameters = given.parameters();
    Given relieved = given;
    relieved.set(path, value_at(parameters, path) + 1);
    EXPECT_EQ(found.more[office], bottleneck_of(relieved).flow - found.flow) << path;
  }
  EXPECT_EQ(found.more[world.visa_office(0)], 400) << "then placement binds";
  EXPECT_EQ(found.more[world.recognition_office(0)], 0);
}

TEST(Bottleneck, CasesFromOutsideTakeTheirShareOfAnOffice) {
  Given given = chain();
  given.set("employers.hospitals.placements_per_month", 1e9);
  given.set("authorities.visa.PHL.background_per_month", 4);
  EXPECT_EQ(bottleneck_of(given).flow, 6000);
  given.set("authorities.visa.PHL.background_per_month", 40);
  EXPECT_EQ(bottleneck_of(given).flow, 0);
}

TEST(Bottleneck, NobodyPassesAnotherOriginsVisaPost) {
  Given given = chain();
  given.set("employers.hospitals.placements_per_month", 1e9);
  given.set("authorities.visa.TUN.tokens_per_month", 1000);
  EXPECT_EQ(bottleneck_of(given).flow, 10000);
}

/// Twenty files a month carry forty admitted candidates when every second comes so far.
TEST(Bottleneck, CapacitiesCountInAdmittedCandidates) {
  Given given = chain();
  given.set("employers.hospitals.placements_per_month", 1e9);
  given.set("authorities.visa.PHL.tokens_per_month", 1000);
  World world = given.world();
  for (std::uint32_t i = 0; i < 1000; ++i) reopen_post(world, i % 100);
  EXPECT_EQ(find_bottleneck(world).stage, Stage::Recognition);
  world.passage.admitted = 30;
  world.passage.entered.fill(30);
  world.passage.entered[static_cast<std::size_t>(Stage::Recognition)] = 15;
  const auto found = find_bottleneck(world);
  EXPECT_EQ(found.flow, 30000);
  EXPECT_EQ(found.stage, Stage::Training);
}

TEST(Bottleneck, PublicPlacementStaffLimitAll) {
  Given given = chain();
  given.set("authorities.placement.tokens_per_month", 3);
  const auto found = bottleneck_of(given);
  EXPECT_EQ(found.flow, 3000);
  EXPECT_EQ(found.stage, Stage::Matching);
}

/// Places bind by how long each is held, as seen in the last year.
TEST(Bottleneck, LanguagePlacesServeAsManyAsTheyDidOfLate) {
  Given given = chain();
  given.set("authorities.language.PHL.places", 36);
  World world = given.world();
  for (std::uint32_t i = 0; i < 1000; ++i) reopen_post(world, i % 100);
  const auto office = world.language_office(0);
  EXPECT_EQ(capacity_for_partnerships(world, office), rows::unlimited);
  world.offices[office].held = 18;
  world.offices[office].served = 2;  // nine months each: 36 places take four a month
  const auto found = find_bottleneck(world);
  EXPECT_EQ(found.flow, 4000);
  EXPECT_EQ(found.stage, Stage::Language);
  world.offices[office].served_privately = 1.5;
  EXPECT_EQ(find_bottleneck(world).flow, 2500);
}

TEST(Bottleneck, AQueueOfAYearForALanguagePlaceIsFound) {
  Given given = chain();
  given.set("employers.hospitals.placements_per_month", 1e9);
  given.set("authorities.language.PHL.places", 12);
  given.set("language.drop", 0).set("entries.type", 2);
  World world = given.world(120);
  while (world.month < 119) world.step();
  EXPECT_GT(world.tally.cells()[world.layout.at(Tally::Queue, world.language_office(0))], 24);
  for (std::uint32_t i = 0; i < 1000; ++i) reopen_post(world, i % 100);
  EXPECT_EQ(find_bottleneck(world).stage, Stage::Language);
}

TEST(Bottleneck, OpenPostsAreTheEndOfTheChain) {
  World world = chain().world();
  for (std::uint32_t i = 0; i < 3; ++i) reopen_post(world, i);
  const auto found = find_bottleneck(world);
  EXPECT_EQ(found.flow, 3000);
  EXPECT_EQ(found.stage, Stage::Matching);
}

TEST(Bottleneck, ARouteWithoutRecognitionGoesRoundTheOffice) {
  Given given = chain();
  given.set("employers.hospitals.placements_per_month", 1e9);
  given.set("authorities.recognition.nursing.tokens_per_month", 1);
  EXPECT_EQ(bottleneck_of(given).flow, 1000);
  given.list("partnership_types.train_at_origin.route", {1, 2, 4, 5});
  EXPECT_EQ(bottleneck_of(given).flow, 10000);
}

TEST(Bottleneck, StandsOnTheBoardOnceInEveryMonth) {
  World world = chain().world();
  while (world.month < 24) {
    world.step();
    EXPECT_EQ(total(world, Tally::Bottleneck), 1);
  }
}

TEST(PartnershipGraph, HasAVertexForEveryKindThatExists) {
  const World world = chain().world();
  sim::Vertex source = 0, sink = 0;
  const auto graph = partnership_graph(world, source, sink).snapshot();
  std::array<int, vertex_kind_names.size()> count{};
  for (const auto kind : graph.kinds) ++count[kind];
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Source)], 1);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Sink)], 1);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Origin)], 4);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Partnership)], 1);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Centre)], 2);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Recognition)], 4);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Visa)], 4);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Sector)], 4);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Language)], 4);
  EXPECT_EQ(count[static_cast<std::size_t>(VertexKind::Placement)], 2);
}

TEST(PartnershipGraph, SaysOfEachPartnershipItsTypeAndFromWhomItLearns) {
  Given given = chain();
  given.on({"partnerships", "platform"}).names(Axis::Partnership, {"P1", "P2"});
  given.set("partnerships.P2.type", 0).set("partnerships.P2.centre", 0);
  given.set("partnerships.P2.seats_per_month", 4);
  given.set("partnership.partner_spillover", 0.1).set("partnership.platform_spillover", 0.5);
  World world = given.world();
  world.platform_intensity = 0.5;
  world.month = 1;
  world.partnerships[0].placed = 0.98 * 10;  // ten in the only month
  world.partnerships[0].experience = 41;
  sim::Vertex source = 0, sink = 0;
  const auto graph = partnership_graph(world, source, sink);
  const auto vertex = [&](VertexKind kind, std::uint32_t index) {
    const auto snapshot = graph.snapshot();
    for (sim::Vertex v = 0; v < snapshot.kinds.size(); ++v) {
      if (snapshot.kinds[v] == static_cast<std::uint8_t>(kind) && snapshot.indices[v] == index)
        return v;
    }
    return sim::Vertex{0};
  };
  const auto one = vertex(VertexKind::Partnership, 0), two = vertex(VertexKind::Partnership, 1);
  const auto platform = vertex(VertexKind::Platform, 0);
  const auto capacity = [&](sim::Vertex from, sim::Vertex to) {
    const auto edge = graph.edge(from, to);
    return edge ? edge->capacity : -1;
  };
  EXPECT_EQ(capacity(one, vertex(VertexKind::Type, 2)), 40'000);
  EXPECT_EQ(capacity(two, vertex(VertexKind::Type, 0)), 4'000);
  EXPECT_EQ(capacity(one, two), 1'000) << "a tenth of ten placements a month";
  EXPECT_EQ(capacity(two, one), -1);
  EXPECT_EQ(capacity(one, platform), 0);
  EXPECT_EQ(capacity(platform, two), 833) << "a quarter of forty placements, over twelve";
  EXPECT_EQ(capacity(platform, one), -1);
  EXPECT_EQ(graph.max_flow(source, sink).value, [&] {
    world.now.partnership.partner_spillover = world.platform_intensity = 0;
    return partnership_graph(world, source, sink).max_flow(source, sink).value;
  }());
}

}  // namespace
}  // namespace skillscale::models
