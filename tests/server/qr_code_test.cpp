#include "viz/server/qr_code.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/error.h"

namespace skillscale::server {
namespace {

TEST(QrCode, HasItsThreeCorners) {
  const auto rows = qr_code("http://192.168.100.200:8642/room#ABC234");
  const auto width = rows.size();
  ASSERT_GE(width, 21U);
  EXPECT_EQ(width % 4, 1U) << "sides of codes are 21, 25, 29 ...";
  for (const auto& row : rows) EXPECT_EQ(row.size(), width);
  for (const auto& [y, x] : {std::pair(0UL, 0UL), {0UL, width - 7}, {width - 7, 0UL}}) {
    EXPECT_EQ(rows[y].substr(x, 7), "1111111");
    EXPECT_EQ(rows[y + 1].substr(x, 7), "1000001");
    EXPECT_EQ(rows[y + 3].substr(x, 7), "1011101");
  }
  EXPECT_NE(rows[width - 7].substr(width - 7, 7), "1111111");
}

TEST(QrCode, AnotherTextIsAnotherCode) { EXPECT_NE(qr_code("a"), qr_code("b")); }

TEST(QrCode, RefusesWhatDoesNotFit) {
  EXPECT_THROW(qr_code(std::string(3000, 'x')), sim::InputError);
  EXPECT_THROW(qr_code(""), sim::InputError);
}

TEST(QrCode, TextHasTheQuietZoneAroundIt) {
  const auto text = qr_text({"1"});
  EXPECT_EQ(text,
            "\u2588\u2588\u2588\u2588\u2588\n\u2588\u2588\u2584\u2588\u2588\n"
            "\u2588\u2588\u2588\u2588\u2588\n");
}

}  // namespace
}  // namespace skillscale::server
