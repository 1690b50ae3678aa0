// The scenarios and results of one folder, as the browser may name them: by number. No text from
// the network ever becomes part of a path.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace skillscale::server {

enum class EntryKind : unsigned char { Scenario, Result };

struct Entry {
  int id = 0;  ///< the same for the same file as long as the server runs
  EntryKind kind = EntryKind::Scenario;
  std::filesystem::path path;
  std::string name;   ///< the file's, without folder
  std::string title;  ///< what a scenario calls itself; empty for a result
};

/// Not for several threads.
class Catalogue {
 public:
  /// Files of a folder beyond these are not listed.
  static constexpr std::size_t most_entries = 500;

  /// @throws InputError  if this is no folder
  explicit Catalogue(const std::filesystem::path& folder);

  /// Looks again: files ending in .yaml and .h5 that lie in the folder itself, links out of it left
  /// out; sorted by kind and name.
  const std::vector<Entry>& list();

  /// The entry of that number at the last look.
  std::optional<Entry> find(int id, EntryKind kind) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  int id_of(const std::filesystem::path& path);

  std::filesystem::path folder_;
  std::vector<Entry> entries_;
  std::map<std::filesystem::path, int> ids_;
  int last_id_ = 0;
};

}  // namespace skillscale::server
