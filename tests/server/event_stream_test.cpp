#include "viz/server/event_stream.h"

#include <gtest/gtest.h>

namespace skillscale::server {
namespace {

TEST(EventStream, GivesEventsInTheirOrder) {
  EventStream stream;
  stream.send("one", "1");
  stream.send("two", "2");
  EXPECT_EQ(stream.take(), "event: one\ndata: 1\n\n");
  EXPECT_EQ(stream.take(), "event: two\ndata: 2\n\n");
  EXPECT_EQ(stream.take(), std::nullopt);
}

TEST(EventStream, KeepsOnlyTheNewestOfAKind) {
  EventStream stream;
  for (int at = 0; at < 1000; ++at) stream.send("progress", std::to_string(at));
  EXPECT_EQ(stream.take(), "event: progress\ndata: 999\n\n");
  EXPECT_EQ(stream.take(), std::nullopt);
}

TEST(EventStream, EndsWhenWhatWaitsIsTaken) {
  EventStream stream;
  stream.send("done", "{}");
  stream.finish();
  stream.send("late", "{}");
  EXPECT_FALSE(stream.is_finished());
  EXPECT_EQ(stream.take(), "event: done\ndata: {}\n\n");
  EXPECT_TRUE(stream.is_finished());
  EXPECT_EQ(stream.take(), std::nullopt);
}

TEST(EventStream, HasOneListenerAndWakesIt) {
  EventStream stream;
  int woken = 0;
  EXPECT_FALSE(stream.is_listened_to());
  EXPECT_TRUE(stream.listen([&] { ++woken; }));
  EXPECT_FALSE(stream.listen([] {}));
  stream.send("one", "1");
  stream.finish();
  EXPECT_EQ(woken, 2);
}

TEST(EventStream, TellsOnceThatItWasAbandoned) {
  EventStream stream;
  int told = 0;
  stream.on_abandoned([&] { ++told; });
  stream.abandon();
  stream.abandon();
  EXPECT_EQ(told, 1);
}

TEST(EventStream, AsksForProgressWhenItIsLookedAt) {
  EventStream stream;
  std::string now = "7";
  stream.on_pulse("progress", [&] { return now; });
  stream.pulse();
  EXPECT_EQ(stream.take(), "event: progress\ndata: 7\n\n");
  now.clear();
  stream.pulse();
  EXPECT_EQ(stream.take(), std::nullopt);
}

}  // namespace
}  // namespace skillscale::server
