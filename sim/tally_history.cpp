#include "sim/tally_history.h"

#include <utility>

namespace skillscale::sim {
namespace {

// A month is a list of (cells that stay, change of the next cell), ended by the cells that stay at
// its end, be it none. Numbers take seven bits a byte, the smallest first; a change has its sign in
// its lowest bit.

void put(std::vector<std::uint8_t>& bytes, std::uint64_t number) {
  while (number >= 0x80U) {
    bytes.push_back(static_cast<std::uint8_t>(number | 0x80U));
    number >>= 7U;
  }
  bytes.push_back(static_cast<std::uint8_t>(number));
}

std::uint64_t with_sign_below(std::uint64_t change) {
  return (change << 1U) ^ (change >> 63U != 0 ? ~std::uint64_t{0} : 0);
}
std::uint64_t with_sign_above(std::uint64_t number) {
  return (number >> 1U) ^ ((number & 1U) != 0 ? ~std::uint64_t{0} : 0);
}

}  // namespace

void TallyHistory::append(std::span<const std::int64_t> cells) {
  std::uint64_t same = 0;
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    if (cells[cell] == last_[cell]) {
      ++same;
      continue;
    }
    put(bytes_, same);
    put(bytes_, with_sign_below(static_cast<std::uint64_t>(cells[cell]) -
                                static_cast<std::uint64_t>(last_[cell])));
    last_[cell] = cells[cell];
    same = 0;
  }
  put(bytes_, same);
  ++months_;
}

bool TallyHistory::restore(std::size_t months, std::vector<std::uint8_t> bytes) {
  TallyHistoryReader reader(last_.size(), bytes);
  for (std::size_t month = 0; month < months; ++month) {
    if (!reader.next()) return false;
  }
  if (!reader.is_at_end()) return false;
  months_ = months;
  last_.assign(reader.cells().begin(), reader.cells().end());
  bytes_ = std::move(bytes);
  return true;
}

bool TallyHistoryReader::take(std::uint64_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 64U; shift += 7U) {
    if (rest_.empty()) return false;
    const std::uint64_t part = rest_.front();
    rest_ = rest_.subspan(1);
    number |= (part & 0x7FU) << shift;
    if (part < 0x80U) return true;
  }
  return false;
}

bool TallyHistoryReader::next() {
  std::size_t cell = 0;
  while (true) {
    std::uint64_t same = 0, change = 0;
    if (!take(same) || same > cells_.size() - cell) return false;
    cell += static_cast<std::size_t>(same);
    if (cell == cells_.size()) return true;
    if (!take(change)) return false;
    cells_[cell] = static_cast<std::int64_t>(static_cast<std::uint64_t>(cells_[cell]) +
                                             with_sign_above(change));
    ++cell;
  }
}

}  // namespace skillscale::sim
