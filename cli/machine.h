// What the machine has left for this program: memory under all limits that hold for it, disk,
// processors.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace skillscale::cli {

/// An amount with the reason why it is not more.
struct Room {
  std::int64_t bytes = 0;
  std::string limit;  ///< "free memory", "the limit of the control group", ...
};

/// Memory that this process may take beside what it has: the least of what the machine has free,
/// what its control group (version 1 or 2, and those above it) leaves, and what the limit of
/// address space (ulimit -v) leaves. Swap does not count: a run that needs it hardly moves.
///
/// @param root  where /proc and /sys stand; another one serves tests
/// @return      nothing where the system tells nothing
std::optional<Room> free_memory(const std::filesystem::path& root = "/");

/// Memory that this process holds, in bytes; 0 where the system does not tell.
std::int64_t resident_memory();

/// Disk that this user may fill where `target` is to stand; its folder need not be there yet.
std::optional<Room> free_disk(const std::filesystem::path& target);

/// Processors that this process may use.
int processors();

}  // namespace skillscale::cli
