// Where the shipped scenarios stand.
#pragma once

#include <filesystem>

namespace skillscale::cli {

/// The folder with the shipped scenarios, base/ and package/: the one named by the environment
/// variable SKILLSCALE_LIBRARY, else the installed one, else that of the source tree.
///
/// @throws InputError    if SKILLSCALE_LIBRARY names no folder
/// @throws StorageError  if the program stands where no library belongs to it
std::filesystem::path library_folder();

}  // namespace skillscale::cli
