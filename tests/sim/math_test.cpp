#include "sim/math.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace skillscale::sim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Largest error over evenly spaced arguments, in units in the last place of the exact value.
double worst_ulp(const std::function<double(double)>& ours,
                 const std::function<long double(long double)>& exact, double from, double to) {
  double worst = 0.0;
  constexpr int points = 20000;
  for (int i = 0; i <= points; ++i) {
    const double x = from + (to - from) * (i + 0.123) / (points + 1);
    const long double value = exact(x);
    const auto size = static_cast<double>(std::fabs(value));
    const double unit = std::nextafter(size, infinity) - size;
    const auto error = static_cast<double>(std::fabs(ours(x) - value) / unit);
    worst = std::max(worst, std::isnan(error) ? infinity : error);
  }
  return worst;
}

TEST(Math, ExpAndLogStayBelowTwoUnitsInTheLastPlace) {
  const auto exact_exp = [](long double x) { return std::exp(x); };
  EXPECT_LT(worst_ulp(math::exp, exact_exp, -1.0, 1.0), 1.0);
  EXPECT_LT(worst_ulp(math::exp, exact_exp, -745.0, 709.7), 1.0);
  const auto exact_log = [](long double x) { return std::log(x); };
  EXPECT_LT(worst_ulp(math::log, exact_log, 0.5, 2.0), 1.0);
  EXPECT_LT(worst_ulp(math::log, exact_log, 0.999, 1.001), 1.0);
  EXPECT_LT(worst_ulp(math::log, exact_log, 1e-310, 1e-307), 1.0);
  EXPECT_LT(worst_ulp(math::log, exact_log, 1.0, 1e300), 1.0);
}

TEST(Math, SmallArgumentsKeepTheirDigits) {
  const auto exact_log1p = [](long double x) { return std::log1p(x); };
  const auto exact_expm1 = [](long double x) { return std::expm1(x); };
  for (const double size : {1e-15, 1e-8, 1e-3, 0.4}) {
    SCOPED_TRACE(size);
    EXPECT_LT(worst_ulp(math::log1p, exact_log1p, -size, size), 2.0);
    EXPECT_LT(worst_ulp(math::expm1, exact_expm1, -size, size), 2.0);
  }
  EXPECT_LT(worst_ulp(math::log1p, exact_log1p, -0.999, 50.0), 2.0);
  EXPECT_LT(worst_ulp(math::expm1, exact_expm1, -45.0, 45.0), 2.0);
}

TEST(Math, PowIsNearlyExactForLargeExponentsToo) {
  for (const double exponent : {0.3, 0.7, 2.0, -5.5, 300.0, -900.0}) {
    SCOPED_TRACE(exponent);
    const auto ours = [&](double x) { return math::pow(x, exponent); };
    const auto exact = [&](long double x) { return std::pow(x, (long double)exponent); };
    EXPECT_LT(worst_ulp(ours, exact, 0.5, 2.0), 1.0);
  }
}

TEST(Math, ErrorFunctionsKeepFourteenDigits) {
  EXPECT_LT(worst_ulp(
                math::erf, [](long double x) { return std::erf(x); }, -6.0, 6.0),
            4.0);
  EXPECT_LT(worst_ulp(
                math::erfc, [](long double x) { return std::erfc(x); }, -6.0, 26.0),
            8.0);
}

TEST(Math, InverseNormalUndoesTheDistribution) {
  for (double z = -37.0; z < 8.0; z += 0.0137) {
    const long double p = std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L)) / 2.0L;
    // What rounding p to a double alone moves z by; for z > 0 that is the larger part.
    const double rounding = 1.2e-16 * static_cast<double>(p / std::exp(-0.5L * z * z) * 2.507L);
    ASSERT_NEAR(math::inverse_normal(static_cast<double>(p)), z,
                rounding + 4e-15 * std::fabs(z) + 1e-16)
        << z;
  }
  EXPECT_EQ(0.0, math::inverse_normal(0.5));
  EXPECT_DOUBLE_EQ(1.959963984540054, math::inverse_normal(0.975));
}

