#include "cli/sweep_folder.h"

#include <CLI/CLI.hpp>

namespace skillscale::cli {

CLI::App* add_folder_command(CLI::App& app, const char* name, const char* meaning,
                             std::filesystem::path& folder) {
  auto* command = app.add_subcommand(name, meaning);
  command->add_option("FOLDER", folder, "Folder of a sweep.")->type_name("")->required();
  return command;
}

}  // namespace skillscale::cli
