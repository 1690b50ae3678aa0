#include "sim/draw.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

#include "sim/random123.h"

namespace skillscale::sim {
namespace {

constexpr Purpose purpose{7};

Address nth(std::uint32_t n) { return {make_key(3, 0, n), 5, purpose}; }

// The vectors published with Random123 (kat_vectors), put into our fields.
TEST(Draws, ThreefryGivesThePublishedNumbers) {
  using Words = std::array<std::uint64_t, 2>;
  EXPECT_EQ((Words{0xc2b6e3a8c2c69865U, 0x6f81ed42f350084dU}),
            Draws(0, 0).bits({Key{0}, 0, Purpose{0}, 0}));
  EXPECT_EQ((Words{0xe02cb7c4d95d277aU, 0xd06633d0893b8b68U}),
            Draws(~std::uint64_t{0}, 0xffffffffU, 0xffffffffU)
                .bits({Key{~std::uint64_t{0}}, 0xffffffffU, Purpose{0xffff}, 0xffff}));
  EXPECT_EQ((Words{0x263c7d30bb0f0af1U, 0x56be8361d3311526U}),
            Draws(0xa4093822299f31d0U, 0xec4e6c89U, 0x082efa98U)
                .bits({Key{0x243f6a8885a308d3U}, 0x13198a2eU, Purpose{0x0370}, 0x7344}));
}

TEST(Draws, PhiloxGivesThePublishedNumbers) {
  using Philox = r123::Philox4x32;
  const auto zero = Philox()(Philox::ctr_type{{0, 0, 0, 0}}, Philox::key_type{{0, 0}});
  EXPECT_EQ((Philox::ctr_type{{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}}), zero);
  const auto pi = Philox()(Philox::ctr_type{{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}},
                           Philox::key_type{{0xa4093822, 0x299f31d0}});
  EXPECT_EQ((Philox::ctr_type{{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}}), pi);
}

TEST(Draws, EveryPartOfTheAddressMatters) {
  for (const Generator generator : {Generator::Threefry2x64, Generator::Philox4x32}) {
    const Address base = nth(1);
    std::set<std::uint64_t> words;
    words.insert(Draws(1, 2, 3, generator).bits(base)[0]);
    words.insert(Draws(9, 2, 3, generator).bits(base)[0]);
    words.insert(Draws(1, 9, 3, generator).bits(base)[0]);
    words.insert(Draws(1, 2, 9, generator).bits(base)[0]);
    const Draws draws(1, 2, 3, generator);
    words.insert(draws.bits({nth(2).entity, base.event, purpose, 0})[0]);
    words.insert(draws.bits({base.entity, 6, purpose, 0})[0]);
    words.insert(draws.bits({base.entity, base.event, Purpose{8}, 0})[0]);
    words.insert(draws.bits({base.entity, base.event, purpose, 1})[0]);
    EXPECT_EQ(8U, words.size());
  }
}

TEST(Draws, ASeriesHoldsTheSameNumbersAsSingleDraws) {
  for (const Generator generator : {Generator::Threefry2x64, Generator::Philox4x32}) {
    const Draws draws(77, 4, 0, generator);
    const Address start{make_key(3, 0, 8), 12, purpose, 2};
    std::vector<std::uint64_t> first(37), second(37);
    draws.series(start, first, second);
    for (std::uint32_t i = 0; i < first.size(); ++i) {
      const auto words = draws.bits({start.entity, start.event + i, purpose, 2});
      ASSERT_EQ(words, (std::array{first[i], second[i]}));
    }
  }
}

TEST(Draws, ArraysHoldTheSameNumbersAsSingleDraws) {
  for (const Generator generator : {Generator::Threefry2x64, Generator::Philox4x32}) {
    const Draws draws(77, 4, 0, generator);
    std::vector<Key> keys;
    for (std::uint32_t n = 0; n < 1029; ++n) keys.push_back(make_key(1, 3, n * n));
    std::vector<double> uniforms(keys.size());
    std::vector<double> exponentials(keys.size());
    draws.uniforms(keys, 12, purpose, 2, uniforms);
    draws.exponentials(keys, 12, purpose, 2, exponentials);
    std::vector<Address> addresses;
    for (std::uint32_t n = 0; n < keys.size(); ++n) {
      addresses.push_back({keys[n], n % 7, purpose, static_cast<std::uint16_t>(n)});
    }
    std::vector<std::uint64_t> first(keys.size());
    std::vector<std::uint64_t> second(keys.size());
    std::vector<double> of_bits(keys.size());
    draws.bits(addresses, first, second);
    exponentials_of_bits(first, of_bits);
    std::vector<std::uint64_t> words(keys.size());
    draws.words(keys, 12, purpose, 2, words);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      ASSERT_EQ(draws.bits({keys[i], 12, purpose, 2})[0], words[i]);
      ASSERT_EQ(draws.bits(addresses[i]), (std::array{first[i], second[i]}));
      ASSERT_EQ(draws.exponential(addresses[i]), of_bits[i]);
      ASSERT_EQ(draws.uniform({keys[i], 12, purpose, 2}), uniforms[i]);
      ASSERT_EQ(draws.exponential({keys[i], 12, purpose, 2}), exponentials[i]);
    }
  }
}

TEST(Draws, NeighbouringIndicesHoldTheSameNumbersAsSingleDraws) {
  for (const Generator generator : {Generator::Threefry2x64, Generator::Philox4x32}) {
    const Draws draws(77, 4, 0, generator);
    for (std::size_t count = 0; count <= 8; ++count) {
      std::vector<double> several(count);
      draws.exponentials({make_key(1, 3, 9), 12, purpose, 500}, several);
      for (std::uint16_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint16_t>(500 + i);
        EXPECT_EQ(draws.exponential({make_key(1, 3, 9), 12, purpose, index}), several[i]);
      }
    }
  }
}

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

template <class F>
Moments moments(F&& draw) {
  constexpr std::uint32_t count = 200000;
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint32_t n = 0; n < count; ++n) {
    const double x = draw(nth(n));
    sum += x;
    squares += x * x;
  }
  const double mean = sum / count;
  return {mean, squares / count - mean * mean};
}

