// Which file stands under a name: a name stays while files come and go.
#pragma once

#include <cstdint>
#include <filesystem>

namespace skillscale::output {

struct FileIdentity {
  std::uint64_t device = 0, inode = 0;
  std::int64_t seconds = 0, nanoseconds = 0;  ///< of the last change
  bool is_set() const { return inode != 0; }
  bool operator==(const FileIdentity&) const = default;
};

/// Not set if there is no such file.
FileIdentity identity_of(const std::filesystem::path& path);

/// Whether this process may open the file for reading.
bool can_be_read(const std::filesystem::path& path);

}  // namespace skillscale::output
