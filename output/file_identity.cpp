#include "output/file_identity.h"

#include <sys/stat.h>
#include <unistd.h>

namespace skillscale::output {

FileIdentity identity_of(const std::filesystem::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino),
          status.st_ctim.tv_sec, status.st_ctim.tv_nsec};
}

bool can_be_read(const std::filesystem::path& path) { return access(path.c_str(), R_OK) == 0; }

}  // namespace skillscale::output
