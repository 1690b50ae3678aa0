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

/// Accounts of persons of a cell whose rows are gone, and marks; a person may stand here several
/// times.
struct CellAccounts {
  static constexpr std::uint8_t enrolled = 1;    ///< by a partnership, and not to stay at home
  static constexpr std::uint8_t on_the_way = 2;  ///< still prepares at the end of the horizon

  std::vector<std::uint64_t> key;
  std::vector<std::int64_t> cents;  ///< discounted to the start, see models/person_accounts.h
  std::vector<std::uint8_t> marks;

  void add(sim::Key who, std::int64_t amount, std::uint8_t mark) {
    key.push_back(who.value);
    cents.push_back(amount);
    marks.push_back(mark);
  }
};

/// Moves of the persons of a cell in the order of time: by which type somebody came to Germany, or
/// that somebody left for another destination.
struct CellFates {
  static constexpr std::uint8_t elsewhere = partnership_type_count;

  std::vector<std::uint64_t> key;
  std::vector<std::uint8_t> move;  ///< a partnership type, or `elsewhere`
  CellAccounts accounts;

  void add(sim::Key who, std::uint8_t what) {
    key.push_back(who.value);
    move.push_back(what);
  }
};

/// Persons by fate.
using FateCounts = std::array<double, fate_count>;

/// Gains of those who enrolled in partnerships in one world, against the same persons in another.
struct EnrolledGains {
  double known = 0;      ///< persons whose gain is known
  double worse_off = 0;  ///< those of them who lose more than tolerated
  double arrived = 0;    ///< those of the known who came to Germany through a partnership
  double arrived_worse_off = 0;
  double mean = 0;          ///< EUR a person, discounted
  double lowest_tenth = 0;  ///< EUR: a tenth of the persons gain less
  double gini = 0;          ///< of the gains, losses by their size: 0 to 1
};

/// One move for each person of a cell, by key: the first to Germany, else that to elsewhere. One
/// account for each person, the sum of all.
CellFates one_each(const CellFates& cell);

/// Everybody who came through a partnership in `world` by what became of them in `other`. Both have
/// one move for each person.
///
/// This holds two worlds against each other on the same random numbers. It is no statement about
/// what a certain person would do.
FateCounts fates_in(const std::vector<CellFates>& other, const std::vector<CellFates>& world);

/// Gains of all who enrolled in partnerships in `world` and whose lot is known in both worlds:
/// nobody who still prepares in one of them, or has left for another destination, whose income the
/// model does not follow. Who has no account in `other` stayed at the origin. Both have one account
/// for each person.
///
/// @param tolerated  EUR (at most 0): who gains less is worse off
EnrolledGains gains_in(const std::vector<CellFates>& other, const std::vector<CellFates>& world,
                       double tolerated);

}  // namespace skillscale::models
