// An unnamed file for numbers that must wait: takes no memory, vanishes with the process, however
// it ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace skillscale::output {

/// Byte store with random access. Reads and writes of different ranges may run in several threads.
class ScratchFile {
 public:
  /// @param folder  where the disk space is taken
  /// @param shown   the file named in messages
  /// @throws StorageError  if the folder cannot be written
  ScratchFile(const std::filesystem::path& folder, std::string shown);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  /// @throws StorageError  if the disk is full or fails
  void write(std::uint64_t offset, std::span<const std::byte> bytes);
  void read(std::uint64_t offset, std::span<std::byte> bytes) const;

 private:
  [[noreturn]] void fail_with(int error) const;

  int descriptor_ = -1;
  std::string shown_;
};

}  // namespace skillscale::output
