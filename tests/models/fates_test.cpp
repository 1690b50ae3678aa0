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

/// Key, cents, marks.
struct Account {
  std::uint64_t key;
  std::int64_t cents;
  std::uint8_t marks;
};
CellFates with_accounts(CellFates cell, std::initializer_list<Account> accounts) {
  for (const auto& account : accounts)
    cell.accounts.add(sim::Key{account.key}, account.cents, account.marks);
  return one_each(cell);
}

constexpr auto enrolled = CellAccounts::enrolled, on_the_way = CellAccounts::on_the_way;

TEST(Gains, OfTheEnrolledAreThoseAgainstTheSamePersonElsewhere) {
  // 1 gains 90 EUR, 2 loses 10, 3 gains 20 by two stays, 4 loses 1.
  const auto world = with_accounts({}, {{1, 10000, enrolled},
                                        {2, -1000, enrolled},
                                        {3, 0, enrolled},
                                        {3, 1500, 0},
                                        {3, 500, 0},
                                        {4, 2900, enrolled},
                                        {9, -70000, 0}});
  const auto other = with_accounts({}, {{1, 1000, 0}, {4, 3000, enrolled}});
  const auto gains = gains_in({other}, {world}, -5);
  EXPECT_EQ(gains.known, 4);
  EXPECT_EQ(gains.worse_off, 1);
  EXPECT_DOUBLE_EQ(gains.mean, 99.0 / 4);
  EXPECT_DOUBLE_EQ(gains.lowest_tenth, -10);
  // Half the mean distance of all 16 pairs over the mean size: -10, -1, 20, 90.
  const double distances = 2 * (9 + 30 + 100 + 21 + 91 + 70);
  EXPECT_DOUBLE_EQ(gains.gini, distances / (2 * 16 * 121.0 / 4));
}

TEST(Gains, AreKnownWhereNobodyIsOnTheWayOrGoneElsewhere) {
  const auto moves = fates({{3, elsewhere}});
  const std::initializer_list<Account> all{
      {1, 100, enrolled}, {2, 200, enrolled}, {2, -50, on_the_way}, {3, 300, enrolled}};
  const auto world = with_accounts({}, all);
  EXPECT_EQ(gains_in({with_accounts(moves.front(), {})}, {world}, 0).known, 1);
  EXPECT_EQ(gains_in({with_accounts({}, {{1, 0, on_the_way}})}, {world}, 0).known, 1);
  EXPECT_EQ(gains_in({with_accounts({}, {})}, {with_accounts(moves.front(), all)}, 0).known, 1);
  EXPECT_EQ(gains_in({world}, {with_accounts({}, {})}, 0).known, 0);
}

TEST(Gains, OfTheArrivedAreThoseOfWhoCameThroughAPartnership) {
  // 1 came and gains, 2 came and loses, 3 came alone, 4 gave up.
  const std::initializer_list<Account> all{
      {1, 100, enrolled}, {2, -200, enrolled}, {3, -300, enrolled}, {4, -400, enrolled}};
  const auto world = with_accounts(fates({{1, 0}, {2, 2}, {3, alone}}).front(), all);
  const auto gains = gains_in({with_accounts({}, {})}, {world}, -0.5);
  EXPECT_EQ(gains.known, 4);
  EXPECT_EQ(gains.worse_off, 3);
  EXPECT_EQ(gains.arrived, 2);
  EXPECT_EQ(gains.arrived_worse_off, 1);
}

TEST(Gains, OfAWorldAgainstItselfAreNone) {
  const auto world = with_accounts({}, {{1, 100, enrolled}, {2, -200, enrolled}});
  const auto gains = gains_in({world}, {world}, -0.01);
  EXPECT_EQ(gains.known, 2);
  EXPECT_EQ(gains.worse_off, 0);
  EXPECT_EQ(gains.mean, 0);
}

}  // namespace
}  // namespace skillscale::models
