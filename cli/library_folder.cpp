#include "cli/library_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

#include "sim/error.h"

namespace skillscale::cli {
namespace {

std::filesystem::path folder_of_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path(".") : program.parent_path();
}

bool is_folder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

}  // namespace

std::filesystem::path library_folder() {
  if (const char* named = std::getenv("SKILLSCALE_LIBRARY"); named != nullptr && *named != '\0') {
    if (is_folder(named)) return named;
    throw sim::InputError(std::string("SKILLSCALE_LIBRARY is ") + named +
                          ", which is no folder\n  next: name the folder with base/ and package/");
  }
  const auto program = folder_of_program();
  for (const auto* place :
       {"../share/skillscale/scenarios/library", "../../../scenarios/library"}) {
    auto folder = (program / place).lexically_normal();
    if (is_folder(folder)) return folder;
  }
  throw sim::StorageError(
      "the scenario library does not stand beside this program (" + program.string() +
      ")\n  next: set SKILLSCALE_LIBRARY to the folder with base/ and package/, or install again");
}

}  // namespace skillscale::cli
