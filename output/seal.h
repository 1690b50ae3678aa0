// The seal: a line behind the HDF5 data with a digest of every byte before it.
//
// HDF5 has no checksum on texts and references, and damage there can end the process that reads
// them. So a file is compared with its seal before HDF5 sees it. HDF5 ignores what stands behind
// its data; a program that changes the file cuts the seal off.
#pragma once

#include <filesystem>

namespace skillscale::output {

/// Appends the seal to a closed file.
///
/// @param shown  the name for messages
/// @throws StorageError  if the disk is full or fails
void append_seal(const std::filesystem::path& file, const std::filesystem::path& shown);

/// Passes when the file is exactly as it was sealed. Reads all of it.
///
/// @throws InputError    if there is no such file, or it is not ours
/// @throws StorageError  if it is empty, cut short, changed, damaged or may not be read
void check_seal(const std::filesystem::path& file);

}  // namespace skillscale::output
