#include "viz/server/rate_limit.h"

#include <gtest/gtest.h>

namespace skillscale::server {
namespace {

using namespace std::chrono_literals;

int allowed_of(RateLimit& limit, const std::string& address, RateLimit::Time now, int tries) {
  int count = 0;
  for (int at = 0; at < tries; ++at) count += limit.allows(address, now) ? 1 : 0;
  return count;
}

TEST(RateLimit, AllowsSoManyAtOnceAndThenSoManyASecond) {
  RateLimit limit({10, 2});
  const RateLimit::Time start{};
  EXPECT_EQ(allowed_of(limit, "a", start, 50), 10);
  EXPECT_EQ(allowed_of(limit, "a", start + 1s, 50), 2);
  EXPECT_EQ(allowed_of(limit, "a", start + 3s, 50), 4);
  EXPECT_EQ(allowed_of(limit, "a", start + 1h, 50), 10);
}

TEST(RateLimit, CountsEveryAddressForItself) {
  RateLimit limit({3, 1});
  const RateLimit::Time start{};
  EXPECT_EQ(allowed_of(limit, "a", start, 9), 3);
  EXPECT_EQ(allowed_of(limit, "b", start, 9), 3);
}

TEST(RateLimit, ForgetsWhoAskedLongestAgo) {
  RateLimit limit({1, 0.001}, 100);
  RateLimit::Time now{};
  EXPECT_TRUE(limit.allows("first", now));
  for (int at = 0; at < 1000; ++at) {
    now += 1ms;
    limit.allows(std::to_string(at), now);
    if (at < 50) {
      EXPECT_FALSE(limit.allows("first", now));
    }
    EXPECT_LE(limit.addresses(), 100U);
  }
  EXPECT_TRUE(limit.allows("first", now)) << "forgotten, so it begins anew";
}

TEST(RateLimit, TimeThatGoesBackGivesNothing) {
  RateLimit limit({1, 1});
  const RateLimit::Time start{};
  EXPECT_TRUE(limit.allows("a", start + 1h));
  EXPECT_FALSE(limit.allows("a", start));
}

}  // namespace
}  // namespace skillscale::server
