// Elementary functions that give the same bits on every processor and compiler.
//
// Only additions, multiplications, divisions and square roots of IEEE doubles are used, in a fixed
// order, so that neither the C library nor fused multiply-add can change a result. Everything may
// be called from any thread. Errors in units in the last place: exp, log, log1p, expm1 below 2, pow
// below 4; erf, erfc, inverse_normal and log_gamma relative error below 1e-14.
#pragma once

#include <cstdint>
#include <span>

namespace skillscale::sim::math {

/// e to the x. Overflow gives infinity, underflow 0.
double exp(double x);
/// exp of every number in place, the same bits as exp gives, in a loop the compiler vectorises.
void exp_all(std::span<double> values);
/// Natural logarithm. 0 gives minus infinity, a negative number NaN.
double log(double x);
/// log(1 + x) without loss for small x.
double log1p(double x);
/// exp(x) - 1 without loss for small x.
double expm1(double x);
/// base to the exponent for base >= 0; a negative base gives NaN unless the exponent is whole.
double pow(double base, double exponent);
/// Error function.
double erf(double x);
/// 1 - erf(x) without loss for large x.
double erfc(double x);
/// Quantile of the standard normal distribution, probability in (0, 1).
double inverse_normal(double probability);
/// inverse_normal of each value in place, in loops that the compiler vectorises.
void inverse_normal_all(std::span<double> values);
/// Logarithm of the gamma function for x > 0.
double log_gamma(double x);

inline double sqrt(double x) { return __builtin_sqrt(x); }
inline double abs(double x) { return __builtin_fabs(x); }

/// Largest whole number not above x; |x| beyond 2^52 is already whole and comes back unchanged.
inline double floor(double x) {
  if (!(abs(x) < 4503599627370496.0)) return x;
  const double whole = static_cast<double>(static_cast<std::int64_t>(x));
  return whole > x ? whole - 1.0 : whole;
}
/// Smallest whole number not below x.
inline double ceil(double x) { return -floor(-x); }
/// Nearest whole number, halves away from zero.
inline double round(double x) {
  const double size = abs(x);
  const double whole = floor(size);
  const double rounded = size - whole < 0.5 ? whole : whole + 1.0;
  return x < 0.0 ? -rounded : rounded;
}
/// Nearest whole number as an integer; |x| must lie below 2^62.
inline std::int64_t round_to_integer(double x) { return static_cast<std::int64_t>(round(x)); }

}  // namespace skillscale::sim::math
