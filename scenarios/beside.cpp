#include "scenarios/beside.h"

#include "scenarios/library_files.h"

namespace skillscale::scenarios {

std::optional<std::filesystem::path> find_beside(const std::filesystem::path& file,
                                                 const Node& named, const KeyReader& reader,
                                                 std::string_view key,
                                                 const std::filesystem::path& library) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto& name = named.text;
  fs::path path = file.parent_path() / name;
  if (!fs::exists(path, error) || fs::equivalent(path, file, error)) path = library / name;
  if (!name.empty() && fs::exists(path, error)) return path;
  const auto near = nearest_file(name, library_files(library));
  reader.refuse(named, key, "is " + name + ", which is not there",
                "a file beside this one or in the library",
                near.empty() ? "check the spelling" : "did you mean " + near + "?");
  return std::nullopt;
}

}  // namespace skillscale::scenarios
