// What all commands on the folder of a sweep begin with.
#pragma once

#include <filesystem>

namespace CLI {  // NOLINT(readability-identifier-naming): CLI11's own name
class App;
}

namespace skillscale::cli {

/// Adds a command whose first word is the folder. `folder` must live as long as the command.
CLI::App* add_folder_command(CLI::App& app, const char* name, const char* meaning,
                             std::filesystem::path& folder);

}  // namespace skillscale::cli
