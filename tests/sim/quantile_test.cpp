#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "sim/draw.h"

namespace skillscale::sim {
namespace {

/// Cumulative probabilities in long double: ratios outward from the mode, then divided by their
/// sum.
struct Cumulative {
  std::int64_t first;
  std::vector<long double> below;
  long double at_most(std::int64_t k) const {
    if (k < first) return 0.0L;
    const auto place = static_cast<std::size_t>(k - first);
    return place < below.size() ? below[place] : 1.0L;
  }
};

template <class Ratio>
Cumulative accumulate(std::int64_t mode, std::int64_t last, Ratio ratio) {
  std::vector<long double> down{1.0L};
  std::int64_t k = mode;
  for (; k > 0 && down.back() > 1e-40L; --k) down.push_back(down.back() / ratio(k));
  Cumulative result{k, {down.rbegin(), down.rend()}};
  long double term = 1.0L;
  for (k = mode + 1; k <= last && term > 1e-40L; ++k) {
    term *= ratio(k);
    result.below.push_back(term);
  }
  long double sum = 0.0L;
  for (long double& value : result.below) value = sum += value;
  for (long double& value : result.below) value /= sum;
  return result;
}

Cumulative exact_poisson(double mean) {
  return accumulate(static_cast<std::int64_t>(mean), 4000000,
                    [&](std::int64_t k) { return static_cast<long double>(mean) / k; });
}

Cumulative exact_binomial(std::int64_t n, double p) {
  const long double odds = static_cast<long double>(p) / (1.0L - p);
  return accumulate(static_cast<std::int64_t>(static_cast<double>(n) * p), n,
                    [&](std::int64_t k) { return (n - k + 1) * odds / k; });
}

constexpr double levels[] = {1e-12, 1e-5, 0.01, 0.3, 0.5, 0.77, 0.99, 0.99999, 1.0 - 1e-9};

/// The quantile must be right up to an error of the cumulative probability.
void expect_quantile(const Cumulative& exact, double u, std::int64_t k) {
  constexpr long double tolerance = 2e-12L;
  EXPECT_GE(exact.at_most(k), u - tolerance);
  EXPECT_LT(exact.at_most(k - 1), u + tolerance);
}

TEST(PoissonQuantile, AgreesWithExactSums) {
  for (const double mean : {1e-6, 0.3, 1.0, 7.5, 99.0, 101.0, 5000.3, 1e6}) {
    SCOPED_TRACE(mean);
    const Cumulative exact = exact_poisson(mean);
    for (const double u : levels) expect_quantile(exact, u, poisson_quantile(u, mean));
  }
}

TEST(BinomialQuantile, AgreesWithExactSums) {
  struct Case {
    std::int64_t n;
    double p;
  };
  for (const Case c :
       {Case{1, 0.3}, Case{10, 0.99}, Case{150, 0.5}, Case{220, 0.97}, Case{1000, 0.001},
        Case{40000, 0.4}, Case{10000000, 0.3}, Case{10000000, 1e-7}, Case{10000000, 0.9999}}) {
    SCOPED_TRACE(testing::Message() << c.n << " " << c.p);
    const Cumulative exact = exact_binomial(c.n, c.p);
    for (const double u : levels) expect_quantile(exact, u, binomial_quantile(u, c.n, c.p));
  }
}

TEST(Quantile, EdgesAreCertain) {
  EXPECT_EQ(0, poisson_quantile(0.7, 0.0));
  EXPECT_EQ(0, binomial_quantile(0.7, 10, 0.0));
  EXPECT_EQ(10, binomial_quantile(0.7, 10, 1.0));
  EXPECT_EQ(0, binomial_quantile(0.7, 0, 0.5));
  EXPECT_LE(binomial_quantile(1.0 - 0x1p-53, 5, 0.5), 5);
  EXPECT_LT(poisson_quantile(1.0 - 0x1p-53, 1e6), 1010000);
}

// What keeps paired scenarios together: at one address more exposure never gives fewer events.
TEST(Quantile, MoreExposureNeverGivesFewerEvents) {
  const Draws draws(21, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const Address at{make_key(0, 0, i), 0, Purpose{1}};
    std::int64_t by_mean = 0;
    std::int64_t by_n = 0;
    std::int64_t by_p = 0;
    for (int step = 1; step <= 60; ++step) {
      const double growth = std::pow(1.25, step);
      const std::int64_t next_mean = draws.poisson(at, 0.05 * growth);
      const std::int64_t next_n = draws.binomial(at, static_cast<std::int64_t>(growth), 0.31);
      const std::int64_t next_p = draws.binomial(at, 900, step / 60.0);
      ASSERT_GE(next_mean, by_mean);
      ASSERT_GE(next_n, by_n);
      ASSERT_GE(next_p, by_p);
      by_mean = next_mean;
      by_n = next_n;
      by_p = next_p;
    }
  }
}

TEST(Quantile, MeansAndVariancesOfDrawsAreRight) {
  const Draws draws(22, 0);
  constexpr std::uint32_t count = 40000;
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto k = static_cast<double>(draws.poisson({make_key(0, 0, i), 1, Purpose{1}}, 200.0));
    sum += k;
    squares += (k - 200.0) * (k - 200.0);
  }
  EXPECT_NEAR(200.0, sum / count, 4 * std::sqrt(200.0) / 200);
  EXPECT_NEAR(200.0, squares / count, 4 * 200.0 * std::sqrt(2.0) / 200);
}

}  // namespace
}  // namespace skillscale::sim
