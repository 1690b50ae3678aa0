// Running 128-bit hash of a trajectory (XXH3-128). Equal numbers in equal order give an equal hash
// on every processor, whatever its byte order and vector width.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace skillscale::sim {

struct Hash128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Hash128&) const = default;
  /// 32 hexadecimal digits, high part first.
  std::string hex() const;
};

class Digest {
 public:
  Digest();
  ~Digest();
  Digest(const Digest& other);
  Digest(Digest&& other) noexcept;
  Digest& operator=(const Digest& other);
  Digest& operator=(Digest&& other) noexcept;

  /// Appends numbers as eight little-endian bytes each.
  void add(std::span<const std::int64_t> numbers);
  void add(std::uint64_t number);
  /// Appends bytes as they are.
  void add_bytes(std::span<const std::byte> bytes);
  /// Hash of everything added so far; more may be added afterwards.
  Hash128 value() const;

  /// State for a checkpoint: restore continues exactly where save stood.
  std::vector<std::uint8_t> save() const;
  /// @throws BugError if the bytes are not a state of this version (is_state)
  void restore(std::span<const std::uint8_t> state);
  static bool is_state(std::span<const std::uint8_t> state);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace skillscale::sim
