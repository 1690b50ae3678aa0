// The table of contents behind the HDF5 data of a checkpoint: where its units stand, a hash of each
// of them, one of all other bytes, and one of the table itself.
//
// HDF5 has no checksum on most of what it stores contiguously, and damage can end the process that
// reads it. So every byte is compared before HDF5 sees the file, and what is damaged has a name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/digest.h"

namespace skillscale::output {

struct Contents {
  /// One unit; the units stand one after the other.
  struct Part {
    std::uint64_t bytes = 0;
    sim::Hash128 hash;
  };
  std::uint64_t hdf5_bytes = 0;   ///< length of the HDF5 data
  std::uint64_t units_begin = 0;  ///< where the first unit stands among them
  sim::Hash128 other_hash;        ///< of all HDF5 data but the units
  std::vector<Part> units;

  std::uint64_t unit_bytes() const;
};

/// The table as text, its end included.
std::string to_text(const Contents& contents, int format);

/// Finds the table and compares it and the HDF5 data around the units with it; units are compared
/// when they are read.
///
/// @param format  the only version that is accepted
/// @throws InputError    if there is no such file, it is no checkpoint, or one of another version
/// @throws StorageError  if it is cut short, damaged or unreadable
Contents check_contents(const std::filesystem::path& file, int format);

/// Whether a file is, or by its name and remains was, a checkpoint: then check_contents says what
/// is wrong with it, and not that it is another kind of file. Never throws.
bool looks_like_checkpoint(const std::filesystem::path& file);

/// Hash of all HDF5 data but the units.
///
/// @throws StorageError  if the file cannot be read
sim::Hash128 hash_other(const std::filesystem::path& file, std::uint64_t hdf5_bytes,
                        std::uint64_t units_begin, std::uint64_t units_end);

}  // namespace skillscale::output
