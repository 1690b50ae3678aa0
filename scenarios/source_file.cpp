#include <cerrno>
#include <cstring>
#include <fstream>

#include "scenarios/document.h"

namespace skillscale::scenarios {
namespace {

std::nullopt_t refuse(const std::filesystem::path& path, Faults& faults, std::string problem,
                      std::string allowed, std::string next) {
  faults.add({whole_file(path.generic_string()), "", std::move(problem), std::move(allowed),
              std::move(next)});
  return std::nullopt;
}

}  // namespace

std::optional<SourceFile> read_source(const std::filesystem::path& path, Faults& faults) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return refuse(path, faults, "the file does not exist", "a scenario file",
                  "check the name; paths count from the current folder");
  }
  if (!std::filesystem::is_regular_file(status)) {
    return refuse(path, faults,
                  std::filesystem::is_directory(status) ? "is a folder" : "is not a regular file",
                  "a scenario file", "name a file in it");
  }
  std::ifstream stream(path, std::ios::binary);
  // One byte more than allowed tells a file that is too large without trusting its reported size.
  std::string text(largest_file + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!stream.is_open() || stream.bad()) {
    return refuse(path, faults, "cannot be read: " + std::string(std::strerror(errno)),
                  "a file you may read", "check its permissions");
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > largest_file) {
    return refuse(path, faults, "the file is larger than 4 MB", "up to 4 MB",
                  "a scenario is written by hand; move data elsewhere");
  }
  return SourceFile{path.generic_string(), std::move(text)};
}

}  // namespace skillscale::scenarios
