#include "models/fates.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>

#include "models/concentration.h"

namespace skillscale::models {
namespace {

bool is_partnership(std::uint8_t move) {
  return move <= static_cast<std::uint8_t>(PartnershipType::DualTrack);
}

/// Whether those who come by the type are qualified before.
bool is_qualified_before(std::uint8_t move) {
  return move == static_cast<std::uint8_t>(PartnershipType::RecruitAndBridge);
}

/// What became in a cell of somebody who came by a move elsewhere, looking on from a position.
class Search {
 public:
  explicit Search(const CellFates& cell) : cell_(cell) {}

  /// Keys asked for ascend.
  Fate of(std::uint64_t key, std::uint8_t came_by) {
    while (at_ < cell_.key.size() && cell_.key[at_] < key) ++at_;
    if (at_ == cell_.key.size() || cell_.key[at_] != key)
      return is_qualified_before(came_by) ? Fate::AtOrigin : Fate::Otherwise;
    if (cell_.move[at_] == CellFates::elsewhere) return Fate::Elsewhere;
    return is_partnership(cell_.move[at_]) ? Fate::Partnership : Fate::Private;
  }

 private:
  const CellFates& cell_;
  std::size_t at_ = 0;
};

/// One account for each person, by key.
CellAccounts one_account_each(const CellAccounts& all) {
  std::vector<std::size_t> order(all.key.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return all.key[a] < all.key[b]; });
  CellAccounts each;
  for (const std::size_t i : order) {
    if (each.key.empty() || each.key.back() != all.key[i]) {
      each.add(sim::Key{all.key[i]}, all.cents[i], all.marks[i]);
      continue;
    }
    each.cents.back() += all.cents[i];
    each.marks.back() = static_cast<std::uint8_t>(each.marks.back() | all.marks[i]);
  }
  return each;
}

/// The persons of a cell one after the other; keys asked for ascend.
class Lots {
 public:
  explicit Lots(const CellFates& cell) : cell_(cell) {}

  /// The move; nothing for who made none.
  std::optional<std::uint8_t> move(std::uint64_t key) {
    while (move_ < cell_.key.size() && cell_.key[move_] < key) ++move_;
    if (move_ == cell_.key.size() || cell_.key[move_] != key) return std::nullopt;
    return cell_.move[move_];
  }
  /// The account; nothing for somebody who is still on the way.
  std::optional<std::int64_t> cents(std::uint64_t key) {
    const auto& accounts = cell_.accounts;
    while (account_ < accounts.key.size() && accounts.key[account_] < key) ++account_;
    if (account_ == accounts.key.size() || accounts.key[account_] != key) return 0;
    if ((accounts.marks[account_] & CellAccounts::on_the_way) != 0) return std::nullopt;
    return accounts.cents[account_];
  }

 private:
  const CellFates& cell_;
  std::size_t move_ = 0, account_ = 0;
};

struct Gain {
  double eur;
  bool has_arrived;  ///< through a partnership
};

/// Gains of those enrolled in a cell whose lot is known in both worlds.
void add_gains(const CellFates& other, const CellFates& world, std::vector<Gain>& gains) {
  Lots here(world), there(other);
  for (std::size_t i = 0; i < world.accounts.key.size(); ++i) {
    if ((world.accounts.marks[i] & CellAccounts::enrolled) == 0) continue;
    const auto key = world.accounts.key[i];
    const auto own = here.cents(key), before = there.cents(key);
    const auto move = here.move(key);
    if (!own || !before || move == CellFates::elsewhere || there.move(key) == CellFates::elsewhere)
      continue;
    gains.push_back({0.01 * static_cast<double>(*own - *before), move && is_partnership(*move)});
  }
}

}  // namespace

CellFates one_each(const CellFates& cell) {
  std::vector<std::pair<std::uint64_t, std::uint8_t>> moves;
  moves.reserve(cell.key.size());
  for (std::size_t i = 0; i < cell.key.size(); ++i) moves.emplace_back(cell.key[i], cell.move[i]);
  std::stable_sort(moves.begin(), moves.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.second != CellFates::elsewhere && b.second == CellFates::elsewhere;
  });
  CellFates each;
  for (const auto& [key, move] : moves) {
    if (each.key.empty() || each.key.back() != key) each.add(sim::Key{key}, move);
  }
  each.accounts = one_account_each(cell.accounts);
  return each;
}

FateCounts fates_in(const std::vector<CellFates>& other, const std::vector<CellFates>& world) {
  FateCounts counts{};
  for (std::size_t cell = 0; cell < std::min(world.size(), other.size()); ++cell) {
    Search there(other[cell]);
    for (std::size_t i = 0; i < world[cell].key.size(); ++i) {
      const auto move = world[cell].move[i];
      if (is_partnership(move))
        ++counts[static_cast<std::size_t>(there.of(world[cell].key[i], move))];
    }
  }
  return counts;
}

EnrolledGains gains_in(const std::vector<CellFates>& other, const std::vector<CellFates>& world,
                       double tolerated) {
  std::vector<Gain> all;
  for (std::size_t cell = 0; cell < std::min(world.size(), other.size()); ++cell)
    add_gains(other[cell], world[cell], all);
  EnrolledGains found;
  if (all.empty()) return found;
  std::vector<double> gains;
  for (const Gain& gain : all) {
    gains.push_back(gain.eur);
    found.arrived += gain.has_arrived;
    found.arrived_worse_off += gain.has_arrived && gain.eur < tolerated;
  }
  std::sort(gains.begin(), gains.end());
  const auto worse = std::lower_bound(gains.begin(), gains.end(), tolerated);
  found.known = static_cast<double>(gains.size());
  found.worse_off = static_cast<double>(worse - gains.begin());
  found.mean = std::accumulate(gains.begin(), gains.end(), 0.0) / found.known;
  found.lowest_tenth = gains[gains.size() / 10];
  found.gini = gini(std::move(gains));
  return found;
}

}  // namespace skillscale::models
