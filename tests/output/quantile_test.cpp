#include "output/quantile.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

namespace skillscale::output {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> take(std::vector<double> sample, std::vector<double> probabilities) {
  std::vector<double> result(probabilities.size());
  quantiles(sample, probabilities, result);
  return result;
}

TEST(Quantiles, InterpolateAsTypeSeven) {
  // R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .9, 1))
  EXPECT_THAT(
      take({8, 1, 4, 2}, {0, 0.25, 0.5, 0.9, 1}),
      testing::Pointwise(testing::DoubleNear(1e-12), std::vector<double>{1, 1.75, 3, 6.8, 8}));
}

TEST(Quantiles, OfOneValueAreThatValue) {
  EXPECT_THAT(take({5}, {0, 0.3, 1}), testing::ElementsAre(5, 5, 5));
}

TEST(Quantiles, LeaveNaNOut) {
  EXPECT_THAT(take({nan, 1, nan, 3}, {0.5}), testing::ElementsAre(2));
  EXPECT_TRUE(std::isnan(take({nan, nan}, {0.5}).front()));
}

TEST(Quantiles, OfInfinitiesAreNoNaNWhereAValueIsHit) {
  const double infinite = std::numeric_limits<double>::infinity();
  EXPECT_THAT(take({1, 2, infinite}, {0.5, 1}), testing::ElementsAre(2, infinite));
}

}  // namespace
}  // namespace skillscale::output
