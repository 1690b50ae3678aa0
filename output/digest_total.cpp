#include "output/digest_total.h"

#include <charconv>

#include "sim/digest.h"
#include "sim/error.h"

namespace skillscale::output {

DigestWords total_digest(std::span<const DigestWords> digests) {
  sim::Digest total;
  for (const auto& [high, low] : digests) {
    total.add(high);
    total.add(low);
  }
  const sim::Hash128 value = total.value();
  return {value.high, value.low};
}

std::string digest_hex(DigestWords digest) {
  std::string text;
  for (const std::uint64_t word : digest) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      text += "0123456789abcdef"[(word >> shift) & 15U];
    }
  }
  return text;
}

DigestWords digest_from_hex(const std::string& text) {
  DigestWords digest{};
  bool is_valid = text.size() == 32;
  for (std::size_t half = 0; is_valid && half < 2; ++half) {
    const char* begin = text.data() + 16 * half;
    const auto parsed = std::from_chars(begin, begin + 16, digest[half], 16);
    is_valid = parsed.ec == std::errc{} && parsed.ptr == begin + 16;
  }
  if (!is_valid) throw sim::StorageError("'" + text + "' is not a digest of 32 hex digits");
  return digest;
}

}  // namespace skillscale::output
