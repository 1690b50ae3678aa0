// Quantile of the normal distribution and the gamma function's logarithm.
#include <algorithm>
#include <array>
#include <limits>

#include "sim/math.h"
#include "sim/vector.h"

namespace skillscale::sim::math {

namespace {

inline double polynomial(const double (&coefficients)[8], double x) {
  double sum = coefficients[7];
  for (int n = 6; n >= 0; --n) sum = sum * x + coefficients[n];
  return sum;
}

// The three pairs of polynomials are Wichura's algorithm AS 241 (1988), relative error 1e-16.
inline double central_quantile(double q) {
  constexpr double above[8] = {3.3871328727963666080e0, 1.3314166789178437745e2,
                               1.9715909503065514427e3, 1.3731693765509461125e4,
                               4.5921953931549871457e4, 6.7265770927008700853e4,
                               3.3430575583588128105e4, 2.5090809287301226727e3};
  constexpr double below[8] = {1.0,
                               4.2313330701600911252e1,
                               6.8718700749205790830e2,
                               5.3941960214247511077e3,
                               2.1213794301586595867e4,
                               3.9307895800092710610e4,
                               2.8729085735721942674e4,
                               5.2264952788528545610e3};
  const double z = 0.180625 - q * q;
  return q * polynomial(above, z) / polynomial(below, z);
}

double near_tail_quantile(double r) {
  constexpr double above[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                               5.76949722146069140550e0,  3.64784832476320460504e0,
                               1.27045825245236838258e0,  2.41780725177450611770e-1,
                               2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr double below[8] = {1.0,
                               2.05319162663775882187e0,
                               1.67638483018380384940e0,
                               6.89767334985100004550e-1,
                               1.48103976427480074590e-1,
                               1.51986665636164571966e-2,
                               5.47593808499534494600e-4,
                               1.05075007164441684324e-9};
  return polynomial(above, r - 1.6) / polynomial(below, r - 1.6);
}

double far_tail_quantile(double r) {
  constexpr double above[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                               1.78482653991729133580e0,  2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr double below[8] = {1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};
  return polynomial(above, r - 5.0) / polynomial(below, r - 5.0);
}

constexpr double widest_central = 0.425;

SKILLSCALE_VECTORISED
void central_quantiles(const double* probabilities, std::size_t count, double* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = central_quantile(probabilities[i] - 0.5);
}

/// Stirling's series for x >= 12: what log_gamma has beyond (x - 1/2) log x - x + log(2 pi)/2.
double stirling_rest(double x) {
  constexpr double coefficients[8] = {1.0 / 12.0,    -1.0 / 360.0,      1.0 / 1260.0,
                                      -1.0 / 1680.0, 1.0 / 1188.0,      -691.0 / 360360.0,
                                      1.0 / 156.0,   -3617.0 / 122400.0};
  return polynomial(coefficients, 1.0 / (x * x)) / x;
}

}  // namespace

double inverse_normal(double probability) {
  const double q = probability - 0.5;
  if (abs(q) <= widest_central) return central_quantile(q);
  const double tail = q < 0.0 ? probability : 1.0 - probability;
  if (!(tail > 0.0)) {
    const double infinity = std::numeric_limits<double>::infinity();
    if (tail != 0.0) return std::numeric_limits<double>::quiet_NaN();
    return q < 0.0 ? -infinity : infinity;
  }
  const double r = sqrt(-log(tail));
  const double size = r <= 5.0 ? near_tail_quantile(r) : far_tail_quantile(r);
  return q < 0.0 ? -size : size;
}

void inverse_normal_all(std::span<double> values) {
  std::array<double, 512> probabilities;
  for (std::size_t first = 0; first < values.size(); first += probabilities.size()) {
    const auto part = values.subspan(first, std::min(probabilities.size(), values.size() - first));
    std::copy(part.begin(), part.end(), probabilities.begin());
    central_quantiles(probabilities.data(), part.size(), part.data());
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (!(abs(probabilities[i] - 0.5) <= widest_central))
        part[i] = inverse_normal(probabilities[i]);
    }
  }
}

double log_gamma(double x) {
  constexpr double half_log_two_pi = 0.91893853320467274178;
  if (!(x > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  double product = 1.0;
  while (x < 12.0) {
    product *= x;
    x += 1.0;
  }
  const double stirling = (x - 0.5) * log(x) - x + half_log_two_pi + stirling_rest(x);
  return product == 1.0 ? stirling : stirling - log(product);
}

}  // namespace skillscale::sim::math
