// The files of the scenario library, as `extends` names them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace skillscale::scenarios {

/// "hello.yaml", "base/germany.yaml", "package/no_partnerships.yaml" ...; sorted, empty without a
/// library.
std::vector<std::string> library_files(const std::filesystem::path& library);

/// The file that was probably meant: one of the same name in another folder or without its ending,
/// else the nearest spelling; empty if nothing is near.
std::string nearest_file(std::string_view word, const std::vector<std::string>& files);

}  // namespace skillscale::scenarios
