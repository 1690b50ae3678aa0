#include "models/origin_market.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

TEST(InducedTraining, ThereIsNoneWithoutAReason) {
  EXPECT_EQ(induced_training(0, 0.2, 7, 0.3), 1);
  EXPECT_EQ(induced_training(2, 0, 7, 0.3), 1);
  EXPECT_EQ(induced_training(2, 0.2, 1, 0.3), 1);
  EXPECT_EQ(induced_training(2, 0.2, 0.5, 0.3), 1);
}

TEST(InducedTraining, GrowsWithMigrationAndWageAndIsDiluted) {
  EXPECT_DOUBLE_EQ(induced_training(1, 0.1, 6, 0), 1.5);
  // A third of those who enrol are new; the pass share falls by 0.3 of that.
  EXPECT_DOUBLE_EQ(induced_training(1, 0.1, 6, 0.3), 1.5 * (1 - 0.3 / 3));
  double before = 1;
  for (const double elasticity : {0.5, 1.0, 2.0, 9.0}) {
    const double now = induced_training(elasticity, 0.1, 6, 0.3);
    EXPECT_GT(now, before);
    before = now;
  }
  EXPECT_GE(induced_training(50, 1, 20, 5), 0);
}

Given nurses(double stock) {
  Given given;
  given.on({"origin_market"}).set("origins.PHL.nursing.stock", stock);
  given.set("origins.PHL.nursing.attrition", 0);
  return given;
}

TEST(OriginMarket, GraduatesAddUpToTheirRate) {
  Given given = nurses(100);
  given.set("origins.PHL.nursing.graduates_per_month", 2.3);
  World world = given.world();
  std::int64_t graduates = 0;
  while (world.month < 24) {
    world.step();
    graduates += total(world, Tally::Graduates);
  }
  EXPECT_NEAR(static_cast<double>(graduates), 24 * 2.3, 1);
  EXPECT_EQ(world.pools[0].present, 100 + graduates);
}

TEST(OriginMarket, WageAnswersTheStockWithItsElasticity) {
  Given given = nurses(1000);
  given.on({"wage_response"}).set("origins.PHL.nursing.wage_elasticity", 0.5);
  World world = given.world();
  world.pools[0].present = 250;
  world.origins[0].employed = 200;
  world.step();
  EXPECT_NEAR(world.origins[0].wage, 500 * std::sqrt(1000.0 / 250), 1e-9);
}

TEST(OriginMarket, TheUnemployedShareOfTheStartIsKept) {
  Given given = nurses(100000);
  given.set("origins.PHL.nursing.unemployed_share", 0.2);
  given.set("origins.PHL.nursing.open_posts", 1);
  World world = given.world(60);
  while (world.month < 60) world.step();
  // The unemployed are binomial around a fifth: 4 standard deviations.
  EXPECT_NEAR(static_cast<double>(world.origins[0].employed), 80000,
              4 * std::sqrt(100000 * 0.2 * 0.8));
}

TEST(OriginMarket, ResponseOfTrainingComesAfterItsLag) {
  Given given = nurses(1000);
  given.on({"induced_training"}).set("origins.PHL.nursing.graduates_per_month", 100);
  given.set("origins.PHL.nursing.training_elasticity", 1);
  given.set("origins.PHL.nursing.quality_dilution", 0);
  given.set("origins.PHL.nursing.training_lag", 6);
  World world = given.world();
  std::vector<std::int64_t> graduates;
  while (world.month < 10) {
    world.origins[0].expected_migration = 0.1;  // known from the first month on
    world.step();
    graduates.push_back(total(world, Tally::Graduates));
  }
  // The wage in Germany is seven times the origin's.
  for (std::size_t month = 0; month < 10; ++month)
    EXPECT_NEAR(static_cast<double>(graduates[month]), month < 6 ? 100 : 160, 1) << month;
}

/// Graduates replace those who leave and all begin without work: the unemployed share stays.
TEST(OriginMarket, TheUnemployedShareStaysWithoutMigration) {
  Given given;
  given.on({"origin_market"}).set("origins.PHL.nursing.stock", 200000);
  given.set("origins.PHL.nursing.unemployed_share", 0.12);
  given.set("origins.PHL.nursing.attrition", 0.005);
  given.set("origins.PHL.nursing.graduates_per_month", 1000);
  World world = given.world(121);
  while (world.month < 120) world.step();
  const auto cell = world.origins[0].cell;
  const auto idle = world.tally.cells()[world.layout.of_cell(Tally::OriginUnemployed, cell)];
  const auto stock = static_cast<double>(world.pools[0].present);
  EXPECT_NEAR(static_cast<double>(idle) / stock, 0.12, 0.004);
}

}  // namespace
}  // namespace skillscale::models
