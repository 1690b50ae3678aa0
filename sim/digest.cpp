#include "sim/digest.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "sim/error.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace skillscale::sim {

struct Digest::State {
  XXH3_state_t hash;
};

namespace {

constexpr std::uint64_t format_mark = 0x31544147444b5353U;  // "SSKDGAT1" in little-endian bytes
constexpr std::size_t lanes = 8;

std::uint64_t little_endian(std::uint64_t word) {
  return std::endian::native == std::endian::little ? word : __builtin_bswap64(word);
}

void append(std::vector<std::uint8_t>& bytes, std::uint64_t word) {
  for (int shift = 0; shift < 64; shift += 8) {
    bytes.push_back(static_cast<std::uint8_t>(word >> shift));
  }
}

/// Reads words and then raw bytes; the caller has checked the length.
class Reader {
 public:
  explicit Reader(const std::uint8_t* at) : at_(at) {}
  std::uint64_t word() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 8) value |= std::uint64_t{*at_++} << shift;
    return value;
  }
  const std::uint8_t* rest() const { return at_; }

 private:
  const std::uint8_t* at_;
};

constexpr std::size_t buffer_bytes = sizeof(XXH3_state_t::buffer);
constexpr std::size_t state_bytes = 8 * (4 + lanes) + buffer_bytes;

}  // namespace

std::string Hash128::hex() const {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint64_t part : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) text.push_back(digits[(part >> shift) & 15U]);
  }
  return text;
}

Digest::Digest() : state_(std::make_unique<State>()) {
  std::memset(&state_->hash, 0, sizeof(state_->hash));
  XXH3_128bits_reset(&state_->hash);
}

Digest::~Digest() = default;
Digest::Digest(const Digest& other) : state_(std::make_unique<State>(*other.state_)) {}
Digest::Digest(Digest&& other) noexcept = default;

Digest& Digest::operator=(const Digest& other) {
  *state_ = *other.state_;
  return *this;
}

Digest& Digest::operator=(Digest&& other) noexcept = default;

void Digest::add(std::span<const std::int64_t> numbers) {
  if constexpr (std::endian::native == std::endian::little) {
    XXH3_128bits_update(&state_->hash, numbers.data(), numbers.size_bytes());
  } else {
    for (const std::int64_t number : numbers) add(static_cast<std::uint64_t>(number));
  }
}

void Digest::add(std::uint64_t number) {
  const std::uint64_t word = little_endian(number);
  XXH3_128bits_update(&state_->hash, &word, sizeof(word));
}

void Digest::add_bytes(std::span<const std::byte> bytes) {
  XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size());
}

Hash128 Digest::value() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->hash);
  return {hash.high64, hash.low64};
}

std::vector<std::uint8_t> Digest::save() const {
  const XXH3_state_t& hash = state_->hash;
  std::vector<std::uint8_t> bytes;
  bytes.reserve(state_bytes);
  append(bytes, format_mark);
  append(bytes, hash.bufferedSize);
  append(bytes, hash.nbStripesSoFar);
  append(bytes, hash.totalLen);
  for (const XXH64_hash_t lane : hash.acc) append(bytes, lane);
  bytes.insert(bytes.end(), hash.buffer, hash.buffer + buffer_bytes);
  return bytes;
}

bool Digest::is_state(std::span<const std::uint8_t> state) {
  if (state.size() != state_bytes) return false;
  Reader reader(state.data());
  if (reader.word() != format_mark) return false;
  const std::uint64_t buffered = reader.word();
  const std::uint64_t stripes = reader.word();
  return buffered <= buffer_bytes && stripes <= Digest().state_->hash.nbStripesPerBlock;
}

void Digest::restore(std::span<const std::uint8_t> state) {
  if (!is_state(state)) fail_bug("the state of a digest is damaged or of another format");
  Reader reader(state.data());
  reader.word();
  Digest restored;
  XXH3_state_t& hash = restored.state_->hash;
  hash.bufferedSize = static_cast<XXH32_hash_t>(reader.word());
  hash.nbStripesSoFar = static_cast<std::size_t>(reader.word());
  hash.totalLen = reader.word();
  for (XXH64_hash_t& lane : hash.acc) lane = reader.word();
  std::memcpy(hash.buffer, reader.rest(), buffer_bytes);
  *this = std::move(restored);
}

}  // namespace skillscale::sim
