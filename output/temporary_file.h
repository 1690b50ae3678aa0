// A file that appears complete or not at all: written under a temporary name, synchronised,
// renamed.
#pragma once

#include <filesystem>

namespace skillscale::output {

/// Where a file written to `target` stands: `target`, or what it leads to if it is a symbolic link,
/// which need not exist.
///
/// @throws InputError  if links lead in a circle
std::filesystem::path through_links(std::filesystem::path target);

/// Reserves the temporary name `.NAME.HOST.PID.COUNT.tmp` beside the target; removes the file
/// unless committed. A symbolic link stays and the file it leads to is written.
class TemporaryFile {
 public:
  /// Also removes temporaries of the same target that dead processes of this host left.
  ///
  /// @throws InputError    if the name is too long, or a link that leads in a circle
  /// @throws StorageError  if the folder does not exist or cannot be written
  explicit TemporaryFile(std::filesystem::path target);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& target() const { return target_; }
  std::filesystem::path folder() const;

  /// Brings the closed file to the disk and gives it its name, replacing an older one.
  ///
  /// @throws StorageError  if the disk fails; the target then is as it was
  void commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path path_;
  bool is_committed_ = false;
};

}  // namespace skillscale::output
