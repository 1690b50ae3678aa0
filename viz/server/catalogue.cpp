#include "viz/server/catalogue.h"

#include <algorithm>
#include <system_error>
#include <tuple>

#include "scenarios/document.h"
#include "sim/error.h"

namespace skillscale::server {
namespace {

namespace fs = std::filesystem;

std::optional<EntryKind> kind_of(const fs::path& path) {
  if (path.extension() == ".yaml") return EntryKind::Scenario;
  if (path.extension() == ".h5" && path.stem().extension() != ".ckpt") return EntryKind::Result;
  return std::nullopt;
}

std::string title_of(const fs::path& file) {
  scenarios::Faults faults;
  const auto source = scenarios::read_source(file, faults);
  if (!source) return "";
  const auto tree = scenarios::parse_document(source->text, source->name, faults);
  const auto* name = tree ? tree->find("name") : nullptr;
  return name != nullptr && name->is_scalar() ? name->text : "";
}

/// Whether the file, links followed, is a plain one and lies in this very folder.
bool lies_in(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return false;
  const auto real = fs::canonical(file, error);
  return !error && real.parent_path() == folder;
}

}  // namespace

Catalogue::Catalogue(const fs::path& folder) {
  std::error_code error;
  folder_ = fs::canonical(folder, error);
  if (error || !fs::is_directory(folder_, error)) {
    throw sim::InputError(folder.string() +
                          ": is no folder\n  next: name a folder with scenarios or results, or "
                          "leave it out for the shipped scenarios");
  }
}

int Catalogue::id_of(const fs::path& path) {
  const auto [at, is_new] = ids_.try_emplace(path, last_id_ + 1);
  if (is_new) ++last_id_;
  return at->second;
}

const std::vector<Entry>& Catalogue::list() {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
    if (kind_of(at->path()) && lies_in(folder_, at->path())) files.push_back(at->path());
  }
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) {
    return std::tuple(*kind_of(a), a) < std::tuple(*kind_of(b), b);
  });
  if (files.size() > most_entries) files.resize(most_entries);
  // Numbers of files that came and went do not gather without end.
  if (ids_.size() > 20 * most_entries) ids_.clear();
  entries_.clear();
  for (const auto& file : files) {
    const auto kind = *kind_of(file);
    entries_.push_back({id_of(file), kind, file, file.filename().string(),
                        kind == EntryKind::Scenario ? title_of(file) : ""});
  }
  return entries_;
}

std::optional<Entry> Catalogue::find(int id, EntryKind kind) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.id == id && entry.kind == kind;
  });
  return found == entries_.end() ? std::nullopt : std::optional(*found);
}

}  // namespace skillscale::server
