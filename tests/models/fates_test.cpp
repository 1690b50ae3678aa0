#include "models/fates.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace skillscale::models {
namespace {

constexpr auto move_of(PartnershipType type) { return static_cast<std::uint8_t>(type); }
constexpr auto recruited = move_of(PartnershipType::RecruitAndBridge);
constexpr auto trained = move_of(PartnershipType::DualTrack);
constexpr auto by_agency = move_of(PartnershipType::PrivateAgency);
constexpr auto alone = move_of(PartnershipType::Alone);
constexpr auto elsewhere = CellFates::elsewhere;

std::vector<CellFates> fates(std::initializer_list<std::pair<std::uint64_t, std::uint8_t>> moves) {
  CellFates cell;
  for (const auto& [key, move] : moves) cell.add(sim::Key{key}, move);
  return {one_each(cell)};
}

TEST(Fates, OfThoseWhoCameThroughPartnershipsAreThoseInTheOtherWorld) {
  const auto world = fates({{1, recruited},
                            {2, recruited},
                            {3, recruited},
                            {4, trained},
                            {5, trained},
                            {6, by_agency},
                            {7, elsewhere}});
  const auto other = fates({{5, recruited}, {1, alone}, {2, elsewhere}, {6, recruited}});
  EXPECT_EQ((FateCounts{1, 1, 1, 1, 1}), fates_in(other, world));
}

TEST(Fates, OfAWorldInItselfAreAllPartnership) {
  const auto world = fates({{3, recruited}, {1, trained}, {2, alone}});
  EXPECT_EQ((FateCounts{2, 0, 0, 0, 0}), fates_in(world, world));
}

TEST(Fates, APersonCountsOnceByTheFirstMoveToGermany) {
  const auto cell =
      fates({{9, elsewhere}, {9, by_agency}, {9, recruited}, {4, elsewhere}, {4, elsewhere}})
          .front();
  EXPECT_EQ((std::vector<std::uint64_t>{4, 9}), cell.key);
  EXPECT_EQ((std::vector<std::uint8_t>{elsewhere, by_agency}), cell.move);
}

}  // namespace
}  // namespace skillscale::models
