#include "models/fates.h"

#include <algorithm>
#include <cstddef>
#include <utility>

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

}  // namespace skillscale::models
