// Random numbers with addresses instead of a stream: the same address always gives the same number.
//
// A draw costs one block of a counter-based generator (about 10 ns alone, 1-2 ns in an array).
// Nothing is stored between draws; all functions are const and may be called from any thread.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>

#include "sim/ids.h"

namespace skillscale::sim {

/// What a number is drawn for. A model declares each purpose once and never changes its number.
enum class Purpose : std::uint16_t {};

/// Where a random number lives. Neither scenario, thread nor row is part of it.
struct Address {
  Key entity;
  std::uint32_t event;  ///< month of the event or ordinal of the entity's event
  Purpose purpose;
  std::uint16_t index = 0;  ///< for several numbers of one purpose
};

/// Which generator stands behind the addresses. Philox is there to cross-check results.
enum class Generator : std::uint8_t { Threefry2x64, Philox4x32 };

/// The random numbers of one replicate.
class Draws {
 public:
  /// @param seed       of the ensemble
  /// @param replicate  number of the replicate
  /// @param draw_set   number of the parameter draw, 0 without uncertain parameters
  explicit Draws(std::uint64_t seed, std::uint32_t replicate, std::uint32_t draw_set = 0,
                 Generator generator = Generator::Threefry2x64);

  /// 128 random bits.
  std::array<std::uint64_t, 2> bits(Address address) const;
  /// Uniform in the open interval (0, 1): an odd multiple of 2^-53.
  double uniform(Address address) const;
  /// Exponential with mean 1; > 0.
  double exponential(Address address) const;
  /// Standard normal.
  double normal(Address address) const;
  /// Whole number in [0, n), every value equally likely up to 2^-64; n = 0 gives 0.
  std::uint64_t below(Address address, std::uint64_t n) const;
  /// Poisson with this mean (0 to 1e6). At one address a larger mean never gives fewer.
  std::int64_t poisson(Address address, double mean) const;
  /// Binomial, n from 0 to 1e7. At one address a larger n or p never gives fewer.
  std::int64_t binomial(Address address, std::int64_t n, double p) const;

  /// uniform({entities[i], event, purpose, index}) for all i, in a loop the compiler vectorises.
  void uniforms(std::span<const Key> entities, std::uint32_t event, Purpose purpose,
                std::uint16_t index, std::span<double> out) const;
  /// exponential({entities[i], event, purpose, index}) for all i.
  void exponentials(std::span<const Key> entities, std::uint32_t event, Purpose purpose,
                    std::uint16_t index, std::span<double> out) const;
  /// exponential with the indices from `first.index` on, at most eight; they cost as much as one.
  void exponentials(Address first, std::span<double> out) const;
  /// The first word of bits({entities[i], event, purpose, index}) for all i, likewise.
  void words(std::span<const Key> entities, std::uint32_t event, Purpose purpose,
             std::uint16_t index, std::span<std::uint64_t> out) const;
  /// bits of an address and of the events behind it, likewise; `second` is as long as `first`.
  void series(Address start, std::span<std::uint64_t> first, std::span<std::uint64_t> second) const;
  /// bits(addresses[i]) for all i, likewise; several words cost as much as one.
  void bits(std::span<const Address> addresses, std::span<std::uint64_t> first,
            std::span<std::uint64_t> second) const;

 private:
  std::array<std::uint64_t, 2> key_;
  Generator generator_;
};

/// The uniform number in (0, 1) that Draws::uniform makes of these bits.
inline double unit_of_bits(std::uint64_t bits) {
  return (std::bit_cast<double>((bits >> 12) | 0x3ff0000000000000U) - 1.0) + 0x1p-53;
}
/// The whole number in [0, n) that Draws::below makes of these bits.
std::uint64_t below_of_bits(std::uint64_t bits, std::uint64_t n);
/// The exponential number that Draws::exponential makes of bits, for a whole array.
void exponentials_of_bits(std::span<const std::uint64_t> bits, std::span<double> out);

/// Smallest k with P(X <= k) >= u for X Poisson(mean), 0 <= mean <= 1e6, u in (0, 1). The error of
/// the probability is below 2e-12. Cost O(standard deviation).
std::int64_t poisson_quantile(double u, double mean);
/// Smallest k with P(X <= k) >= u for X Binomial(n, p), 0 <= n <= 1e7, u in (0, 1); as above.
std::int64_t binomial_quantile(double u, std::int64_t n, double p);

}  // namespace skillscale::sim
