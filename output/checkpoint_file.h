// A checkpoint: the states of an unfinished run, in one HDF5 file that can be trusted or is
// refused.
//
// The file holds a head (which run it belongs to, as text attributes and texts of any length), an
// index with one line per unit, and the units themselves as one run of bytes: a unit is one world
// of one replicate, packed as the caller likes (sim/archive.h). Behind the HDF5 data stands a table
// of contents with a hash of every unit, one of all other bytes, and one of the table itself, so
// that damage is found before HDF5 sees the file, and is named. No part of the model is known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace skillscale::output {

/// Version of the format; a file of another one is refused.
inline constexpr int checkpoint_format = 1;

/// Which run a checkpoint belongs to. The caller decides on the names.
using CheckpointHead = std::map<std::string, std::string>;

/// One world of one replicate.
struct CheckpointUnit {
  int draw = 0, replicate = 0, world = 0;
  int month = 0;  ///< months behind it
  bool is_finished = false;
  std::uint64_t bytes = 0;

  bool operator==(const CheckpointUnit&) const = default;
};

/// Writes one checkpoint. It appears under its name only when commit() returns; until then, and
/// after any failure, an older one stays as it was.
class CheckpointWriter {
 public:
  /// @throws StorageError  if the folder cannot be written or the disk is full
  CheckpointWriter(const std::filesystem::path& path, const CheckpointHead& head,
                   std::span<const CheckpointUnit> units);
  ~CheckpointWriter();
  CheckpointWriter(const CheckpointWriter&) = delete;
  CheckpointWriter& operator=(const CheckpointWriter&) = delete;

  /// The bytes of all units, one after the other in the order of the index, in pieces of any size.
  ///
  /// @throws StorageError  if the disk is full or fails
  /// @throws BugError      if there are more bytes than the index says
  void append(std::span<const std::byte> bytes);

  /// Brings everything to the disk and gives the file its name.
  ///
  /// @throws StorageError  if the disk is full or fails
  /// @throws BugError      if bytes are missing
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads one checkpoint. Opening checks every byte of it.
class CheckpointReader {
 public:
  /// @throws InputError    if there is no such file, it is no checkpoint, or one of another version
  /// @throws StorageError  if it is cut short, damaged or unreadable; the message names the part
  explicit CheckpointReader(const std::filesystem::path& path);
  ~CheckpointReader();
  CheckpointReader(CheckpointReader&&) noexcept;
  CheckpointReader& operator=(CheckpointReader&&) noexcept;

  const std::filesystem::path& path() const;
  const CheckpointHead& head() const;
  /// An entry of the head, empty if there is none of that name.
  const std::string& entry(const std::string& name) const;
  const std::vector<CheckpointUnit>& units() const;

  /// The bytes of a unit, by its position in units().
  std::vector<std::byte> read(std::size_t unit) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace skillscale::output
