// The trajectory digest of a whole file.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace skillscale::output {

/// A 128-bit trajectory digest: [0] the high half, [1] the low half.
using DigestWords = std::array<std::uint64_t, 2>;

/// Hash over the digests of all worlds, in the order draw, replicate, world (world fastest).
DigestWords total_digest(std::span<const DigestWords> digests);

/// 32 lower-case hex digits, the high half first.
std::string digest_hex(DigestWords digest);

/// The inverse of digest_hex.
///
/// @throws StorageError  if the text is no digest
DigestWords digest_from_hex(const std::string& text);

}  // namespace skillscale::output
