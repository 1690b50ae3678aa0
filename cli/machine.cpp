#include "cli/machine.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <vector>

namespace skillscale::cli {
namespace {

namespace fs = std::filesystem;

using Bytes = std::optional<std::int64_t>;

/// A number at the beginning of a file; nothing for "max" or no file.
Bytes number_in(const fs::path& file) {
  std::ifstream stream(file);
  std::int64_t value = 0;
  if (stream >> value) return value;
  return std::nullopt;
}

/// The number behind a word at the beginning of a line.
Bytes number_behind(const fs::path& file, const std::string& word) {
  std::ifstream stream(file);
  std::string line;
  while (std::getline(stream, line)) {
    std::istringstream words(line);
    std::string first;
    std::int64_t value = 0;
    if (words >> first >> value && first == word) return value;
  }
  return std::nullopt;
}

/// Files of one version of control groups.
struct Version {
  const char *folder, *limit, *used, *reclaimable;
};
constexpr Version version_1{"sys/fs/cgroup/memory", "memory.limit_in_bytes",
                            "memory.usage_in_bytes", "total_inactive_file"};
constexpr Version version_2{"sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"};

/// What the limit of one group leaves. Files that were read count as used, but give way.
Bytes left_in(const fs::path& group, const Version& version) {
  const auto limit = number_in(group / version.limit);
  const auto used = number_in(group / version.used);
  if (!limit || !used) return std::nullopt;
  const auto given_back = number_behind(group / "memory.stat", version.reclaimable).value_or(0);
  return std::max<std::int64_t>(0, *limit - std::max<std::int64_t>(0, *used - given_back));
}

/// The least that the group and those above it leave. In a container the path may be that of
/// outside; then its own group stands at the top.
Bytes left_in_groups(const fs::path& root, const Version& version, const fs::path& path) {
  const fs::path top = root / version.folder;
  Bytes least;
  for (fs::path at = path.relative_path();; at = at.parent_path()) {
    const auto left = left_in(at.empty() ? top : top / at, version);
    if (left) least = std::min(least.value_or(*left), *left);
    if (at.empty()) return least;
  }
}

/// Lines are "number:controllers:path", for version 2 "0::path".
Bytes left_by_control_groups(const fs::path& root) {
  std::ifstream stream(root / "proc/self/cgroup");
  Bytes least;
  for (std::string line; std::getline(stream, line);) {
    const auto first = line.find(':');
    const auto second = line.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    const auto controllers = "," + line.substr(first + 1, second - first - 1) + ",";
    const bool is_version_2 = controllers == ",,";
    if (!is_version_2 && controllers.find(",memory,") == std::string::npos) continue;
    const auto left =
        left_in_groups(root, is_version_2 ? version_2 : version_1, line.substr(second + 1));
    if (left) least = std::min(least.value_or(*left), *left);
  }
  return least;
}

std::int64_t page_bytes() { return sysconf(_SC_PAGESIZE); }

/// Pages of address space and of memory.
std::pair<std::int64_t, std::int64_t> own_pages() {
  std::ifstream stream("/proc/self/statm");
  std::int64_t space = 0, resident = 0;
  stream >> space >> resident;
  return {space, resident};
}

Bytes left_of_address_space() {
  rlimit limit{};
  if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
  const auto used = own_pages().first * page_bytes();
  return std::max<std::int64_t>(0, static_cast<std::int64_t>(limit.rlim_cur) - used);
}

}  // namespace

std::optional<Room> free_memory(const fs::path& root) {
  std::optional<Room> least;
  const auto take = [&](Bytes bytes, const char* limit) {
    if (bytes && (!least || *bytes < least->bytes)) least = Room{*bytes, limit};
  };
  constexpr std::int64_t kilobyte = 1024;
  if (const auto free = number_behind(root / "proc/meminfo", "MemAvailable:"))
    take(*free * kilobyte, "free memory");
  take(left_by_control_groups(root), "the limit of the control group");
  take(left_of_address_space(), "the limit of address space (ulimit -v)");
  return least;
}

std::int64_t resident_memory() { return own_pages().second * page_bytes(); }

std::optional<Room> free_disk(const fs::path& target) {
  std::error_code error;
  fs::path folder = fs::absolute(target, error).parent_path();
  while (!folder.empty() && !fs::is_directory(folder, error) && folder != folder.root_path())
    folder = folder.parent_path();
  const auto space = fs::space(folder, error);
  if (error) return std::nullopt;
  return Room{static_cast<std::int64_t>(space.available), "free disk at " + folder.string()};
}

int processors() {
  cpu_set_t own;
  CPU_ZERO(&own);
  if (sched_getaffinity(0, sizeof own, &own) == 0) return std::max(1, CPU_COUNT(&own));
  return std::max(1, static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN)));
}

}  // namespace skillscale::cli
