#include "sim/digest.h"

#include <gtest/gtest.h>

#include <vector>

#include "sim/error.h"

namespace skillscale::sim {
namespace {

std::vector<std::int64_t> numbers(std::size_t count) {
  std::vector<std::int64_t> values;
  for (std::size_t n = 0; n < count; ++n) {
    values.push_back(static_cast<std::int64_t>(n * n) * (n % 3 == 0 ? -1 : 1));
  }
  return values;
}

/// The test bytes of xxHash's own sanity check, as little-endian words.
std::vector<std::int64_t> sanity_words(std::size_t bytes) {
  std::uint64_t generator = 2654435761U;
  std::vector<std::uint64_t> words(bytes / 8);
  for (std::size_t n = 0; n < bytes; ++n) {
    words[n / 8] |= (generator >> 56) << (8 * (n % 8));
    generator *= 11400714785074694797U;
  }
  return {words.begin(), words.end()};
}

// Published with xxHash (cli/xsum_sanity_check.c), high part first.
TEST(Digest, GivesThePublishedHashes) {
  EXPECT_EQ("99aa06d3014798d86001c324468d497f", Digest().value().hex());
  for (const auto& [bytes, expected] : {std::pair{24U, "0ce966e4678d37611e7044d28b1b901d"},
                                        std::pair{48U, "a002ac4e5478227ef942219aed80f67b"},
                                        std::pair{512U, "18d2d110dcc9bca1617e49599013cb6b"},
                                        std::pair{2048U, "f736557fd47073a5dd59e2c3a5f038e0"},
                                        std::pair{2240U, "ccb134fbfa7ce49d6e73a90539cf2948"}}) {
    Digest digest;
    digest.add(sanity_words(bytes));
    EXPECT_EQ(expected, digest.value().hex()) << bytes;
  }
}

TEST(Digest, OnlyTheSequenceCounts) {
  const std::vector<std::int64_t> values = numbers(500);
  Digest whole;
  whole.add(values);
  Digest single;
  for (const std::int64_t value : values) single.add(static_cast<std::uint64_t>(value));
  EXPECT_EQ(whole.value(), single.value());
  EXPECT_EQ(whole.value(), whole.value());
  std::vector<std::int64_t> swapped = values;
  std::swap(swapped[17], swapped[18]);
  Digest other;
  other.add(swapped);
  EXPECT_NE(whole.value(), other.value());
}

TEST(Digest, ContinuesFromASavedStateAtAnyPlace) {
  const std::vector<std::int64_t> values = numbers(700);
  Digest whole;
  whole.add(values);
  for (const std::size_t cut : {0U, 1U, 31U, 32U, 33U, 127U, 128U, 300U, 700U}) {
    Digest first;
    first.add(std::span(values).first(cut));
    Digest second;
    second.add(99);
    second.restore(first.save());
    second.add(std::span(values).subspan(cut));
    EXPECT_EQ(whole.value(), second.value()) << cut;
  }
}

TEST(Digest, CopiesGoTheirOwnWay) {
  Digest digest;
  digest.add(1);
  Digest copy = digest;
  copy.add(2);
  digest.add(2);
  EXPECT_EQ(digest.value(), copy.value());
  copy.add(3);
  EXPECT_NE(digest.value(), copy.value());
  copy = digest;
  EXPECT_EQ(digest.value(), copy.value());
}

TEST(Digest, RefusesForeignStates) {
  Digest digest;
  std::vector<std::uint8_t> state = digest.save();
  EXPECT_THROW(digest.restore(std::span(state).first(10)), BugError);
  state[0] ^= 1U;
  EXPECT_THROW(digest.restore(state), BugError);
  state[0] ^= 1U;
  state[11] = 0xff;  // bytes waiting in the buffer
  EXPECT_THROW(digest.restore(state), BugError);
}

}  // namespace
}  // namespace skillscale::sim
