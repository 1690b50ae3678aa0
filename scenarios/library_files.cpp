#include "scenarios/library_files.h"

#include <algorithm>

#include "scenarios/nearest.h"

namespace skillscale::scenarios {
namespace {

namespace fs = std::filesystem;

std::string stem_of(std::string_view file) { return fs::path(file).stem().string(); }

}  // namespace

std::vector<std::string> library_files(const fs::path& library) {
  std::vector<std::string> files;
  if (library.empty()) return files;
  for (const auto* folder : {"", "base", "package"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(library / folder, error)) {
      if (entry.path().extension() == ".yaml")
        files.push_back((fs::path(folder) / entry.path().filename()).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string nearest_file(std::string_view word, const std::vector<std::string>& files) {
  constexpr std::size_t longest = 400;
  if (word.size() > longest) return "";
  std::vector<std::string> stems;
  stems.reserve(files.size());
  for (const auto& file : files) stems.push_back(stem_of(file));
  const auto near = nearest_name(stem_of(word), stems);
  std::string best;
  for (std::size_t at = 0; at < files.size() && !near.empty(); ++at) {
    const bool is_nearer =
        best.empty() || edit_distance(word, files[at]) < edit_distance(word, best);
    if (stems[at] == near && is_nearer) best = files[at];
  }
  return best;
}

}  // namespace skillscale::scenarios
