#include "viz/server/room.h"

#include <gtest/gtest.h>

#include <set>

namespace skillscale::server {
namespace {

experiments::Headline gain(const char* name, double value) {
  experiments::Headline headline;
  headline.name = name;
  headline.is_pair = true;
  experiments::Interval interval;
  interval.low = value - 1;
  interval.median = value;
  interval.high = value + 1;
  interval.runs = 4;
  headline.difference = {{"other", {}}, {"pilots_as_today", interval}};
  return headline;
}

Picture picture(std::size_t runs, bool is_last) {
  return {runs, is_last, {gain("triple_win", 2), gain("gap_share", 7)}};
}

std::string state_of(const Room& room, const std::string& token) {
  return room.table_json(token)->at("state").get<std::string>();
}

TEST(RoomOfTables, TakesTheCodeOfTheWallAlone) {
  Room room;
  EXPECT_EQ(room.join("", "A").outcome, Room::Join::WrongCode);
  EXPECT_EQ(room.join(room.code() + "A", "A").outcome, Room::Join::WrongCode);
  const auto joined = room.join(room.code(), "A");
  EXPECT_EQ(joined.outcome, Room::Join::Done);
  EXPECT_EQ(joined.token.size(), 26U);
  EXPECT_EQ(room.join(room.code(), "A").outcome, Room::Join::NameTaken);
}

TEST(RoomOfTables, CodesAndTokensDiffer) {
  std::set<std::string> codes, tokens;
  for (int at = 0; at < 100; ++at) {
    Room room;
    codes.insert(room.code());
    tokens.insert(room.join(room.code(), "A").token);
  }
  EXPECT_GE(codes.size(), 99U);
  EXPECT_EQ(tokens.size(), 100U);
}

TEST(RoomOfTables, ShowsTheGainsAgainstOneReference) {
  Room room;
  const auto token = room.join(room.code(), "A").token;
  EXPECT_EQ(state_of(room, token), "joined");
  const auto work = room.submit(token, {{0, 1}}).value();
  EXPECT_EQ(state_of(room, token), "waiting");
  room.show(work, picture(1, false));
  EXPECT_EQ(state_of(room, token), "running");
  room.show(work, picture(4, true));
  const auto table = room.wall_json("pilots_as_today").at("tables").at(0);
  EXPECT_EQ(table.at("state"), "done");
  EXPECT_EQ(table.at("gains").size(), 1U) << "only gains stand on the wall";
  EXPECT_EQ(table.at("gains").at("triple_win").at("median"), 2);
}

TEST(RoomOfTables, AnOlderPictureReplacesNoNewerOne) {
  Room room;
  const auto token = room.join(room.code(), "A").token;
  const auto work = room.submit(token, {}).value();
  room.show(work, picture(4, true));
  room.show(work, picture(2, false));
  EXPECT_EQ(state_of(room, token), "done");
}

TEST(RoomOfTables, WorkOfAnEarlierPackageNoLongerCounts) {
  Room room;
  const auto token = room.join(room.code(), "A").token;
  const auto first = room.submit(token, {}).value();
  const auto second = room.submit(token, {{0, 2}}).value();
  EXPECT_FALSE(room.is_wanted(first));
  EXPECT_TRUE(room.is_wanted(second));
  room.show(first, picture(4, true));
  room.fail(first, "old");
  EXPECT_EQ(state_of(room, token), "waiting");
  room.fail(second, "new");
  EXPECT_EQ(state_of(room, token), "failed");
  EXPECT_EQ(room.table_json(token)->at("problem"), "new");
}

TEST(RoomOfTables, AResetEndsEverything) {
  Room room;
  const auto code = room.code();
  const auto token = room.join(code, "A").token;
  const auto work = room.submit(token, {}).value();
  room.reset();
  EXPECT_NE(room.code(), code);
  EXPECT_EQ(room.join(code, "A").outcome, Room::Join::WrongCode);
  EXPECT_FALSE(room.is_wanted(work));
  EXPECT_FALSE(room.table_json(token));
  EXPECT_FALSE(room.submit(token, {}));
  room.show(work, picture(4, true));
  EXPECT_TRUE(room.wall_json("pilots_as_today").at("tables").empty());
}

TEST(RoomOfTables, HoldsABoundedNumberOfTables) {
  Room room;
  for (std::size_t at = 0; at < Room::most_tables; ++at)
    EXPECT_EQ(room.join(room.code(), std::to_string(at)).outcome, Room::Join::Done);
  EXPECT_EQ(room.join(room.code(), "more").outcome, Room::Join::Full);
}

TEST(RoomOfTables, NamesAreOneLineOfPlainText) {
  for (const auto* name : {"A", "Tisch 1", "Łódź", "桌子", "“Blau” – 2", "é", "<b>"})
    EXPECT_EQ(name_problem(name), "") << name;
  for (const std::string name : {"", "   ", "a\nb", "a\tb", "a\u202eb", "a\u2066b", "a\u200fb",
                                 "a\u0085b", "a\x7f", "1234567890123456789012345678901"})
    EXPECT_NE(name_problem(name), "") << name;
}

}  // namespace
}  // namespace skillscale::server