// Bounds are four standard errors at 200 000 draws.
TEST(Draws, MomentsAreThoseOfTheDistributions) {
  for (const Generator generator : {Generator::Threefry2x64, Generator::Philox4x32}) {
    const Draws draws(5, 1, 0, generator);
    const Moments uniform = moments([&](Address at) { return draws.uniform(at); });
    EXPECT_NEAR(0.5, uniform.mean, 4 * 0.28868 / 447);
    EXPECT_NEAR(1.0 / 12.0, uniform.variance, 4 * 0.0745 / 447);
    const Moments exponential = moments([&](Address at) { return draws.exponential(at); });
    EXPECT_NEAR(1.0, exponential.mean, 4 * 1.0 / 447);
    EXPECT_NEAR(1.0, exponential.variance, 4 * 2.83 / 447);
    const Moments normal = moments([&](Address at) { return draws.normal(at); });
    EXPECT_NEAR(0.0, normal.mean, 4 * 1.0 / 447);
    EXPECT_NEAR(1.0, normal.variance, 4 * 1.4143 / 447);
  }
}

TEST(Draws, PartsOfTheIntervalAreEquallyOften) {
  constexpr std::uint32_t count = 100000;
  constexpr std::size_t parts = 100;
  const Draws draws(6, 0);
  std::vector<double> uniform(parts);
  std::vector<double> whole(parts);
  for (std::uint32_t n = 0; n < count; ++n) {
    ++uniform[static_cast<std::size_t>(draws.uniform(nth(n)) * parts)];
    ++whole[draws.below({nth(n).entity, 8, purpose, 1}, parts)];
  }
  for (const auto& counts : {uniform, whole}) {
    double chi_square = 0.0;
    for (const double c : counts) chi_square += (c - 1000.0) * (c - 1000.0) / 1000.0;
    // 99 degrees of freedom: outside [56, 159] with probability 2e-4.
    EXPECT_GT(chi_square, 56.0);
    EXPECT_LT(chi_square, 159.0);
  }
}

TEST(Draws, BelowIsTheHighWordOfTheProduct) {
  const Draws draws(8, 0);
  for (const std::uint64_t n : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{7},
                                std::uint64_t{1} << 33, ~std::uint64_t{0}}) {
    for (std::uint32_t i = 0; i < 100; ++i) {
      __extension__ using Wide = unsigned __int128;
      const auto expected = static_cast<std::uint64_t>((Wide{draws.bits(nth(i))[0]} * n) >> 64);
      ASSERT_EQ(expected, draws.below(nth(i), n));
    }
  }
}

TEST(Draws, ValuesAreFrozen) {
  const Draws draws(20240101, 3, 1);
  const Address at{make_key(12, 40, 99), 41, Purpose{17}, 2};
  EXPECT_EQ(0x1.cc5094b682b97p-1, draws.uniform(at));
  EXPECT_EQ(0x1.b3df426fe98ffp-4, draws.exponential(at));
  EXPECT_EQ(0x1.46b313a7f049ap+0, draws.normal(at));
  EXPECT_EQ(899052U, draws.below(at, 1000000));
  EXPECT_EQ(1279, draws.poisson(at, 1234.5));
  EXPECT_EQ(655, draws.binomial(at, 5000, 0.125));
  EXPECT_EQ(0x1.83ff4d0d565e5p-1, Draws(20240101, 3, 1, Generator::Philox4x32).uniform(at));
}

}  // namespace
}  // namespace skillscale::sim
