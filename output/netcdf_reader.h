// Reads what netcdf_writer writes: variables, their dimensions and attributes, by path. Every
// failure is one clear error; texts are compared with their digests. One thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "output/hdf5_handle.h"

namespace skillscale::output {

/// Root attributes of a sealed file; nothing for all other files. Never throws on damage.
std::map<std::string, std::string> probe_attributes(const std::filesystem::path& file);

class NetcdfReader {
 public:
  /// @throws InputError    if there is no such file or it is not ours (check_seal)
  /// @throws StorageError  if it is empty, truncated, damaged or may not be read
  explicit NetcdfReader(const std::filesystem::path& file);

  /// Names in a group ("/" is the root), in the order they were created.
  std::vector<std::string> variables(const std::string& group) const;
  bool has(const std::string& path) const;

  bool is_text(const std::string& path) const;
  bool is_scale(const std::string& path) const;

  std::vector<std::size_t> shape(const std::string& path) const;

  /// Name of the scale on every axis, without its group; a scale stands on itself.
  ///
  /// @throws StorageError  if an axis has none
  std::vector<std::string> dimensions(const std::string& path) const;

  /// All attributes that hold text or numbers, as texts; "/" for the root.
  std::map<std::string, std::string> attributes(const std::string& path) const;

  std::vector<double> numbers(const std::string& path) const;
  std::vector<double> numbers(const std::string& path, std::span<const std::size_t> start,
                              std::span<const std::size_t> count) const;

  /// All texts of a variable.
  ///
  /// @throws StorageError  if they do not fit their digest
  std::vector<std::string> texts(const std::string& path) const;

  /// Chunks that should be there and are not; a reader would see fill values in their place.
  std::size_t missing_chunks(const std::string& path) const;

  const Place& place() const { return place_; }

 private:
  Handle open(const std::string& path) const;
  const std::string& scale_name(hobj_ref_t scale) const;

  Place place_;
  Handle file_;
  mutable std::map<hobj_ref_t, std::string> scales_;  // names by where they stand
};

}  // namespace skillscale::output
