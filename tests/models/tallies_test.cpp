#include "models/tallies.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/models/small_world.h"

namespace skillscale::models {
namespace {

std::vector<Tally> all_tallies() {
  std::vector<Tally> all;
  for (int t = 0; t < tally_count; ++t) all.push_back(static_cast<Tally>(t));
  return all;
}

const TallyRow& row_of(Tally tally) { return tally_table()[static_cast<std::size_t>(tally)]; }

TEST(TallyTable, EveryRowIsCompleteAndItsNameUnique) {
  std::set<std::string_view> names;
  for (const auto& row : tally_table()) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(names.insert(row.name).second);
    EXPECT_FALSE(row.unit.empty());
    EXPECT_FALSE(row.meaning.empty());
    EXPECT_GT(row.scale, 0);
    bool ended = false;
    for (const Dim dim : row.dims) {
      EXPECT_FALSE(ended && dim != Dim::None) << "an axis after the last";
      ended = ended || dim == Dim::None;
    }
  }
}

TEST(TallyLayout, CoversTheBoardWithoutOverlap) {
  const Parameters p = Given().parameters();
  const TallyLayout layout(p);
  std::size_t next = 0;
  for (const Tally tally : all_tallies()) {
    EXPECT_EQ(layout.first(tally), next);
    std::size_t cells = 1;
    for (const Dim dim : row_of(tally).dims) {
      if (dim != Dim::None) cells *= dim_labels(dim, p).size();
    }
    EXPECT_EQ(layout.size(tally), cells);
    next += cells;
  }
  EXPECT_EQ(layout.cells(), next);
}

TEST(TallyLayout, PlacesRunThroughATallyInTheOrderOfItsAxes) {
  const TallyLayout layout(Given().parameters());
  std::size_t next = layout.first(Tally::Stock);
  for (std::size_t origin = 0; origin < 2; ++origin) {
    for (std::size_t occupation = 0; occupation < 2; ++occupation) {
      for (std::size_t type = 0; type < partnership_type_count; ++type) {
        for (std::size_t stage = 0; stage < stage_count; ++stage)
          EXPECT_EQ(layout.at(Tally::Stock, origin, occupation, type, stage), next++);
      }
    }
  }
  next = layout.first(Tally::Ledger);
  for (std::size_t payer = 0; payer < party_count; ++payer) {
    for (std::size_t payee = 0; payee < party_count; ++payee)
      EXPECT_EQ(layout.at(Tally::Ledger, payer, payee), next++);
  }
}

TEST(TallyLayout, ACellIsItsOriginAndOccupation) {
  const TallyLayout layout(Given().parameters());
  for (std::size_t origin = 0; origin < 2; ++origin) {
    for (std::size_t occupation = 0; occupation < 2; ++occupation) {
      const std::size_t cell = origin * 2 + occupation;
      EXPECT_EQ(layout.of_cell(Tally::Pool, cell), layout.at(Tally::Pool, origin, occupation));
      EXPECT_EQ(layout.of_cell(Tally::Arrivals, cell, 4),
                layout.at(Tally::Arrivals, origin, occupation, 4));
      EXPECT_EQ(layout.of_cell(Tally::Stock, cell, 5, 13),
                layout.at(Tally::Stock, origin, occupation, 5, 13));
      EXPECT_EQ(layout.of_cell(Tally::Exits, cell, 2, 4),
                layout.at(Tally::Exits, origin, occupation, 2, 4));
    }
  }
}

TEST(DimLabels, OfficesStandWhereTheWorldLooksForThem) {
  const World world = Given().world();
  const auto offices = dim_labels(Dim::Authority, world.now);
  ASSERT_EQ(offices.size(), world.offices.size());
  EXPECT_EQ(offices[world.recognition_office(1)], "recognition.electrics");
  EXPECT_EQ(offices[world.visa_office(1)], "visa.TUN");
  EXPECT_EQ(offices[world.language_office(0)], "language.PHL");
  EXPECT_EQ(offices[world.bridging_office(1)], "bridging.electrics");
  EXPECT_EQ(offices[world.placement_office()], "placement");
}

}  // namespace
}  // namespace skillscale::models
