#include "sim/draw.h"

#include <algorithm>

#include "sim/math.h"
#include "sim/math_inline.h"
#include "sim/random123.h"
#include "sim/vector.h"

namespace skillscale::sim {

namespace {

using Words = std::array<std::uint64_t, 2>;

Words threefry(Words key, Words counter) {
  const r123::Threefry2x64::ctr_type input = {{counter[0], counter[1]}};
  const r123::Threefry2x64::key_type seed = {{key[0], key[1]}};
  const auto output = r123::Threefry2x64()(input, seed);
  return {output[0], output[1]};
}

std::uint32_t low_half(std::uint64_t word) { return static_cast<std::uint32_t>(word); }
std::uint32_t high_half(std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); }

/// Philox has a key of 64 bits only, so a block of its own turns our 128 bits into one.
Words philox(Words key, Words counter) {
  using Philox = r123::Philox4x32;
  const Philox::key_type seed = {{low_half(key[0]), high_half(key[0])}};
  const Philox::ctr_type key_counter = {{low_half(key[1]), high_half(key[1]), 0, 0}};
  const auto mixed = Philox()(key_counter, seed);
  const Philox::ctr_type input = {
      {low_half(counter[0]), high_half(counter[0]), low_half(counter[1]), high_half(counter[1])}};
  const auto output = Philox()(input, {{mixed[0], mixed[1]}});
  return {output[0] | (std::uint64_t{output[1]} << 32),
          output[2] | (std::uint64_t{output[3]} << 32)};
}

std::uint64_t place_word(std::uint32_t event, Purpose purpose, std::uint16_t index) {
  return (std::uint64_t{event} << 32) | (std::uint64_t{static_cast<std::uint16_t>(purpose)} << 16) |
         index;
}

inline std::uint64_t rotate(std::uint64_t word, int distance) {
  return (word << distance) | (word >> (64 - distance));
}

/// Four rounds of Threefry2x64 and the key addition after them.
template <int a, int b, int c, int d>
inline void four_rounds(std::uint64_t& x, std::uint64_t& y, std::uint64_t add_x,
                        std::uint64_t add_y) {
  x += y, y = rotate(y, a) ^ x;
  x += y, y = rotate(y, b) ^ x;
  x += y, y = rotate(y, c) ^ x;
  x += y, y = rotate(y, d) ^ x;
  x += add_x, y += add_y;
}

/// Threefry2x64-20 in place, written so that a loop over counters becomes vector code.
inline void threefry_block(Words key, std::uint64_t& x, std::uint64_t& y) {
  const std::uint64_t parity = 0x1BD11BDAA9FC1A22U ^ key[0] ^ key[1];
  x += key[0], y += key[1];
  four_rounds<16, 42, 12, 31>(x, y, key[1], parity + 1);
  four_rounds<16, 32, 24, 21>(x, y, parity, key[0] + 2);
  four_rounds<16, 42, 12, 31>(x, y, key[0], key[1] + 3);
  four_rounds<16, 32, 24, 21>(x, y, key[1], parity + 4);
  four_rounds<16, 42, 12, 31>(x, y, parity, key[0] + 5);
}

inline std::uint64_t threefry_word(Words key, std::uint64_t x, std::uint64_t y) {
  threefry_block(key, x, y);
  return x;
}

SKILLSCALE_VECTORISED
void encrypt_in_place(Words key, std::uint64_t* __restrict first, std::uint64_t* __restrict second,
                      std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t x = first[i];
    std::uint64_t y = second[i];
    threefry_block(key, x, y);
    first[i] = x;
    second[i] = y;
  }
}

SKILLSCALE_VECTORISED
void fill_series(Words key, Words counter, std::size_t count, std::uint64_t* __restrict first,
                 std::uint64_t* __restrict second) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t x = counter[0];
    std::uint64_t y = counter[1] + (std::uint64_t{i} << 32);
    threefry_block(key, x, y);
    first[i] = x;
    second[i] = y;
  }
}

SKILLSCALE_VECTORISED
void negative_logs(const std::uint64_t* bits, std::size_t count, double* out) {
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = -math::detail::log_of_normal(unit_of_bits(bits[i]));
  }
}

SKILLSCALE_VECTORISED
void fill_words(Words key, std::uint64_t place, const Key* entities, std::size_t count,
                std::uint64_t* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = threefry_word(key, entities[i].value, place);
}

SKILLSCALE_VECTORISED
void fill_uniforms(Words key, std::uint64_t place, const Key* entities, std::size_t count,
                   double* out) {
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = unit_of_bits(threefry_word(key, entities[i].value, place));
  }
}

SKILLSCALE_VECTORISED
void fill_exponentials(Words key, std::uint64_t place, const Key* entities, std::size_t count,
                       double* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const double u = unit_of_bits(threefry_word(key, entities[i].value, place));
    out[i] = -math::detail::log_of_normal(u);
  }
}

constexpr std::size_t lanes = 8;

