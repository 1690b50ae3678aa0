// Branch-free cores of exp and log for loops that the compiler shall vectorise. See math.h.
#pragma once

#include <bit>
#include <cstdint>

namespace skillscale::sim::math {

namespace detail {

inline constexpr double ln2_high = 0x1.62e42feep-1;       // 32 bits: whole multiples are exact
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;  // ln 2 - ln2_high
inline constexpr double log2_e = 0x1.71547652b82fep0;
inline constexpr double round_shift = 0x1.8p52;  // adding it rounds to a whole number

/// (exp(r) - 1 - r) / r^2 for |r| <= ln(2)/2, relative error 5e-18 before rounding.
inline double exp_tail(double r) {
  const double r2 = r * r;
  const double even =
      0.5 + r2 * (0.04166666666666667 +
                  r2 * (0.001388888888888375 +
                        r2 * (2.480158732554432e-05 +
                              r2 * (2.7557273647451087e-07 + r2 * 2.0914685161418067e-09))));
  const double odd = 0.1666666666666667 +
                     r2 * (0.008333333333326136 +
                           r2 * (0.00019841269874815834 +
                                 r2 * (2.7557255406285044e-06 + r2 * 2.5105214474751413e-08)));
  return even + r * odd;
}

/// Two to the power of the whole number stored in the low bits of k + round_shift.
inline double power_of_two(std::uint64_t shifted_bits) {
  return std::bit_cast<double>((shifted_bits + 1023) << 52);
}

/// exp(x + rest) for |rest| far below the spacing at x.
inline double exp_of_sum(double x, double rest) {
  const double low_clamped = x < -746.0 ? -746.0 : x;
  const double clamped = low_clamped > 710.0 ? 710.0 : low_clamped;
  const double shifted = clamped * log2_e + round_shift;
  const double k = shifted - round_shift;
  const double high = clamped - k * ln2_high;
  const double low = rest - k * ln2_low;
  const double r = high + low;
  const double lost = (high - r) + low;
  const double value = 1.0 + (r + (lost + r * r * exp_tail(r)));
  // Two steps, because 2^k alone may be beyond the range where the product is not.
  const double half_shifted = 0.5 * k + round_shift;
  const double half = half_shifted - round_shift;
  const double other_shifted = (k - half) + round_shift;
  return value * power_of_two(std::bit_cast<std::uint64_t>(half_shifted)) *
         power_of_two(std::bit_cast<std::uint64_t>(other_shifted));
}

/// A positive normal number as 2^exponent * (1 + fraction), 1 + fraction in [sqrt(1/2), sqrt(2)).
struct Split {
  double exponent;
  double fraction;
};

inline Split split(double x) {
  constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdU;
  const std::uint64_t moved = std::bit_cast<std::uint64_t>(x) + (0x3ff0000000000000U - root_half);
  const double biased = std::bit_cast<double>((moved >> 52) | 0x4330000000000000U) - 0x1p52;
  const double mantissa = std::bit_cast<double>((moved & 0x000fffffffffffffU) + root_half);
  return {biased - 1023.0, mantissa - 1.0};
}

/// (2 atanh(s) - 2 s) / s^3 with z = s^2 <= 0.0295, relative error 6e-17 before rounding.
inline double atanh_tail(double z) {
  const double z2 = z * z;
  const double even =
      0.6666666666666666 +
      z2 * (0.28571428570801954 + z2 * (0.18181795600060793 + z2 * 0.13268714792348096));
  const double odd =
      0.4000000000000088 +
      z2 * (0.22222222392089008 + z2 * (0.15386241881938595 + z2 * 0.1308723619665962));
  return even + z * odd;
}

/// log(x) for a positive normal x.
inline double log_of_normal(double x) {
  const Split parts = split(x);
  const double f = parts.fraction;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double half_square = 0.5 * f * f;
  const double rest = s * (half_square + z * atanh_tail(z)) + parts.exponent * ln2_low;
  return parts.exponent * ln2_high - ((half_square - rest) - f);
}

/// log(x) for a positive x below the normal range.
inline double log_of_subnormal(double x) {
  constexpr double log_of_scale = 37.429947750237047;  // 54 ln 2
  return log_of_normal(x * 0x1p54) - log_of_scale;
}

}  // namespace detail
}  // namespace skillscale::sim::math
