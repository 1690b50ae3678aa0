#include "experiments/sweep/store_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

#include "sim/error.h"

namespace skillscale::experiments::sweep {

StoreLock::StoreLock(const std::filesystem::path& store, Access access) {
  if (access == Access::Read) return;
  const auto name = store / "lock";
  file_ = open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0)
    throw sim::StorageError(name.string() +
                            ": cannot be written\n  next: check who owns the folder");
  if (flock(file_, (access == Access::Share ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0) return;
  close(std::exchange(file_, -1));
  throw sim::InputError(store.string() +
                        ": another process is at work on this sweep\n  allowed: one at a time\n  "
                        "next: wait for it or end it; the lock goes with it");
}

StoreLock::~StoreLock() {
  if (file_ >= 0) close(file_);
}

StoreLock::StoreLock(StoreLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

}  // namespace skillscale::experiments::sweep
