// Bytes of a file that HDF5 has not seen yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace skillscale::output {

/// With which every HDF5 file begins.
inline constexpr std::string_view hdf5_signature = "\x89HDF\r\n\x1a\n";

/// @param wanted  what the user should name, "a checkpoint (.ckpt.h5)"
/// @throws InputError    if there is no such file
/// @throws StorageError  if it may not be read
std::ifstream open_present(const std::filesystem::path& file, const std::string& wanted);

/// `size` bytes from `begin` on; fewer where the file ends.
std::string bytes_at(std::ifstream& stream, std::uint64_t begin, std::uint64_t size);

/// Where HDF5's newer file heads keep the length the file should have; 0 for other heads.
std::uint64_t promised_size(std::ifstream& stream);

}  // namespace skillscale::output
