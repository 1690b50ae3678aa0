// What became of persons, so that two worlds can be compared person by person: the same key is the
// same person in every world of a replicate.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/vocabulary.h"
#include "sim/ids.h"

namespace skillscale::models {

/// What became in one world of somebody who came through a partnership in another.
enum class Fate : std::uint8_t {
  Partnership,  // came to Germany through a partnership there, too
  Private,      // came through an agency or alone
  Elsewhere,    // left for another destination
  AtOrigin,     // qualified, and at the origin or on the way at the end
  Otherwise     // had not begun the training that the partnership gave
};
inline constexpr int fate_count = 5;

/// Moves of the persons of a cell in the order of time: by which type somebody came to Germany, or
/// that somebody left for another destination.
struct CellFates {
  static constexpr std::uint8_t elsewhere = partnership_type_count;

  std::vector<std::uint64_t> key;
  std::vector<std::uint8_t> move;  ///< a partnership type, or `elsewhere`

  void add(sim::Key who, std::uint8_t what) {
    key.push_back(who.value);
    move.push_back(what);
  }
};

/// Persons by fate.
using FateCounts = std::array<double, fate_count>;

/// One move for each person of a cell, by key: the first to Germany, else that to elsewhere.
CellFates one_each(const CellFates& cell);

/// Everybody who came through a partnership in `world` by what became of them in `other`. Both have
/// one move for each person.
///
/// This holds two worlds against each other on the same random numbers. It is no statement about
/// what a certain person would do.
FateCounts fates_in(const std::vector<CellFates>& other, const std::vector<CellFates>& world);

}  // namespace skillscale::models
