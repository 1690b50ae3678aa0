#include "models/parameters.h"

#include <gtest/gtest.h>

#include "sim/error.h"
#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

TEST(BuildParameters, LeavesEveryNumberAtItsStandard) {
  ParameterValues values;
  values.names[static_cast<std::size_t>(Axis::Origin)] = {"PHL"};
  values.names[static_cast<std::size_t>(Axis::Occupation)] = {"nursing"};
  Parameters p = build_parameters(values, 36);
  EXPECT_EQ(p.months, 36);
  for (const auto& address : all_addresses(p)) {
    if (address.decl->number == nullptr) continue;
    EXPECT_EQ(*address.decl->number(p, address.index), address.decl->standard)
        << path_of(address, p);
  }
}

TEST(BuildParameters, PutsEachValueWhereItsPathPoints) {
  Given given;
  given.set("origins.TUN.electrics.wage", 640).set("language.months_to.B2", 4.5);
  given.list("partnership_types.dual_track.route", {1, 2, 4});
  given.text("origins.TUN.name", "Tunisia, north");
  const Parameters p = given.parameters();
  EXPECT_EQ(p.origins[1].occupation[1].wage, 640);
  EXPECT_EQ(p.origins[1].occupation[0].wage, 500);
  EXPECT_EQ(p.language.months_to[4], 4.5);
  EXPECT_EQ(p.types[3].route, (std::vector<double>{1, 2, 4}));
  EXPECT_EQ(p.origins[1].name, "Tunisia, north");
}

TEST(BuildParameters, TheLastOfTwoValuesCounts) {
  Given given;
  given.set("language.pass", 0.5).set("language.pass", 0.9);
  EXPECT_EQ(given.parameters().language.pass, 0.9);
}

TEST(BuildParameters, APairExistsOnlyWhereItIsGiven) {
  const Parameters p = Given().parameters();
  EXPECT_TRUE(p.origins[0].occupation[0].present);
  EXPECT_FALSE(p.origins[0].occupation[1].present);
  EXPECT_TRUE(p.origins[1].occupation[1].present);
}

TEST(BuildParameters, RefusesWhatTheTableDoesNotDeclare) {
  for (const std::string path :
       {"language.passs", "origins.MAR.nursing.stock", "origins.{origin}.price_level", ""}) {
    SCOPED_TRACE(path);
    Given given;
    EXPECT_THROW(given.set(path, 1).parameters(), sim::InputError);
  }
}

TEST(BuildParameters, RefusesAValueOfTheWrongKind) {
  Given number, list, text;
  number.set("partnership_types.alone.route", 1);
  list.list("language.pass", {0.5});
  text.text("language.pass", "often");
  EXPECT_THROW(number.parameters(), sim::InputError);
  EXPECT_THROW(list.parameters(), sim::InputError);
  EXPECT_THROW(text.parameters(), sim::InputError);
}

TEST(AllAddresses, CountsEveryCombinationOfNames) {
  Parameters p = Given().parameters();
  std::size_t wages = 0, pays = 0, levers = 0;
  for (const auto& address : all_addresses(p)) {
    wages += address.decl->path == "origins.{origin}.{occupation}.wage" ? 1U : 0U;
    pays += address.decl->path == "partnership_types.{partnership_type}.pays.{party}" ? 1U : 0U;
    levers += address.decl->path.starts_with("levers.") ? 1U : 0U;
  }
  EXPECT_EQ(wages, 4U);
  EXPECT_EQ(pays, 54U);
  EXPECT_EQ(levers, 0U);
}

}  // namespace
}  // namespace skillscale::models