/// Exponentials of neighbouring indices; all lanes, so that the loop has a fixed length.
SKILLSCALE_VECTORISED
void fill_lanes(Words key, std::uint64_t entity, std::uint64_t place,
                std::array<double, lanes>& out) {
  for (std::size_t i = 0; i < lanes; ++i) {
    const double u = unit_of_bits(threefry_word(key, entity, place + i));
    out[i] = -math::detail::log_of_normal(u);
  }
}

}  // namespace

Draws::Draws(std::uint64_t seed, std::uint32_t replicate, std::uint32_t draw_set,
             Generator generator)
    : key_{seed, replicate | (std::uint64_t{draw_set} << 32)}, generator_(generator) {}

std::array<std::uint64_t, 2> Draws::bits(Address address) const {
  const Words counter = {address.entity.value,
                         place_word(address.event, address.purpose, address.index)};
  return generator_ == Generator::Threefry2x64 ? threefry(key_, counter) : philox(key_, counter);
}

double Draws::uniform(Address address) const { return unit_of_bits(bits(address)[0]); }

double Draws::exponential(Address address) const {
  return -math::detail::log_of_normal(uniform(address));
}

double Draws::normal(Address address) const { return math::inverse_normal(uniform(address)); }

std::uint64_t Draws::below(Address address, std::uint64_t n) const {
  return below_of_bits(bits(address)[0], n);
}

std::uint64_t below_of_bits(std::uint64_t bits, std::uint64_t n) {
  // The high word of n times a 64-bit fraction, put together from 32-bit halves.
  const std::uint64_t low = std::uint64_t{low_half(bits)} * low_half(n);
  const std::uint64_t middle = std::uint64_t{high_half(bits)} * low_half(n) + high_half(low);
  const std::uint64_t other = std::uint64_t{low_half(bits)} * high_half(n) + low_half(middle);
  return std::uint64_t{high_half(bits)} * high_half(n) + high_half(middle) + high_half(other);
}

std::int64_t Draws::poisson(Address address, double mean) const {
  return poisson_quantile(uniform(address), mean);
}

std::int64_t Draws::binomial(Address address, std::int64_t n, double p) const {
  return binomial_quantile(uniform(address), n, p);
}

void Draws::uniforms(std::span<const Key> entities, std::uint32_t event, Purpose purpose,
                     std::uint16_t index, std::span<double> out) const {
  if (generator_ == Generator::Threefry2x64) {
    fill_uniforms(key_, place_word(event, purpose, index), entities.data(), entities.size(),
                  out.data());
    return;
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out[i] = uniform({entities[i], event, purpose, index});
  }
}

void Draws::exponentials(std::span<const Key> entities, std::uint32_t event, Purpose purpose,
                         std::uint16_t index, std::span<double> out) const {
  if (generator_ == Generator::Threefry2x64) {
    fill_exponentials(key_, place_word(event, purpose, index), entities.data(), entities.size(),
                      out.data());
    return;
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out[i] = exponential({entities[i], event, purpose, index});
  }
}

void Draws::exponentials(Address first, std::span<double> out) const {
  if (generator_ == Generator::Threefry2x64) {
    std::array<double, lanes> all;
    fill_lanes(key_, first.entity.value, place_word(first.event, first.purpose, first.index), all);
    std::copy_n(all.begin(), out.size(), out.begin());
    return;
  }
  for (double& value : out) {
    value = exponential(first);
    ++first.index;
  }
}

void Draws::words(std::span<const Key> entities, std::uint32_t event, Purpose purpose,
                  std::uint16_t index, std::span<std::uint64_t> out) const {
  if (generator_ == Generator::Threefry2x64) {
    fill_words(key_, place_word(event, purpose, index), entities.data(), entities.size(),
               out.data());
    return;
  }
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out[i] = bits({entities[i], event, purpose, index})[0];
  }
}

void Draws::series(Address start, std::span<std::uint64_t> first,
                   std::span<std::uint64_t> second) const {
  const Words counter{start.entity.value, place_word(start.event, start.purpose, start.index)};
  if (generator_ == Generator::Threefry2x64) {
    fill_series(key_, counter, first.size(), first.data(), second.data());
    return;
  }
  for (std::size_t i = 0; i < first.size(); ++i) {
    const Words words = philox(key_, {counter[0], counter[1] + (std::uint64_t{i} << 32)});
    first[i] = words[0], second[i] = words[1];
  }
}

void Draws::bits(std::span<const Address> addresses, std::span<std::uint64_t> first,
                 std::span<std::uint64_t> second) const {
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const Address& at = addresses[i];
    first[i] = at.entity.value;
    second[i] = place_word(at.event, at.purpose, at.index);
  }
  if (generator_ == Generator::Threefry2x64) {
    encrypt_in_place(key_, first.data(), second.data(), addresses.size());
    return;
  }
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const Words words = philox(key_, {first[i], second[i]});
    first[i] = words[0];
    second[i] = words[1];
  }
}

void exponentials_of_bits(std::span<const std::uint64_t> bits, std::span<double> out) {
  negative_logs(bits.data(), bits.size(), out.data());
}

}  // namespace skillscale::sim
