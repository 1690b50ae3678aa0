// Quantiles of the Poisson and binomial distributions by summing probabilities upwards.
//
// The sum starts about ten standard deviations below the mean, where less than 1e-20 lies, with a
// probability from Loader's saddle-point form ("Fast and accurate computation of binomial
// probabilities", 2000), and goes on with ratios of neighbours. Cost O(standard deviation); the
// error of a cumulative probability is below 2e-12.
#include "sim/draw.h"
#include "sim/math.h"

namespace skillscale::sim {

namespace {

/// What log n! has beyond Stirling's (n + 1/2) log n - n + log(2 pi)/2, for n >= 1.
double stirling_rest(double n) {
  if (n < 12.0) {
    constexpr double half_log_two_pi = 0.91893853320467274178;
    return math::log_gamma(n + 1.0) - ((n + 0.5) * math::log(n) - n + half_log_two_pi);
  }
  const double z = 1.0 / (n * n);
  const double tail = 1.0 / 1260.0 - z * (1.0 / 1680.0 - z * (1.0 / 1188.0 - z * 691.0 / 360360.0));
  return (1.0 / 12.0 - z * (1.0 / 360.0 - z * tail)) / n;
}

/// x log(x / mean) + mean - x without cancellation when x is near the mean; both > 0.
double deviance(double x, double mean) {
  const double v = (x - mean) / (x + mean);
  if (math::abs(v) > 0.1) return x * math::log(x / mean) + mean - x;
  double sum = (x - mean) * v;
  double term = 2.0 * x * v;
  for (int odd = 3; odd < 64; odd += 2) {
    term *= v * v;
    const double next = sum + term / odd;
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

constexpr double two_pi = 6.28318530717958647693;

double poisson_probability(double k, double mean) {
  return math::exp(-stirling_rest(k) - deviance(k, mean)) / math::sqrt(two_pi * k);
}

double binomial_probability(double k, double n, double p, double q) {
  const double log_shape = stirling_rest(n) - stirling_rest(k) - stirling_rest(n - k);
  const double log_distance = deviance(k, n * p) + deviance(n - k, n * q);
  return math::exp(log_shape - log_distance) * math::sqrt(n / (two_pi * k * (n - k)));
}

/// First k of the sum. Less than 1e-20 lies below it by Bernstein's inequality.
double first_term(double mean, double variance) {
  const double start = math::floor(mean - 15.4 - math::sqrt(236.0 + 92.0 * variance));
  return start < 1.0 ? 0.0 : start;
}

/// Walks up from k while the probability up to k has not come to the level.
/// @param ratio    probability of k + 1 divided by that of k
/// @param is_short whether a cumulative probability is still short of the level
template <class Ratio, class IsShort>
double walk(double k, double term, double mean, Ratio ratio, IsShort is_short) {
  double below = term;
  while (is_short(below)) {
    term *= ratio(k);
    k += 1.0;
    const double next = below + term;
    // Beyond the mean the sum stands still when rounding has eaten all that is left of it.
    if (next == below && k > mean) break;
    below = next;
  }
  return k;
}

/// Walks up for p <= 1/2; the end is n at most because the ratio is 0 there.
template <class IsShort>
double walk_binomial(double n, double p, IsShort is_short) {
  const double mean = n * p;
  const double odds = p / (1.0 - p);
  const double k = first_term(mean, mean * (1.0 - p));
  const double term =
      k == 0.0 ? math::exp(n * math::log1p(-p)) : binomial_probability(k, n, p, 1.0 - p);
  const auto ratio = [=](double below) { return (n - below) * odds / (below + 1.0); };
  const double found = walk(k, term, mean, ratio, is_short);
  return found < n ? found : n;
}

}  // namespace

std::int64_t poisson_quantile(double u, double mean) {
  if (!(mean > 0.0)) return 0;
  const double k = first_term(mean, mean);
  const double term = k == 0.0 ? math::exp(-mean) : poisson_probability(k, mean);
  const auto ratio = [=](double below) { return mean / (below + 1.0); };
  return static_cast<std::int64_t>(
      walk(k, term, mean, ratio, [=](double below) { return below < u; }));
}

std::int64_t binomial_quantile(double u, std::int64_t n, double p) {
  if (n <= 0 || !(p > 0.0)) return 0;
  if (p >= 1.0) return n;
  const auto trials = static_cast<double>(n);
  if (p <= 0.5) {
    return static_cast<std::int64_t>(
        walk_binomial(trials, p, [=](double below) { return below < u; }));
  }
  // Counting failures keeps the first probability above the smallest number. At most k successes
  // are at least n - k failures, so the failures go up as long as one more still fits under 1 - u.
  const double level = 1.0 - u;
  return n - static_cast<std::int64_t>(
                 walk_binomial(trials, 1.0 - p, [=](double below) { return below <= level; }));
}

}  // namespace skillscale::sim
