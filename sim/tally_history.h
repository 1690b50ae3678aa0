// The tallies of all months so far, packed: what changed from one month to the next.
//
// Most cells stay as they are from month to month, so a month takes a small part of the eight bytes
// a cell. Everything that a result says about a month follows from its tallies, so this is all that
// must be kept of the months behind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace skillscale::sim {

class TallyHistory {
 public:
  explicit TallyHistory(std::size_t cells) : last_(cells, 0) {}

  /// Adds the next month.
  /// @param cells  as many as given at construction
  void append(std::span<const std::int64_t> cells);
  std::size_t months() const { return months_; }
  const std::vector<std::uint8_t>& bytes() const { return bytes_; }

  /// Continues where a history of that many months stood.
  /// @return false if the bytes are not such a history; the history is then not defined
  bool restore(std::size_t months, std::vector<std::uint8_t> bytes);

 private:
  std::size_t months_ = 0;
  std::vector<std::int64_t> last_;
  std::vector<std::uint8_t> bytes_;
};

/// Reads a history from its first month on. The bytes must outlive it.
class TallyHistoryReader {
 public:
  TallyHistoryReader(std::size_t cells, std::span<const std::uint8_t> bytes)
      : cells_(cells, 0), rest_(bytes) {}

  /// Goes on to the next month.
  /// @return false at the end, and where the bytes are no history
  bool next();
  std::span<const std::int64_t> cells() const { return cells_; }
  bool is_at_end() const { return rest_.empty(); }

 private:
  bool take(std::uint64_t& number);

  std::vector<std::int64_t> cells_;
  std::span<const std::uint8_t> rest_;
};

}  // namespace skillscale::sim