TEST(Math, LogGammaAgreesWithFactorialsAndTheLibrary) {
  double log_factorial = 0.0;
  for (int n = 1; n < 170; ++n) {
    EXPECT_NEAR(log_factorial, math::log_gamma(n), 2e-14 * std::max(1.0, log_factorial)) << n;
    log_factorial += std::log(static_cast<double>(n));
  }
  for (double x = 1e-6; x < 1e8; x *= 1.37) {
    const double exact = static_cast<double>(std::lgamma(static_cast<long double>(x)));
    EXPECT_NEAR(exact, math::log_gamma(x), 2e-14 * std::max(1.0, std::fabs(exact))) << x;
  }
}

TEST(Math, EdgesOfTheRangeBehaveAsTheStandardSays) {
  EXPECT_EQ(1.0, math::exp(0.0));
  EXPECT_EQ(infinity, math::exp(710.0));
  EXPECT_EQ(0.0, math::exp(-infinity));
  EXPECT_TRUE(std::isnan(math::exp(std::nan(""))));
  EXPECT_EQ(0.0, math::log(1.0));
  EXPECT_EQ(-infinity, math::log(0.0));
  EXPECT_TRUE(std::isnan(math::log(-1.0)));
  EXPECT_EQ(-infinity, math::log1p(-1.0));
  EXPECT_EQ(-1.0, math::expm1(-infinity));
  EXPECT_EQ(1.0, math::pow(0.0, 0.0));
  EXPECT_EQ(0.0, math::pow(0.0, 0.5));
  EXPECT_EQ(infinity, math::pow(1e200, 2.0));
  EXPECT_EQ(0.0, math::pow(0.5, 1e300));
  EXPECT_EQ(-8.0, math::pow(-2.0, 3.0));
  EXPECT_TRUE(std::isnan(math::pow(-2.0, 0.5)));
}

TEST(Math, RoundingNeedsNoLibraryCall) {
  for (const double x : {-2.5, -2.0, -0.5, -0.2, 0.0, 0.49999999999999994, 0.5, 1.5, 1e15, 1e300}) {
    SCOPED_TRACE(x);
    EXPECT_EQ(std::floor(x), math::floor(x));
    EXPECT_EQ(std::ceil(x), math::ceil(x));
    EXPECT_EQ(std::round(x), math::round(x));
  }
  EXPECT_EQ(-3, math::round_to_integer(-2.5));
}

// Sums of bit patterns, taken once: any processor or compiler that rounds otherwise changes them.
TEST(Math, ExpOfManyGivesTheBitsOfExp) {
  std::vector<double> x;
  for (int i = -1500; i < 1500; ++i) x.push_back(0.37 * i + 1e-7 * i * i);
  for (std::size_t length : {std::size_t{1}, std::size_t{5}, std::size_t{8}, x.size()}) {
    std::vector<double> many(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(length));
    math::exp_all(many);
    for (std::size_t i = 0; i < length; ++i) EXPECT_EQ(many[i], math::exp(x[i])) << x[i];
  }
}

TEST(Math, InverseNormalOfManyGivesTheBitsOfOne) {
  std::vector<double> x{0.0, 1.0, 1e-300, 0.075, 0.925, 0.5, std::nextafter(0.925, 1.0)};
  for (int i = 1; i < 3000; ++i) x.push_back(i / 3000.0);
  for (std::size_t length : {std::size_t{1}, std::size_t{7}, std::size_t{513}, x.size()}) {
    std::vector<double> many(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(length));
    math::inverse_normal_all(many);
    for (std::size_t i = 0; i < length; ++i) EXPECT_EQ(many[i], math::inverse_normal(x[i])) << x[i];
  }
}

TEST(Math, BitsAreFrozen) {
  std::uint64_t sum = 0;
  for (int i = 1; i <= 4000; ++i) {
    const double x = i / 1000.0;
    for (const double value :
         {math::exp(-x), math::log(x), math::log1p(x), math::expm1(-x), math::pow(x, 0.7),
          math::erf(x), math::erfc(x), math::inverse_normal(x / 4.1), math::log_gamma(x)}) {
      sum = sum * 0x9e3779b97f4a7c15U + std::bit_cast<std::uint64_t>(value);
    }
  }
  EXPECT_EQ(0x7194d072865a63faU, sum);
}

}  // namespace
}  // namespace skillscale::sim
