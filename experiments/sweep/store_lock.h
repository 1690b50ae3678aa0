// Excludes a second writer of a store. The lock goes with its process, however that ends.
#pragma once

#include <filesystem>

namespace skillscale::experiments::sweep {

enum class Access : unsigned char {
  Read,   ///< looks only, whoever writes
  Share,  ///< adds shards, beside others who do the same
  Alone   ///< decides what is run
};

class StoreLock {
 public:
  /// @throws sim::InputError    if another process holds the store
  /// @throws sim::StorageError  if the lock's file cannot be written
  StoreLock(const std::filesystem::path& store, Access access);
  ~StoreLock();
  StoreLock(StoreLock&& other) noexcept;
  StoreLock& operator=(StoreLock&&) = delete;

 private:
  int file_ = -1;
};

}  // namespace skillscale::experiments::sweep
