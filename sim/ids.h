// Names of things: a key names an entity for ever, a row is only where it stands today.
#pragma once

#include <compare>
#include <cstdint>

namespace skillscale::sim {

/// Month of the simulation, 0 = first month of the horizon. Negative months lie before the start.
using Month = std::int32_t;

/// Dense position of an entity in its columns. Never used for draws, lotteries or sorting.
using Row = std::uint32_t;

/// Identity of an entity: cell (16 bit), month of entry (16 bit), ordinal within both (32 bit).
struct Key {
  std::uint64_t value = 0;
  auto operator<=>(const Key&) const = default;
};

/// Month of entry is stored with an offset so that cohorts from before the start have keys too.
inline constexpr Month first_entry_month = -1024;

constexpr Key make_key(std::uint16_t cell, Month entry, std::uint32_t ordinal) {
  const auto shifted =
      static_cast<std::uint64_t>(static_cast<std::uint16_t>(entry - first_entry_month));
  return Key{(std::uint64_t{cell} << 48) | (shifted << 32) | ordinal};
}
constexpr std::uint16_t cell_of(Key key) { return static_cast<std::uint16_t>(key.value >> 48); }
constexpr Month entry_month_of(Key key) {
  return static_cast<Month>((key.value >> 32) & 0xFFFF) + first_entry_month;
}
constexpr std::uint32_t ordinal_of(Key key) { return static_cast<std::uint32_t>(key.value); }

}  // namespace skillscale::sim
