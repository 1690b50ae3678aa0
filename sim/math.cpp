#include "sim/math.h"

#include <bit>
#include <limits>

#include "sim/math_inline.h"
#include "sim/vector.h"

namespace skillscale::sim::math {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest_normal = std::numeric_limits<double>::min();

/// A sum of two doubles that carries about 106 bits.
struct Pair {
  double high;
  double low;
};

Pair exact_sum(double a, double b) {
  const double sum = a + b;
  const double b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// The exact product, by splitting both factors into halves of 26 bits.
Pair exact_product(double a, double b) {
  constexpr double splitter = 134217729.0;
  const double a_scaled = splitter * a;
  const double a_high = a_scaled - (a_scaled - a);
  const double a_low = a - a_high;
  const double b_scaled = splitter * b;
  const double b_high = b_scaled - (b_scaled - b);
  const double b_low = b - b_high;
  const double product = a * b;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

Pair multiply(Pair a, Pair b) {
  const Pair product = exact_product(a.high, b.high);
  return exact_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

Pair add(Pair a, Pair b) {
  const Pair sum = exact_sum(a.high, b.high);
  return exact_sum(sum.high, sum.low + (a.low + b.low));
}

/// Sum of 2 z^n / (2 n + 5): what (2 atanh(s) - 2 s) / s^3 has beyond 2/3, divided by z = s^2.
double atanh_rest(double z) {
  double sum = 0.0;
  for (int n = 12; n >= 0; --n) sum = sum * z + 2.0 / (2.0 * n + 5.0);
  return sum;
}

/// log(x) with about 65 correct bits, for a positive normal x times 2^exponent_shift.
Pair precise_log(double x, double exponent_shift) {
  const detail::Split parts = detail::split(x);
  const Pair divisor = exact_sum(2.0, parts.fraction);
  const double quotient = parts.fraction / divisor.high;
  const Pair back = exact_product(quotient, divisor.high);
  const double remainder = ((parts.fraction - back.high) - back.low) - quotient * divisor.low;
  const Pair s = exact_sum(quotient, remainder / divisor.high);
  const Pair z = multiply(s, s);
  constexpr Pair two_thirds{0x1.5555555555555p-1, 0x1.5555555555555p-55};
  const Pair tail = add(two_thirds, {z.high * atanh_rest(z.high), 0.0});
  const Pair series = add({2.0 * s.high, 2.0 * s.low}, multiply(multiply(s, z), tail));
  const double k = parts.exponent + exponent_shift;
  return add({k * detail::ln2_high, 0.0}, add(exact_product(k, detail::ln2_low), series));
}

/// A subnormal is scaled to a normal number; the shift is what its exponent then lacks.
struct Scaled {
  double x;
  double exponent_shift;
};

Scaled make_normal(double x) {
  if (x < smallest_normal) return {x * 0x1p54, -54.0};
  return {x, 0.0};
}

double power_of_positive(double base, double exponent) {
  const Scaled scaled = make_normal(base);
  const Pair logarithm = precise_log(scaled.x, scaled.exponent_shift);
  if (abs(exponent) > 0x1p66) return (exponent > 0.0) == (base > 1.0) ? infinity : 0.0;
  const Pair product = multiply(logarithm, {exponent, 0.0});
  if (product.high > 710.0) return infinity;
  if (product.high < -746.0) return 0.0;
  return detail::exp_of_sum(product.high, product.low);
}

/// (1 + 2 x) exp(x^2) erfc(x) for x >= 0.7 as a polynomial in u = 1 - 9.4 / (x + 4), error 8e-17.
double scaled_complement(double u) {
  constexpr double coefficients[] = {
      1.2127230939927143,     -0.11203361319026416,    0.0253639776982476,
      0.015343479955262404,   -0.025981345514291293,   0.021910452212241572,
      -0.013804589410955184,  0.006973016525495244,    -0.00283038969314489,
      0.0008806994594283833,  -0.00017762861505566632, 3.062851099698252e-06,
      1.288406213635115e-05,  -4.282389006734642e-06,  6.706032670085042e-08,
      3.8333283641373006e-07, -9.259726627781548e-08,  -2.0390338007863157e-08,
      1.2274013180094268e-08, 3.104042541370008e-10,   -8.896393792244759e-10,
      5.1268093116757156e-11};
  double sum = 0.0;
  for (int n = 21; n >= 0; --n) sum = sum * u + coefficients[n];
  return sum;
}

double erfc_of_large(double x) {
  if (x > 27.5) return 0.0;
  const Pair square = exact_product(x, x);
  const double scale = scaled_complement(1.0 - 9.4 / (x + 4.0)) / (1.0 + 2.0 * x);
  return scale * detail::exp_of_sum(-square.high, -square.low);
}

/// erf(x) / x for |x| <= 0.75 as a polynomial in x^2, error 3e-17.
double erf_over_x(double z) {
  constexpr double coefficients[] = {
      1.1283791670955126,      -0.37612638903183754,    0.11283791670955087,
      -0.026866170645118332,   0.005223977625220477,    -0.0008548327000984445,
      0.00012055331536980117,  -1.4925589091817584e-05, 1.6460376641895016e-06,
      -1.6333137862850947e-07, 1.441316102005243e-08,   -9.500411034932084e-10};
  double sum = 0.0;
  for (int n = 11; n >= 0; --n) sum = sum * z + coefficients[n];
  return sum;
}

SKILLSCALE_VECTORISED
void exp_in_place(double* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) values[i] = detail::exp_of_sum(values[i], 0.0);
}

}  // namespace

double exp(double x) { return detail::exp_of_sum(x, 0.0); }

void exp_all(std::span<double> values) { exp_in_place(values.data(), values.size()); }

double log(double x) {
  if (!(x > 0.0)) return x == 0.0 ? -infinity : not_a_number;
  if (x == infinity) return infinity;
  if (x < smallest_normal) return detail::log_of_subnormal(x);
  return detail::log_of_normal(x);
}

double log1p(double x) {
  if (!(x > -1.0)) return x == -1.0 ? -infinity : not_a_number;
  const double sum = 1.0 + x;
  if (sum == infinity) return infinity;
  if (sum == 1.0) return x;
  // The part of x that the sum lost, to first order.
  const double lost = abs(x) < 1.0 ? x - (sum - 1.0) : 1.0 - (sum - x);
  return detail::log_of_normal(sum) + lost / sum;
}

double expm1(double x) {
  if (!(abs(x) < 40.0)) return exp(x) - 1.0;
  const double k = floor(x * detail::log2_e + 0.5);
  const double high = x - k * detail::ln2_high;
  const double low = -k * detail::ln2_low;
  const double r = high + low;
  const double lost = (high - r) + low;
  const double value = r + (lost + r * r * detail::exp_tail(r));
  if (k == 0.0) return value;
  const double scale =
      detail::power_of_two(static_cast<std::uint64_t>(static_cast<std::int64_t>(k)));
  return scale * value + (scale - 1.0);
}

double pow(double base, double exponent) {
  if (exponent == 0.0 || base == 1.0) return 1.0;
  if (base != base || exponent != exponent) return not_a_number;
  if (base < 0.0) {
    if (floor(exponent) != exponent) return not_a_number;
    const bool is_odd = floor(0.5 * exponent) != 0.5 * exponent;
    const double size = pow(-base, exponent);
    return is_odd ? -size : size;
  }
  if (base == 0.0) return exponent > 0.0 ? 0.0 : infinity;
  if (base == infinity) return exponent > 0.0 ? infinity : 0.0;
  return power_of_positive(base, exponent);
}

double erf(double x) {
  const double size = abs(x);
  if (size <= 0.75) return x * erf_over_x(x * x);
  if (x != x) return x;
  const double value = 1.0 - erfc_of_large(size);
  return x < 0.0 ? -value : value;
}

double erfc(double x) {
  if (x != x) return x;
  if (abs(x) <= 0.75) return 1.0 - x * erf_over_x(x * x);
  return x > 0.0 ? erfc_of_large(x) : 2.0 - erfc_of_large(-x);
}

}  // namespace skillscale::sim::math
